import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocksOf, largeEstates } from './blocks.ts'
import { figuresOf, keeps, redrawOf } from './compare.ts'
import type { GridPlan, GridTask, PlannedBuilding } from './gridTask.ts'
import { countOf, planGrids } from './planGrids.ts'

const building = (at: number, more: Partial<PlannedBuilding> = {}): PlannedBuilding => ({
  path: `/c1/g${1 + (at % 3)}/b${at}/`,
  compound: null,
  households: 40,
  grid: `/c1/g${1 + (at % 3)}/`,
  x: (at % 10) * 60,
  y: Math.floor(at / 10) * 60,
  ...more,
})
const task = (count: number, more: Partial<GridTask> = {}): GridTask => ({
  buildings: Array.from({ length: count }, (_, at) => building(at)),
  least: 300,
  most: 500,
  seed: 1,
  ...more,
})

/** Whether the blocks of a grid hang together; an estate is one piece. */
function hangsTogether(asked: GridTask, members: readonly number[]): boolean {
  const blocks = blocksOf(asked)
  const inside = new Set(
    blocks.flatMap((block, at) => (block.buildings.some((one) => members.includes(one)) ? at : [])),
  )
  const waiting = [...inside].slice(0, 1)
  const seen = new Set(waiting)
  for (const one of waiting)
    for (const next of blocks[one]?.next ?? [])
      if (inside.has(next) && !seen.has(next)) {
        seen.add(next)
        waiting.push(next)
      }
  return seen.size === inside.size
}

const communities = fc.record({
  buildings: fc
    .array(
      fc.record({
        compound: fc.option(fc.constantFrom('桃源', '柳苑', '金色家园', '老街'), { nil: null }),
        households: fc.integer({ min: 0, max: 700 }),
        x: fc.option(fc.integer({ min: 0, max: 2000 }), { nil: null, freq: 5 }),
        y: fc.integer({ min: 0, max: 2000 }),
        grid: fc.constantFrom('/c1/g1/', '/c1/g2/', '/c1/g3/'),
      }),
      { minLength: 1, maxLength: 60 },
    )
    .map((list) =>
      list.map(
        (one, at): PlannedBuilding => ({
          ...one,
          y: one.x === null ? null : one.y,
          path: `${one.grid}b${at}/`,
        }),
      ),
    ),
  least: fc.integer({ min: 1, max: 400 }),
  seed: fc.integer(),
})
const asked = (given: { buildings: PlannedBuilding[]; least: number; seed: number }): GridTask => ({
  ...given,
  most: given.least * 2,
})

describe('a plan of grids', () => {
  it('keeps its promises for any community', () => {
    fc.assert(
      fc.property(communities, (given) => {
        const wanted = asked(given)
        const plan = planGrids(wanted)
        const all = plan.grids.flatMap(({ buildings }) => buildings)
        expect(all.toSorted((a, b) => a - b)).toEqual(wanted.buildings.map((_, at) => at))
        for (const grid of plan.grids) {
          expect(hangsTogether(wanted, grid.buildings)).toBe(true)
          const size = grid.buildings.reduce((sum, at) => sum + (wanted.buildings[at]?.households ?? 0), 0)
          expect(grid.households).toBe(size)
          expect(grid.reason === null).toBe(size >= wanted.least && size <= wanted.most)
        }
        const large = new Set(largeEstates(wanted))
        const estates = Map.groupBy(wanted.buildings.keys(), (at) => wanted.buildings[at]?.compound ?? null)
        for (const [estate, members] of estates) {
          const grids = plan.grids.filter(({ buildings }) => buildings.some((at) => members.includes(at)))
          if (estate !== null && !large.has(estate)) expect(grids).toHaveLength(1)
        }
        expect(plan.dividedEstates).toEqual([...large])
        expect(planGrids(wanted)).toEqual(plan)
      }),
      { numRuns: 150, seed: 7 },
    )
  })

  it('meets the limits wherever buildings are small and lie in rows', () => {
    for (const count of [8, 30, 73, 100]) {
      const plan = planGrids(task(count))
      expect(plan.grids.map(({ reason }) => reason).filter(Boolean)).toEqual([])
    }
  })

  it('leaves good grids as they are', () => {
    const stripes = Array.from({ length: 30 }, (_, at) => {
      const grid = `/c1/g${1 + Math.floor(at / 10)}/`
      return building(at, { grid, path: `${grid}b${at}/`, x: (at % 5) * 60, y: Math.floor(at / 5) * 60 })
    })
    const wanted = task(0, { buildings: stripes })
    const plan = planGrids(wanted)
    const wishes = wishesOf(wanted, plan)
    expect(redrawOf(stripes, wishes)).toEqual({ closes: [], parts: [] })
  })

  it('says why a grid is too large or too small', () => {
    const tower = task(1, { buildings: [building(0, { households: 900 })] })
    expect(planGrids(tower).grids).toEqual([{ buildings: [0], households: 900, reason: 'building' }])
    const hamlet = task(2)
    expect(planGrids(hamlet).grids).toMatchObject([{ households: 80, reason: 'arithmetic' }])
    // 2,763 households in three grids of 921, as a place has them: five to nine grids would be within 300 and 500.
    expect(countOf({ buildings: [building(0, { households: 2763 })], least: 300, most: 500 }, 3)).toBe(7)
    expect(planGrids(task(0)).grids).toEqual([])
  })

  it('tells how far it is', () => {
    const told: number[] = []
    planGrids(task(40), (share) => told.push(share))
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
  })
})

const wishesOf = ({ buildings }: GridTask, { grids }: GridPlan) => {
  const kept = keeps(
    buildings,
    grids.map((grid) => grid.buildings),
  )
  return grids.map((grid, at) => ({
    name: `新${at}`,
    keeps: kept[at] ?? null,
    buildings: grid.buildings.map((one) => buildings[one]?.path ?? ''),
  }))
}

describe('a plan beside today', () => {
  it('becomes a redraw that every building comes out of where the plan wants it', () => {
    fc.assert(
      fc.property(communities, (given) => {
        const wanted = asked(given)
        const wishes = wishesOf(wanted, planGrids(wanted))
        const { closes, parts } = redrawOf(wanted.buildings, wishes)
        const moved = new Map(parts.flatMap(({ to, name, areas }) => areas.map((path) => [path, to ?? name])))
        for (const { path, grid } of wanted.buildings) {
          const wish = wishes.find(({ buildings }) => buildings.includes(path))
          expect(moved.get(path) ?? grid).toBe(wish?.keeps ?? wish?.name)
          if (closes.includes(grid)) expect(moved.has(path)).toBe(true)
        }
        for (const { to, areas } of parts) {
          expect(areas.length).toBeGreaterThan(0)
          expect(closes).not.toContain(to)
        }
      }),
      { numRuns: 150, seed: 3 },
    )
  })

  it('is told in figures', () => {
    const { buildings } = task(30)
    const today = [0, 1, 2].map((grid) => buildings.flatMap((_, at) => (at % 3 === grid ? at : [])))
    const figures = figuresOf(buildings, today, { least: 300, most: 500 })
    expect(figures).toMatchObject({ grids: 3, least: 400, most: 400, outside: 0 })
    const plan = planGrids(task(30))
    const planned = figuresOf(
      buildings,
      plan.grids.map((grid) => grid.buildings),
      { least: 300, most: 500 },
    )
    expect(planned.metres ?? 0).toBeLessThan(figures.metres ?? 0)
    const unplaced = buildings.map((one) => ({ ...one, x: null, y: null }))
    expect(figuresOf(unplaced, today, { least: 300, most: 500 }).metres).toBeNull()
  })
})
