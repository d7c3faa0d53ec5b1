import type { CardView, MyCard, TagsView } from '@linli/contract/cards/shapes'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import type { Actor, Grant } from '../../apps/server/src/kernel/auth/actor.ts'
import { softwareProvider } from '../../apps/server/src/kernel/crypto/softwareProvider.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { cardsRoom } from '../../apps/server/src/rooms/people/cards/room.ts'
import { installPreset } from '../../apps/server/src/rooms/places/index.ts'
import { testDatabase } from './database.ts'
import { serveRooms } from './rooms.ts'

/** Where the household of the tests is, and words that must stand nowhere in clear. */
export const HOME = '/s1/c1/g1/b3/'
export const TAG_CANARY = '上楼要搀扶'
export const WHY_CANARY = '每周上门看看'
const TABLES = [
  'household_cards',
  'card_members',
  'card_consents',
  'card_tags',
  'card_referrals',
  'audit_entries',
  'commands',
  'outbox',
]

export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
export const grant = (role: Grant['role'], areaPath: string): Grant => ({ role, areaPath, unitId: null })

export type ServedCards = Awaited<ReturnType<typeof openCards>>

/** The cards' room alone on a database of its own, with a grandmother and her grandson in one household. */
export async function openCards() {
  const database = await testDatabase()
  await installPreset(database.db, 1, PRESETS.xihu)
  const house = await serveRooms(database.db, [
    cardsRoom({ db: database.db, crypto: softwareProvider(Buffer.alloc(32, 7)) }),
  ])
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const worker = await house.signIn('吴网格', [grant('gridWorker', '/s1/c1/g1/')])
  const granny = await house.signIn('林桂英')
  const son = await house.signIn('林小明')
  await admin.query(
    `insert into posts (region_id, id, person_id, post, area_path, from_on) values (1, $1, $2, 'gridWorker', '/s1/c1/g1/', current_date)`,
    [newId(), worker.personId],
  )
  async function settle(): Promise<string> {
    const id = newId()
    await admin.query(
      `insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at) values (1, $1, $2, $3, 'x', $4, now())`,
      [id, HOME, id.slice(-4), Buffer.from(id)],
    )
    for (const { personId } of [granny, son])
      await admin.query(
        `insert into household_members (region_id, id, household_id, person_id, from_at) values (1, $1, $2, $3, now() - interval '1 day')`,
        [newId(), id, personId],
      )
    return id
  }
  const cards = { household: await settle() }
  const at = (path = '') => `/households/${cards.household}/card${path}`
  return {
    database,
    house,
    /** A superuser's connection. */
    admin,
    worker,
    granny,
    son,
    office: await house.signIn('郑伟', [grant('regionAdmin', '/')]),
    desk: await house.signIn('赵敏', [grant('intake', '/s1/c1/')]),
    far: await house.signIn('钱远', [grant('gridWorker', '/s1/c1/g10/')]),
    /** The household that the tests are about now. */
    cards,
    at,
    /** Both in another household, without a card. */
    moveOn: async (): Promise<void> => {
      cards.household = await settle()
    },
    open: (actor: Actor) => house.send<CardView>(actor, at('/open'), { reason: 'visit' }),
    tagsOf: (actor: Actor) => house.send<TagsView>(actor, at('/tags/open'), { reason: 'visit' }),
    mine: async (actor: Actor): Promise<MyCard | null> =>
      (await house.read<{ card: MyCard | null }>(actor, '/me/card')).body.card,
    ask: (more: object = {}) =>
      house.send<{ id: string; code: string }>(worker, at('/consents'), {
        personId: granny.personId,
        kind: 'livesAlone',
        why: WHY_CANARY,
        until: inDays(100),
        way: 'phone',
        ...more,
      }),
    /** Everything the database holds of the cards, in clear where it stands in clear. */
    stored: async (): Promise<string> => {
      const parts = await Promise.all(TABLES.map((table) => admin.query(`select * from ${table}`)))
      return JSON.stringify(parts.map(({ rows }) => rows))
    },
    close: async (): Promise<void> => {
      await house.close()
      await admin.end()
      await database.close()
    },
  }
}
