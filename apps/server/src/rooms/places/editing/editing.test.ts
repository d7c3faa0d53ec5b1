import type { RuleHistory, RulePreview, RuleRow } from '@linli/contract/places/ruleEndpoints'
import { presetOf } from '@linli/presets'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { installPreset } from '../actions/installPreset.ts'
import { placeRules } from '../placeRules.ts'
import { editingRoom } from './http.ts'

let database: TestDatabase
let served: ServedRooms
let admin: Actor
let other: Actor
const xihu = presetOf('xihu')
beforeAll(async () => {
  database = await testDatabase()
  await installPreset(database.db, 1, xihu)
  const effectOf = async (): Promise<RulePreview> => ({ effect: 'none', total: 0, orders: [] })
  served = await serveRooms(database.db, [editingRoom({ db: database.db, presetOf, effectOf })])
  const grants = [{ role: 'regionAdmin', areaPath: '/', unitId: null }] as const
  admin = await served.signIn('郑伟', grants)
  other = await served.signIn('何芳', grants)
})
afterAll(async () => {
  await served.close()
  await database.close()
})

type Problem = { code?: string; errors?: { field: string; message: string }[]; versionId?: string }
const rules = async () => (await served.read<{ items: RuleRow[] }>(admin, '/rules')).body.items
const ruleAt = async (kind: string, key: string) =>
  (await rules()).find((row) => row.kind === kind && row.key === key)
const history = async (kind: string, key: string) =>
  (await served.read<RuleHistory>(admin, `/rules/${kind}/${key}`)).body
const set = (who: Actor, at: string, row: object | null, seen: string | null, why = '按新的通知') =>
  served.send<Problem>(who, `/rules/${at}`, { row, seen, why })
const edit = async (kind: string, key: string, change: object) => {
  const now = await ruleAt(kind, key)
  return set(admin, `${kind}/${key}`, { ...now?.row, ...change }, now?.versionId ?? null)
}

it('lists every row with where it comes from, each as the schema of its kind takes it', async () => {
  const all = await rules()
  expect(all.filter(({ kind }) => kind === 'item')).toHaveLength(110)
  expect(all.every(({ origin, differs }) => origin === 'preset' && !differs)).toBe(true)
  const refused: string[] = []
  for (const { kind, key, row, versionId } of all) {
    const answer = await served.send<Problem>(admin, `/rules/${kind}/${key}/preview`, {
      row,
      seen: versionId,
    })
    if (answer.status !== 200) refused.push(`${kind}/${key} ${JSON.stringify(answer.body)}`)
  }
  expect(refused).toEqual([])
})

it('writes a version with who, when and why; the rules follow, and the way back to the preset is the preset again', async () => {
  const before = await ruleAt('clock', 'accept.prompt')
  expect((await edit('clock', 'accept.prompt', { amount: 99 })).status).toBe(200)
  const limit = async () =>
    (await placeRules(database.db, 1)).clocks.find(({ key }) => key === 'accept.prompt')
  expect(await limit()).toMatchObject({ amount: 99, source: { document: '本地规定' } })
  const after = await history('clock', 'accept.prompt')
  expect(after.versions).toMatchObject([
    { version: 2, origin: 'place', by: '郑*', why: '按新的通知', to: null, row: { amount: 99 } },
    { version: 1, origin: 'preset', by: null, why: null, row: before?.row ?? {} },
  ])
  expect((await ruleAt('clock', 'accept.prompt'))?.differs).toBe(true)
  await installPreset(database.db, 1, { ...xihu, version: xihu.version + 1 })
  expect((await limit())?.amount, 'an edited row is not touched by an upgrade').toBe(99)
  expect((await edit('clock', 'accept.prompt', after.preset ?? {})).status).toBe(200)
  expect(await ruleAt('clock', 'accept.prompt')).toMatchObject({
    version: 3,
    origin: 'preset',
    differs: false,
    row: before?.row,
  })
})

it('tells the slower of two who edit one row, and writes only the first', async () => {
  const now = await ruleAt('wave', 'wave1')
  const answers = await Promise.all([
    set(admin, 'wave/wave1', { wave: 1, level: 'community' }, now?.versionId ?? null),
    set(other, 'wave/wave1', { wave: 1, level: 'street' }, now?.versionId ?? null),
  ])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe('places.ruleChanged')
  expect((await history('wave', 'wave1')).versions).toHaveLength(2)
})

it('adds a row, takes it out and brings it back; what the preset brings stays out', async () => {
  const item = {
    ...(await ruleAt('item', 'changeBulb'))?.row,
    name: { zh: '修纱门', en: 'Mend a screen door' },
  }
  expect((await set(admin, 'item/screenDoor', item, null)).status).toBe(200)
  const has = async (key: string) => (await placeRules(database.db, 1)).items.some((one) => one.key === key)
  expect(await has('screenDoor')).toBe(true)
  for (const key of ['screenDoor', 'changeBulb']) {
    expect(
      (await set(admin, `item/${key}`, null, (await ruleAt('item', key))?.versionId ?? null)).status,
    ).toBe(200)
    expect(await has(key)).toBe(false)
  }
  await installPreset(database.db, 1, { ...xihu, version: xihu.version + 2 })
  expect(await has('changeBulb')).toBe(false)
  const { preset } = await history('item', 'changeBulb')
  expect(
    (await set(admin, 'item/changeBulb', preset, (await ruleAt('item', 'changeBulb'))?.versionId ?? null))
      .status,
  ).toBe(200)
  expect(await ruleAt('item', 'changeBulb')).toMatchObject({ origin: 'preset', differs: false })
})

it.each([
  ['clock/accept.prompt', { amount: 0 }, 'row.amount', '数值'],
  ['clock/accept.prompt', { amount: 1.5 }, 'row.amount', '数值'],
  ['clock/accept.prompt', { unit: 'fortnight' }, 'row.unit', '单位'],
  ['clock/accept.prompt', { urgency: 'complex', clock: 'nonesuch' }, 'row.clock', '时限'],
  ['clock/accept.prompt', { source: {} }, 'row.source', '不是这里能填的'],
  ['item/changeBulb', { list: 'nonesuch' }, 'row.list', '没有这个清单'],
  ['item/changeBulb', { unit: 'nonesuch' }, 'row.unit', '没有这个单位'],
  ['item/changeBulb', { grabbable: false }, 'row.automatic', '能抢单'],
  ['item/changeBulb', { evidence: ['afterPhoto', 'afterPhoto'] }, 'row.evidence', '办结凭证'],
  ['item/changeBulb', { name: { zh: '', en: 'x' } }, 'row.name.zh', '中文'],
  ['wave/wave2', { level: 'moon' }, 'row.level', '没有这一级'],
  ['alert/prompt', { warnShare: 2 }, 'row.warnShare', '几成'],
  ['setting/followUp', { tries: -1 }, 'row.tries', '几次'],
])('refuses %s with %j and says what is wrong', async (at, change, field, words) => {
  const [kind = '', key = ''] = at.split('/')
  const answer = await edit(kind, key, change)
  expect(answer.status).toBe(400)
  expect(answer.body.errors?.find((error) => error.field === field)?.message).toContain(words)
})

it.each(['alert/prompt', 'setting/followUp', 'clock/accept.prompt', 'list/social', 'wave/wave1'])(
  'does not take out %s, which the place cannot be without',
  async (at) => {
    const [kind = '', key = ''] = at.split('/')
    expect((await set(admin, at, null, (await ruleAt(kind, key))?.versionId ?? null)).status).toBe(400)
  },
)

it('is refused to an administrator of a part, and knows no other rows', async () => {
  const part = await served.signIn('社区', [{ role: 'regionAdmin', areaPath: '/c01/', unitId: null }])
  const now = await ruleAt('clock', 'accept.prompt')
  expect((await set(part, 'clock/accept.prompt', now?.row ?? {}, now?.versionId ?? null)).status).toBe(403)
  expect((await served.read(part, '/rules')).status).toBe(403)
  expect((await set(admin, 'setting/devices', {}, null)).status).toBe(404)
  const unrecorded = await database.db.read(
    { region: 1 },
    sql`select 1 from policy_versions v where v.why is not null
      and not exists (select from audit_entries e where e.region_id = v.region_id and e.subject_id = v.id and e.action = 'setRule')`,
  )
  expect(unrecorded, 'each edit is recorded with its version').toEqual([])
})
