import { tmpdir } from 'node:os'
import pg from 'pg'
import type { Actor, Grant } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { localStorage } from '../../apps/server/src/kernel/uploads/localStorage.ts'
import { staffRoom } from '../../apps/server/src/rooms/staff/index.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { type ServedRooms, serveRooms } from './rooms.ts'

export const DAY = 86_400_000
const source = { document: '遂川', mechanism: '队伍建设' }
export const words = (zh: string) => ({ zh, en: zh })
const grant = (role: Grant['role'], areaPath: string): Grant => ({ role, areaPath, unitId: null })
const post = (key: string, zh: string) =>
  ({ key, name: words(zh), level: 'grid', roles: ['gridWorker'], source }) as const

export const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString()

export type ServedStaff = {
  readonly database: TestDatabase
  /** A superuser's connection. */
  readonly admin: pg.Client
  readonly house: ServedRooms
  /** Two who lead in one community, the region's office, and who leads elsewhere. */
  readonly lead: Actor
  readonly other: Actor
  readonly office: Actor
  readonly elsewhere: Actor
  posted(post?: string, path?: string, name?: string): Promise<Actor>
  send(actor: Actor, url: string, body?: object): ReturnType<typeof sender>
  /** The code of what was refused, else the status. */
  codeOf(actor: Actor, url: string, body?: object): Promise<string | number>
  close(): Promise<void>
}
const sender = (house: ServedRooms, actor: Actor, url: string, body: object = {}) =>
  house.send<{ code?: string }>(actor, url, body)

/** The staff's room alone on a database of its own. */
export async function openStaff(): Promise<ServedStaff> {
  const database = await testDatabase()
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const house = await serveRooms(database.db, [
    staffRoom({
      db: database.db,
      storage: localStorage(tmpdir()),
      terms: async () => ({
        posts: [post('gridHead', '网格长'), post('buildingHead', '楼栋长'), post('unitHead', '单元长')],
        allowances: [
          { key: 'fullTime', name: words('全要素网格员'), fen: 120_000, source },
          { key: 'partTime', name: words('楼栋长'), fen: 30_000, source },
        ],
        results: [],
        appeal: { openDays: 15, answerDays: 10, source },
      }),
    }),
  ])
  await admin.query(
    `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at) values (1, $1, '/c1/', '/', 'community', 'c1', '桃源社区', 'abcdefghjk', now())`,
    [newId()],
  )
  const send = (actor: Actor, url: string, body?: object) => sender(house, actor, url, body)
  return {
    database,
    admin,
    house,
    lead: await house.signIn('赵敏', [grant('dispatcher', '/c1/')]),
    other: await house.signIn('孙红', [grant('dispatcher', '/c1/')]),
    office: await house.signIn('郑伟', [grant('regionAdmin', '/')]),
    elsewhere: await house.signIn('钱远', [grant('dispatcher', '/c10/')]),
    posted: async (post = 'gridHead', path = '/c1/g1/', name = '吴网格') => {
      const actor = await house.signIn(name)
      await admin.query(
        `insert into posts (region_id, id, person_id, post, area_path, from_on) values (1, $1, $2, $3, $4, current_date - 1)`,
        [newId(), actor.personId, post, path],
      )
      return actor
    },
    send,
    codeOf: async (actor, url, body) => {
      const answer = await send(actor, url, body)
      return answer.body?.code ?? answer.status
    },
    close: async () => {
      await house.close()
      await admin.end()
      await database.close()
    },
  }
}
