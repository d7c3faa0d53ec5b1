import { tmpdir } from 'node:os'
import type {
  AnsweredVisit,
  AnswerTotals,
  OpenedVisit,
  VisitConflict,
} from '@linli/contract/visits/answerShapes'
import type { Question, TakenArea, VisitRecord } from '@linli/contract/visits/shapes'
import { PRESETS } from '@linli/presets'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { type Actor, systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { softwareProvider } from '../../apps/server/src/kernel/crypto/softwareProvider.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { localStorage } from '../../apps/server/src/kernel/uploads/localStorage.ts'
import { installPreset, placesRoom } from '../../apps/server/src/rooms/places/index.ts'
import { visitsRoom } from '../../apps/server/src/rooms/visits/index.ts'
import { testDatabase } from './database.ts'
import { serveRooms } from './rooms.ts'

const questions: Question[] = [
  { key: 'help', kind: 'choice', label: '要不要帮忙', choices: ['要', '不要'], required: true },
  { key: 'what', kind: 'several', label: '帮什么', choices: ['送餐', '陪诊', '维修'], required: false },
  { key: 'say', kind: 'text', label: '还想说什么', required: false },
  { key: 'people', kind: 'number', label: '几口人', required: false },
  { key: 'spot', kind: 'place', label: '在哪里', required: false },
]

export type ServedVisits = Awaited<ReturnType<typeof openVisits>>

/** The visits' room alone on a database of its own, with two grids of six doors, two who walk one of them and who dispatches. */
export async function openVisits() {
  const database = await testDatabase()
  const { db } = database
  const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  await installPreset(db, 1, PRESETS.xihu)
  const house = await serveRooms(db, [
    placesRoom(deps, []),
    visitsRoom({ ...deps, storage: localStorage(tmpdir()) }),
  ])
  const admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  const open = async (parent: string, name: string) =>
    (await house.send<{ path: string }>(admin, '/areas', { parent, name })).body.path
  const community = await open(await open('/', '示范街道'), '桃源社区')
  const grids = [await open(community, '一网格'), await open(community, '二网格')]
  for (const grid of grids) {
    const building = await open(grid, '1栋')
    await db.commit(systemScope(1), [
      sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
        select 1, gen_random_uuid(), ${building}, (100 + n)::text, '', '', app_now() from generate_series(1, 6) n`,
    ])
  }
  const walks = (name: string, at: number) =>
    house.signIn(name, [{ role: 'gridWorker', areaPath: grids[at] ?? '', unitId: null }])
  const walker = await walks('徐建国', 0)
  return {
    database,
    house,
    admin,
    walker,
    other: await walks('李强', 0),
    dispatcher: await house.signIn('王芳', [{ role: 'dispatcher', areaPath: community, unitId: null }]),
    grids,
    /** Another who walks one of the grids. */
    walks,
    begin: async (more: object = {}) => {
      const started = await house.send<{ id: string; form: string }>(admin, '/campaigns', {
        kind: 'doorToDoor',
        name: '冬季敲门',
        path: '/',
        from: '2026-11-01',
        to: '2026-11-30',
        questions,
        ...more,
      })
      expect(started.status).toBe(201)
      const { id: campaign, form } = started.body
      const { body } = await house.read<TakenArea>(walker, `/campaigns/${campaign}/area`)
      const record = (at: number, more: Partial<VisitRecord> = {}): VisitRecord => ({
        id: newId(),
        visit: newId(),
        campaign,
        household: body.households[at]?.id ?? '',
        form,
        replaces: [],
        outcome: 'met',
        answers: { help: '不要' },
        orders: [],
        at: '2026-11-20T02:00:00.000Z',
        ...more,
      })
      return { campaign, record }
    },
    bring: async (who: Actor, ...records: VisitRecord[]) => {
      const { status, body } = await house.send(who, '/visits/records', { records })
      expect([status, body]).toEqual([200, { ids: records.map(({ id }) => id) }])
    },
    totals: async (who: Actor, campaign: string, query = '') =>
      house.read<AnswerTotals>(who, `/campaigns/${campaign}/answers/totals${query}`),
    list: async (who: Actor, campaign: string, query = '') =>
      house.read<{ items: AnsweredVisit[]; next: string | null; code?: string }>(
        who,
        `/campaigns/${campaign}/answers${query}`,
      ),
    open: (who: Actor, visit: string) =>
      house.send<OpenedVisit>(who, `/visits/${visit}/open`, { reason: 'check' }),
    conflicts: async (who: Actor, campaign: string) =>
      (await house.read<{ items: VisitConflict[] }>(who, `/campaigns/${campaign}/conflicts`)).body.items,
    close: async (): Promise<void> => {
      await house.close()
      await database.close()
    },
  }
}
