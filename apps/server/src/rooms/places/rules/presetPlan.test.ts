import { xihu } from '@linli/presets/xihu/index'
import { expect, it } from 'vitest'
import { type CurrentRow, planPreset, rowsOf } from './presetPlan.ts'

const founded = (): CurrentRow[] => rowsOf(xihu).map((row) => ({ ...row, origin: 'preset' as const }))

it('founds a place with every row of the preset, each with a key of its own', () => {
  const plan = planPreset([], rowsOf(xihu))
  expect(plan.write.filter((row) => row.kind === 'item').length).toBe(110)
  expect(new Set(plan.write.map((row) => `${row.kind}/${row.key}`)).size).toBe(plan.write.length)
  expect(plan.retire).toEqual([])
})

it('keeps every part of the preset under a kind of its own, in the preset’s order', () => {
  const rows = rowsOf(xihu)
  const keys = (kind: string) => rows.filter((row) => row.kind === kind).map(({ key }) => key)
  const named = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key)
  for (const [kind, list] of [
    ['level', xihu.levels],
    ['post', xihu.posts],
    ['team', xihu.teams],
    ['skill', xihu.skills],
    ['list', xihu.lists],
    ['item', xihu.catalogue],
    ['clock', xihu.clocks],
    ['points', xihu.points],
    ['reward', xihu.rewards],
    ['cardTag', xihu.cardTags],
    ['careRhythm', xihu.careRhythms],
    ['allowance', xihu.allowances],
    ['workResult', xihu.workResults],
    ['campaign', xihu.campaigns],
  ] as const)
    expect(keys(kind), kind).toEqual(named(list))
  expect(keys('wave')).toEqual(xihu.waves.map(({ wave }) => `wave${wave}`))
  expect(keys('label')).toEqual(Object.keys(xihu.labels))
  expect(keys('setting').toSorted()).toEqual([
    'careUnseen',
    'devices',
    'followUp',
    'gridSize',
    'helperQuota',
    'lifecycle',
    'offers',
    'partnerRule',
    'redemption',
    'rework',
    'selfHandling',
    'trust',
    'walk',
    'workAppeal',
  ])
  const positions = rows
    .filter(({ kind }) => kind === 'item')
    .map(({ body }) => 'position' in body && body.position)
  expect(positions).toEqual(xihu.catalogue.map((_, position) => position))
  expect(rows.find(({ kind }) => kind === 'label')?.body).toMatchObject({
    words: Object.values(xihu.labels)[0],
  })
})

it('keeps what a unit supplies with the unit, and nothing for one that supplies nothing', () => {
  const [first, ...more] = xihu.units
  if (!first) throw new Error('the preset has no unit')
  const supplying = { ...first, supplies: ['changeBulb'] }
  const idle = more.map(({ supplies: _supplies, ...unit }) => unit)
  const rows = rowsOf({ ...xihu, units: [supplying, ...idle] }).filter(({ kind }) => kind === 'supply')
  expect(rows).toEqual([
    {
      kind: 'supply',
      key: first.key,
      body: { key: first.key, unit: first.key, items: ['changeBulb'], source: first.source, position: 0 },
    },
  ])
})

it('shows what the place added of its own, and leaves it', () => {
  const own = { kind: 'skill', key: 'ours', body: { key: 'ours' }, origin: 'place' as const }
  expect(planPreset([...founded(), own], rowsOf(xihu))).toEqual({
    write: [],
    retire: [],
    differences: [{ kind: 'skill', key: 'ours', ours: { key: 'ours' }, preset: null }],
  })
})

it('finds nothing to do the second time, whatever order the keys come back in', () => {
  const back = founded().map((row) => ({
    ...row,
    body: Object.fromEntries(Object.entries(row.body).reverse()),
  }))
  expect(planPreset(back, rowsOf(xihu))).toEqual({ write: [], retire: [], differences: [] })
})

it('upgrades rows nobody edited, and shows what the place changed itself', () => {
  const current = founded().map((row) =>
    row.kind === 'item' && row.key === 'changeBulb'
      ? { ...row, origin: 'place' as const, body: { ...row.body, homeEntry: false } }
      : row,
  )
  const upgraded = { ...xihu, version: 2, helperQuota: 5, skills: xihu.skills.slice(1) }
  const plan = planPreset(current, rowsOf(upgraded))
  expect(plan.write).toContainEqual({ kind: 'setting', key: 'helperQuota', body: { value: 5 } })
  expect(plan.write.some((row) => row.key === 'changeBulb')).toBe(false)
  expect(plan.differences.map(({ kind, key }) => ({ kind, key }))).toEqual([
    { kind: 'item', key: 'changeBulb' },
  ])
  expect(plan.retire.map((row) => row.key)).toEqual([xihu.skills[0]?.key])
})
