import type { RuleHistory, RulePreview, RuleRow } from '@linli/contract/places/ruleEndpoints'
import { RULE_KINDS } from '@linli/contract/places/ruleWords'
import { presetOf } from '@linli/presets'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { ruleEffect } from '../../apps/server/src/rooms/orders/index.ts'
import { recountDeadlines } from '../../apps/server/src/rooms/orders/jobs.ts'
import { orderRulesOf } from '../../apps/server/src/rooms/orders/orderRules.ts'
import { editingRoom, installPreset, placeRules } from '../../apps/server/src/rooms/places/index.ts'
import { type ServedRooms, serveRooms } from '../kit/rooms.ts'
import { type Cast, GRABBABLE, offer, openCast, PLAYS, work } from './cast.ts'
import { openTown, type Town } from './town.ts'

let town: Town
let cast: Cast
let served: ServedRooms
let admin: Actor
beforeAll(async () => {
  town = await openTown()
  await installPreset(town.db, 1, presetOf('xihu'))
  const rules = async () => orderRulesOf(await placeRules(town.db, 1))
  town.needs = { ...town.needs, rules }
  cast = await openCast(town)
  const effectOf: Parameters<typeof editingRoom>[0]['effectOf'] = (...about) => ruleEffect(town.db, ...about)
  served = await serveRooms(town.db, [editingRoom({ db: town.db, presetOf, effectOf })])
  admin = await served.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
})
afterAll(async () => {
  await served.close()
  await town.close()
})

const ruleAt = async (at: string) => {
  const { body } = await served.read<{ items: RuleRow[] }>(admin, '/rules')
  return body.items.find(({ kind, key }) => `${kind}/${key}` === at)
}
const asked = async (at: string, change: object) => {
  const now = await ruleAt(at)
  return { row: { ...now?.row, ...change }, seen: now?.versionId ?? null }
}
const preview = async (at: string, change: object): Promise<RulePreview> =>
  (await served.send<RulePreview>(admin, `/rules/${at}/preview`, await asked(at, change))).body
const set = async (at: string, change: object) =>
  served.send(admin, `/rules/${at}`, { ...(await asked(at, change)), why: '按新的通知' })
const dues = () =>
  town.admin<{ id: string; due: Date }>(
    `select order_id as id, due_at as due from order_clocks where stopped_at is null and clock = 'handle'`,
  )
const byOrder = (rows: readonly { id: string; due: Date | string }[]) =>
  Object.fromEntries(rows.map(({ id, due }) => [id, new Date(due).toISOString()]))

it('says beforehand which running limits will move and to when, and exactly that happens', async () => {
  const ids = [newId(), newId(), newId()]
  for (const id of ids) await work(town, cast, id)
  const [urgency] = await town.admin<{ urgency: string }>(`select urgency from orders where id = $1`, [
    ids[0],
  ])
  const at = `clock/handle.${urgency?.urgency}`
  const before = byOrder(await dues())
  const said = await preview(at, { amount: 9, unit: 'workDay' })
  expect(said).toMatchObject({ effect: 'moves', total: 3 })
  expect(byOrder(said.orders.map(({ id, before: due }) => ({ id, due: due ?? '' })))).toEqual(before)
  expect(byOrder(await dues()), 'looking writes nothing').toEqual(before)
  expect((await set(at, { amount: 9, unit: 'workDay' })).status).toBe(200)
  await recountDeadlines(town.needs, 1)
  const after = byOrder(await dues())
  expect(byOrder(said.orders.map(({ id, after: due }) => ({ id, due: due ?? '' })))).toEqual(after)
  expect(await preview(at, { amount: 9, unit: 'workDay' })).toMatchObject({ total: 0 })
  const preset = (await served.read<RuleHistory>(admin, `/rules/${at}`)).body.preset ?? {}
  expect((await set(at, preset)).status).toBe(200)
  await recountDeadlines(town.needs, 1)
  expect(byOrder(await dues()), 'the way back').toEqual(before)
})

it('asks of an open order what it was placed under, and of a new one what holds now', async () => {
  const at = `item/${GRABBABLE}`
  const [old, young] = [newId(), newId()]
  await offer(town, cast, old)
  const said = await preview(at, { evidence: ['beforePhoto', 'afterPhoto', 'contact'] })
  expect(said.effect).toBe('keeps')
  expect(said.orders.map(({ id }) => id)).toContain(old)
  expect((await set(at, { evidence: ['beforePhoto', 'afterPhoto', 'contact'] })).status).toBe(200)
  await offer(town, cast, young)
  const handled = async (id: string, helper: Actor) => {
    const step = (version: number) => ({ actor: helper, order: { id, version, item: GRABBABLE }, dice: 1 })
    await PLAYS.claimOrder(town, cast, step(3))
    await PLAYS.contactRequester(town, cast, step(4))
    return PLAYS.handleOrder(town, cast, step(5))
  }
  expect((await handled(old, await town.helper('先来'))).state).toBe('handled')
  await expect(handled(young, await town.helper('后到'))).rejects.toMatchObject({ status: 422 })
})

/** Rows of every kind that is edited, each with values that it may take. */
const EDITS: readonly (readonly [at: string, choices: readonly object[]])[] = [
  [
    'item/changeBulb',
    [{ evidence: [] }, { evidence: ['afterPhoto'] }, { homeEntry: false }, { alias: ['灯不亮'] }],
  ],
  ['clock/handle.ordinary', [{ amount: 3 }, { amount: 8, unit: 'day' }, { unit: 'workHour' }]],
  ['alert/ordinary', [{ warnShare: 0.5 }, { quietAtNight: false }]],
  ['points/visit.changeBulb', [{ amount: 10 }, { dailyCap: 1000 }]],
  ['wave/wave2', [{ level: 'street' }, { level: 'community' }]],
  ['list/social', [{ printedCount: null }, { printedCount: 60 }]],
  ['setting/rework', [{ rounds: 3 }, { share: 0.25 }]],
  ['label/brand.points', [{ words: { zh: '邻里积分', en: 'Points' } }]],
]

it('keeps every open order under the version it was placed under, through any edits and ways back', async () => {
  expect(new Set(EDITS.map(([at]) => at.split('/')[0]))).toEqual(new Set(Object.keys(RULE_KINDS)))
  const placed = new Map<string, object | undefined>()
  const itemOf = async (id: string) => {
    const [row] = await town.admin<{ item: string; version: string }>(
      `select item, item_version as version from orders where id = $1`,
      [id],
    )
    const { version, ...item } = (await town.needs.rules(1)).item(row?.item ?? '', row?.version) ?? {}
    expect(version).toBe(row?.version)
    return item
  }
  const step = fc.record({
    row: fc.nat(EDITS.length - 1),
    choice: fc.nat(3),
    way: fc.constantFrom('edit', 'edit', 'back', 'preset', 'out', 'order'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      for (const { row, choice, way } of steps) {
        const [at, choices] = EDITS[row] ?? ['', []]
        if (way === 'order') {
          const id = newId()
          await offer(town, cast, id)
          placed.set(id, await itemOf(id))
          continue
        }
        const past = (await served.read<RuleHistory>(admin, `/rules/${at}`)).body
        const seen = past.versions[0]?.id ?? null
        const earlier = past.versions[choice % past.versions.length]?.row ?? past.preset
        const wanted = {
          edit: { ...past.preset, ...choices[choice % choices.length] },
          back: earlier,
          preset: past.preset,
          out: null,
        }[way]
        const why = way
        const answer = await served.send<{ versionId: string }>(admin, `/rules/${at}`, {
          row: wanted,
          seen,
          why,
        })
        const mayGo = way !== 'out' || ['points', 'item'].includes(at.split('/')[0] ?? '')
        if (way === 'out' && !mayGo) expect([200, 400], at).toContain(answer.status)
        else expect(answer.status, `${at} ${way} ${JSON.stringify(answer.body)}`).toBe(200)
        // Orders of a later step need the item again.
        if (at === 'item/changeBulb' && wanted === null)
          await served.send(admin, `/rules/${at}`, { row: past.preset, seen: answer.body.versionId, why })
      }
      for (const [id, item] of placed) expect(await itemOf(id), 'as it was placed').toEqual(item)
      const wrong = await town.admin(
        `select kind, key from policy_versions group by kind, key
         having count(*) filter (where to_at is null) <> 1 or max(version) <> count(*) or min(version) <> 1`,
      )
      expect(wrong, 'versions are counted without a gap, and one is in force').toEqual([])
    }),
    { numRuns: 8 },
  )
  const { body } = await served.read<{ items: RuleRow[] }>(admin, '/rules')
  expect(body.items.filter(({ origin, differs }) => origin === 'preset' && differs)).toEqual([])
})
