import type { GridReach } from '@linli/contract/merchants/shapes'
import { expect, test } from 'vitest'
import { lacking, standingOf, withStandings } from './gapTones.ts'

const service = (key: string, within: boolean) => ({
  key,
  within,
  minutes: within ? 5 : 40,
  how: 'reckoned' as const,
  merchant: '桥头药店',
})
const grid = (path: string, placed: boolean, ...services: GridReach['services']): GridReach => ({
  path,
  area: path,
  placed,
  services,
})
const all = () => true

test('a grid has all, some or none of the services looked at, or it is not known', () => {
  const some = grid('/g1/', true, service('pharmacy', true), service('clinic', false))
  expect(standingOf(some, all)).toBe('partly')
  expect(lacking(some, all)).toBe(1)
  expect(standingOf(some, (key) => key === 'pharmacy')).toBe('reached')
  expect(standingOf(some, (key) => key === 'clinic')).toBe('missing')
  expect(standingOf(grid('/g2/', false, service('pharmacy', false)), all)).toBe('unknown')
})

test('every tone stands in the name, too, and only grids of the list are drawn', () => {
  const row = (path: string) => ({ path, name: `${path}网格`, outline: null, position: null })
  const shown = withStandings(
    [row('/g1/'), row('/g2/'), row('/g3/')],
    [grid('/g1/', true, service('clinic', false)), grid('/g2/', false, service('clinic', false))],
    all,
    (standing, missing) => `${standing} ${missing}`,
  )
  expect(shown).toEqual([
    { path: '/g1/', name: '/g1/网格 missing 1', outline: null, position: null, tone: 0 },
    { path: '/g2/', name: '/g2/网格 unknown 0', outline: null, position: null },
  ])
})
