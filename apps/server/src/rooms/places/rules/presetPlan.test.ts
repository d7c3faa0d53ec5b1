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
