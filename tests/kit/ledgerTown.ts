import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExportList, LedgerPage } from '@linli/contract/ledgers/shapes'
import { PRESETS } from '@linli/presets'
import sql from 'sql-template-tag'
import { expect, vi } from 'vitest'
import { filledBy } from '../../apps/server/src/house/filledBy.ts'
import { houseLedgers } from '../../apps/server/src/house/ledgers.ts'
import { type Actor, systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { softwareProvider } from '../../apps/server/src/kernel/crypto/softwareProvider.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { localStorage } from '../../apps/server/src/kernel/uploads/localStorage.ts'
import { ledgersRoom } from '../../apps/server/src/rooms/ledgers/index.ts'
import { installPreset, placesRoom } from '../../apps/server/src/rooms/places/index.ts'
import { stationsRoom } from '../../apps/server/src/rooms/stations/index.ts'
import { testDatabase } from './database.ts'
import { serveRooms } from './rooms.ts'

/** What a refused request says. */
export type Refusal = { code: string; errors: { field: string; message: string }[] }
export type LedgerTown = Awaited<ReturnType<typeof ledgerTown>>

/** A town of two communities with the ledgers of the whole house and sixty-six orders. */
export async function ledgerTown() {
  const database = await testDatabase(false)
  const folder = await mkdtemp(join(tmpdir(), 'ledgers-'))
  const { db } = database
  const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  const storage = localStorage(folder)
  await installPreset(db, 1, PRESETS.duchang)
  const house = await serveRooms(db, [
    placesRoom(deps, []),
    stationsRoom({
      db,
      storage,
      terms: async () => ({ facilities: [], calendar: new Map() }),
      personByPhone: async () => undefined,
      newPersonStatement: () => sql`select 1`,
    }),
    ledgersRoom({ db, storage, ledgers: houseLedgers, filledBy, nameOf: async () => '郑伟' }),
  ])
  const admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  const open = async (parent: string, name: string) =>
    (await house.send<{ path: string }>(admin, '/areas', { parent, name })).body.path
  const street = await open('/', '示范镇')
  const communities = [await open(street, '桃源社区'), await open(street, '柳林社区')] as const
  const worker = await house.signIn('徐建国', [
    { role: 'gridWorker', areaPath: communities[0], unitId: null },
  ])
  await db.commit(
    systemScope(1),
    communities.map((path, at) => plantOrders(path, at)),
  )
  return {
    db,
    house,
    admin,
    worker,
    communities,
    /** Every page of a ledger. */
    async readAll(actor: Actor, url: string): Promise<LedgerPage[]> {
      const pages: LedgerPage[] = []
      for (let after = ''; ; ) {
        const { body, status } = await house.read<LedgerPage>(actor, `${url}${after}`)
        expect(status, JSON.stringify(body)).toBe(200)
        pages.push(body)
        if (!body.next) return pages
        after = `&after=${encodeURIComponent(body.next)}`
      }
    },
    /** Asks for an export and waits for its end. */
    async exported(actor: Actor, ledger: string, body: object) {
      const asked = await house.send<{ id: string }>(actor, `/ledgers/${ledger}/exports`, {
        purpose: '月底报表',
        filters: {},
        ...body,
      })
      expect(asked.status, JSON.stringify(asked.body)).toBe(201)
      const { id } = asked.body
      const row = await vi.waitUntil(
        async () => {
          const { body: list } = await house.read<ExportList>(actor, '/ledger-exports')
          const mine = list.items.find((one) => one.id === id)
          return mine && mine.state !== 'waiting' && mine.state !== 'writing' ? mine : undefined
        },
        { timeout: 20_000, interval: 20 },
      )
      const file = await house.read(actor, `/ledger-exports/${id}/file`)
      return { id, row, file, bytes: file.bytes }
    },
    async close(): Promise<void> {
      await house.close()
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The printed figures of the source by a hundredth: of 66 reports 2 disputes, 31 hazards, 4 favours, the rest other. */
const PARTS = [
  ['neighbourDispute', 2],
  ['publicHazard', 20],
  ['fireLane', 11],
  ['gridErrand', 4],
  ['streetLamp', 28],
  [null, 1],
] as const

function plantOrders(path: string, at: number) {
  const rows = PARTS.flatMap(([item, count]) => Array.from({ length: count }, () => item))
  return sql`with made as (
      select gen_random_uuid() as id, item, (n + ${at * 1000})::int as n
      from unnest(${rows.slice(at * 33, at * 33 + 33)}::text[]) with ordinality as one(item, n)),
    placed as (insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, path, community, placed_at, placed_by)
      select 1, id, '260301-' || lpad(n::text, 5, '0') || '-0', 1, 'submitted', 'help', 'gridReport', 'ordinary', item, ${path}, ${path},
        app_now() - make_interval(hours => n), ${newId()}::uuid from made)
    insert into order_texts (region_id, order_id, title, detail)
      select 1, id, case when n = 1 then '=HYPERLINK("http://example.org")' else '第' || n || '件' end, '细节' from made`
}
