import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parentOf, planRedraw, type RedrawPlan, type Refusal, type TreeArea } from './redrawPlan.ts'

const LEVELS = [
  { key: 'street', prefix: 's' },
  { key: 'community', prefix: 'c' },
  { key: 'grid', prefix: 'g' },
  { key: 'building', prefix: 'b' },
  { key: 'entrance', prefix: 'e' },
]
const area = (path: string, name: string, closed = false): TreeArea => ({
  path,
  parentPath: parentOf(path),
  level: LEVELS[path.split('/').length - 3]?.key ?? 'region',
  code: path.split('/').at(-2) ?? '',
  name,
  compound: null,
  closed,
})
const TREE = [
  area('/s1/', '示范街道'),
  area('/s1/c1/', '桃源社区'),
  area('/s1/c1/g1/', '一网格'),
  area('/s1/c1/g1/b1/', '1栋'),
  area('/s1/c1/g1/b1/e1/', '1单元'),
  area('/s1/c1/g1/b2/', '2栋'),
  area('/s1/c1/g2/', '二网格'),
  area('/s1/c1/g2/b1/', '从前的1栋', true),
  area('/s1/c1/g2/b3/', '3栋'),
  area('/s1/c1/g3/', '三网格', true),
]
const planned = (plan: RedrawPlan | Refusal): RedrawPlan => {
  if ('fault' in plan) throw new Error(`${plan.fault} ${plan.about}`)
  return plan
}
const plan = (closes: string[], parts: { to?: string; name?: string; areas: string[] }[]) =>
  planRedraw(TREE, LEVELS, { closes, parts })

it('moves a building with its entrances, under a code that was never used there', () => {
  const { kind, path, opens, successions } = planned(
    plan([], [{ to: '/s1/c1/g2/', areas: ['/s1/c1/g1/b1/'] }]),
  )
  expect([kind, path]).toEqual(['move', '/s1/c1/'])
  expect(opens.map((one) => one.path)).toEqual(['/s1/c1/g2/b4/', '/s1/c1/g2/b4/e1/'])
  expect(successions).toEqual([
    { from: '/s1/c1/g1/b1/', to: '/s1/c1/g2/b4/', isMain: true },
    { from: '/s1/c1/g1/b1/e1/', to: '/s1/c1/g2/b4/e1/', isMain: true },
  ])
})

it('splits a grid; what lay in none of its buildings goes to the first part', () => {
  const { kind, closes, successions } = planned(
    plan(
      ['/s1/c1/g1/'],
      [
        { name: '一网格甲', areas: ['/s1/c1/g1/b1/'] },
        { name: '一网格', areas: ['/s1/c1/g1/b2/'] },
      ],
    ),
  )
  expect([kind, closes.length]).toEqual(['split', 4])
  expect(successions.filter(({ from }) => from === '/s1/c1/g1/')).toEqual([
    { from: '/s1/c1/g1/', to: '/s1/c1/g4/', isMain: true },
    { from: '/s1/c1/g1/', to: '/s1/c1/g5/', isMain: false },
  ])
})

it('merges grids into a new one or into one that is there', () => {
  const all = ['/s1/c1/g1/b1/', '/s1/c1/g1/b2/', '/s1/c1/g2/b3/']
  const merged = planned(plan(['/s1/c1/g1/', '/s1/c1/g2/'], [{ name: '新一网格', areas: all }]))
  expect(merged.kind).toBe('merge')
  expect(merged.opens.map((one) => one.path)).toEqual([
    '/s1/c1/g4/',
    '/s1/c1/g4/b1/',
    '/s1/c1/g4/b2/',
    '/s1/c1/g4/b3/',
    '/s1/c1/g4/b1/e1/',
  ])
  const into = planned(
    plan(['/s1/c1/g1/'], [{ to: '/s1/c1/g2/', areas: ['/s1/c1/g1/b1/', '/s1/c1/g1/b2/'] }]),
  )
  expect(into.kind).toBe('merge')
  expect(into.successions).toContainEqual({ from: '/s1/c1/g1/', to: '/s1/c1/g2/', isMain: true })
})

it.each([
  ['leftOver', ['/s1/c1/g1/'], [{ name: '新', areas: ['/s1/c1/g1/b1/'] }]],
  ['unknownArea', ['/s1/c1/g3/'], [{ name: '新', areas: [] }]],
  ['listedTwice', [], [{ to: '/s1/c1/g2/', areas: ['/s1/c1/g1/b1/', '/s1/c1/g1/b1/'] }]],
  ['toOrName', [], [{ areas: ['/s1/c1/g1/b1/'] }]],
  ['alreadyThere', [], [{ to: '/s1/c1/g1/', areas: ['/s1/c1/g1/b1/'] }]],
  ['nothing', [], [{ to: '/s1/c1/g1/', areas: [] }]],
  ['wrongLevel', ['/s1/c1/'], [{ name: '新', areas: ['/s1/c1/g1/', '/s1/c1/g2/'] }]],
  ['wrongLevel', [], [{ to: '/s1/c1/g2/', areas: ['/s1/c1/g1/b1/e1/'] }]],
  ['nameTaken', [], [{ name: '二网格', areas: ['/s1/c1/g1/b1/'] }]],
] as const)('refuses with %s', (fault, closes, parts) => {
  expect(
    plan(
      [...closes],
      parts.map((part) => ({ ...part, areas: [...part.areas] })),
    ),
  ).toMatchObject({
    fault,
  })
})

it('whatever is drawn, closes and successors match, no code comes twice, and no area hangs in the air', () => {
  const grids = Array.from({ length: 4 }, (_, at) => area(`/s1/c1/g${at + 1}/`, `${at + 1}网格`))
  const buildings = grids.flatMap(({ path }, grid) =>
    [1, 2, 3].flatMap((at) => [
      area(`${path}b${at}/`, `${grid * 3 + at}栋`),
      area(`${path}b${at}/e1/`, '1单元'),
    ]),
  )
  const tree = [...TREE.slice(0, 2), ...grids, ...buildings]
  const roots = buildings.filter(({ level }) => level === 'building')
  fc.assert(
    fc.property(
      fc.subarray(grids, { minLength: 1, maxLength: 2 }),
      fc.array(fc.nat(2), { minLength: 12, maxLength: 12 }),
      (ending, choice) => {
        const closes = ending.map(({ path }) => path)
        const within = roots.filter(({ parentPath }) => closes.includes(parentPath ?? ''))
        const parts = [0, 1, 2].map((part) => ({
          name: `新${part}网格`,
          areas: within.filter((_, at) => choice[at] === part).map(({ path }) => path),
        }))
        const done = planned(planRedraw(tree, LEVELS, { closes, parts }))
        const mains = done.successions.filter(({ isMain }) => isMain).map(({ from }) => from)
        expect(mains.sort()).toEqual(done.closes.map(({ path }) => path).sort())
        const opened = done.opens.map(({ path }) => path)
        expect(new Set([...opened, ...tree.map(({ path }) => path)]).size).toBe(opened.length + tree.length)
        const there = new Set([
          ...tree.map(({ path }) => path).filter((path) => !mains.includes(path)),
          ...opened,
        ])
        for (const { parentPath } of done.opens) expect(there).toContain(parentPath)
        for (const { to } of done.successions) expect(there).toContain(to)
      },
    ),
  )
})
