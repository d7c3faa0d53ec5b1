import { blocksOf, largeEstates } from './blocks.ts'
import { GridDraft } from './gridDraft.ts'
import type { Block, GridPlan, GridReason, GridTask, PlannedGrid } from './gridTask.ts'

/** Beginnings that are tried beside today's grids. */
const TRIES = 6
/** A plan that costs less than this share of today's is clearly better. */
const CLEARLY = 0.8
/** Rounds over all blocks; a round that changes nothing ends it. */
const ROUNDS = 80

/**
 * Grids for one community (网格规划): districting by growing from seeds and improving at the borders, over blocks that
 * are never divided.
 *
 * Objective, in this order: households of each grid within the limits; then even sizes and short ways, weighed alike;
 * today's grids are one of the beginnings, and of two plans as good as each other the one with fewer moves is taken.
 *
 * Guarantees, all tested over made-up communities: every building lies in one grid; every grid hangs together; an estate
 * lies in one grid unless it is larger than a grid may be; a grid outside the limits says why; the same task gives the
 * same plan. Whether buildings hang together is told from their positions: nobody else lies between neighbours.
 *
 * The problem is NP-hard (balanced connected partition), hence a heuristic; what it cannot do it says.
 * @param progress told the share done, 0 to 1
 */
export function planGrids(task: GridTask, progress: (share: number) => void = () => undefined): GridPlan {
  const blocks = blocksOf(task)
  if (blocks.length === 0) return { grids: [], dividedEstates: [] }
  const today = [...new Set(task.buildings.map(({ grid }) => grid))]
  const count = Math.min(blocks.length, countOf(task, today.length))
  const isToday = today.length === count
  const random = seeded(task.seed)
  const begin = (at: number): GridDraft =>
    at === 0 && isToday ? asToday(task, blocks, today) : grown(new GridDraft(blocks, task, count), random)
  const now = begin(0)
  // Another plan takes the place of today's grids only when it is clearly better: whoever moves a building moves people.
  let best = { draft: now, cost: isToday ? now.cost() * CLEARLY : Number.POSITIVE_INFINITY }
  for (let at = 0; at <= TRIES; at += 1) {
    const draft = improved(begin(at))
    const cost = draft.cost()
    if (cost < best.cost - 1e-9) best = { draft, cost }
    progress((at + 1) / (TRIES + 1))
  }
  return { grids: gridsOf(task, best.draft), dividedEstates: largeEstates(task) }
}

/** How many grids: today's number where it is possible, else the one whose grids come nearest to the middle of the limits. */
export function countOf({ buildings, least, most }: Omit<GridTask, 'seed'>, today: number): number {
  const total = buildings.reduce((sum, { households }) => sum + households, 0)
  const fewest = Math.max(1, Math.ceil(total / most))
  const highest = Math.max(1, Math.floor(total / least))
  if (today >= fewest && today <= highest) return today
  const middle = Math.round(total / ((least + most) / 2))
  // Where no number fits at all, a grid too many is smaller than allowed, one too few larger: too small hurts nobody.
  return fewest > highest ? fewest : Math.min(highest, Math.max(fewest, middle))
}

/** Today's grids where they hang together; what is cut off from the rest of its grid is given to a grid beside it. */
function asToday(
  { buildings, ...limits }: GridTask,
  blocks: readonly Block[],
  today: readonly string[],
): GridDraft {
  const draft = new GridDraft(blocks, limits, today.length)
  for (const [at, { buildings: members }] of blocks.entries()) {
    const votes = new Map<number, number>()
    for (const member of members) {
      const grid = today.indexOf(buildings[member]?.grid ?? '')
      votes.set(grid, (votes.get(grid) ?? 0) + (buildings[member]?.households ?? 0) + 1)
    }
    const [most] = [...votes].sort(([a, x], [b, y]) => y - x || a - b)
    draft.put(at, most?.[0] ?? 0)
  }
  for (let grid = 0; grid < draft.grids; grid += 1) {
    const parts = partsOf(draft, grid).sort((a, b) => b.length - a.length)
    for (const part of parts.slice(1)) for (const at of part) draft.put(at, -1)
  }
  for (let grid = 0; grid < draft.grids; grid += 1) if (draft.members(grid).size === 0) seedInto(draft, grid)
  return filled(draft)
}

/** An empty grid begins with the block that is farthest from being alone in its own. */
function seedInto(draft: GridDraft, grid: number): void {
  const free = draft.blocks.findIndex((_, at) => draft.of[at] === -1)
  const taken = draft.blocks.findIndex((_, at) => {
    const own = draft.of[at] ?? -1
    return own >= 0 && draft.members(own).size > 1 && draft.holds(own, at)
  })
  draft.put(free >= 0 ? free : Math.max(0, taken), grid)
}

function partsOf(draft: GridDraft, grid: number): number[][] {
  const left = new Set(draft.members(grid))
  const parts: number[][] = []
  for (const first of draft.members(grid)) {
    if (!left.delete(first)) continue
    const part = [first]
    for (const one of part) for (const next of draft.block(one).next) if (left.delete(next)) part.push(next)
    parts.push(part)
  }
  return parts
}

/** Seeds far from each other (Arthur and Vassilvitskii 2007), then always the smallest grid takes its nearest neighbour. */
function grown(draft: GridDraft, random: () => number): GridDraft {
  const { blocks } = draft
  const seeds = [Math.floor(random() * blocks.length)]
  while (seeds.length < draft.grids) {
    const far = blocks.map((block, at) =>
      seeds.includes(at)
        ? 0
        : (block.households + 1) * Math.min(...seeds.map((seed) => way(block, draft.block(seed)) + 1e-6)),
    )
    const drawn = drawFrom(far, random())
    seeds.push(
      drawn >= 0 && !seeds.includes(drawn) ? drawn : blocks.findIndex((_, at) => !seeds.includes(at)),
    )
  }
  for (const [grid, seed] of seeds.entries()) draft.put(seed, grid)
  return filled(draft)
}

/** The place in a list of weights that a number in [0, 1) falls on; -1 when all weights are nothing. */
function drawFrom(weights: readonly number[], share: number): number {
  let left = share * weights.reduce((sum, one) => sum + one, 0)
  for (const [at, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return at
  }
  return -1
}

/** Gives every block that lies nowhere to a grid beside it, the smallest grid first. */
function filled(draft: GridDraft): GridDraft {
  const seeds = Array.from({ length: draft.grids }, (_, grid) => [...draft.members(grid)][0] ?? 0)
  const open = new Set(Array.from({ length: draft.grids }, (_, grid) => grid))
  while (open.size > 0) {
    const grid = [...open].reduce((least, one) => (draft.size(one) < draft.size(least) ? one : least))
    const seed = draft.block(seeds[grid] ?? 0)
    let nearest = -1
    for (const member of draft.members(grid))
      for (const next of draft.block(member).next)
        if (
          draft.of[next] === -1 &&
          (nearest < 0 || way(draft.block(next), seed) < way(draft.block(nearest), seed))
        )
          nearest = next
    if (nearest < 0) open.delete(grid)
    else draft.put(nearest, grid)
  }
  return draft
}

const way = (a: Block, b: Block): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2

/** Moves blocks over borders, and changes two for each other, as long as that makes the division better. */
function improved(draft: GridDraft): GridDraft {
  for (let round = 0; round < ROUNDS; round += 1) {
    let better = false
    for (let at = 0; at < draft.blocks.length; at += 1) better = moveOver(draft, at) || better
    for (let at = 0; at < draft.blocks.length; at += 1) better = changeOver(draft, at) || better
    if (!better) return draft
  }
  return draft
}

const BETTER = -1e-9

function moveOver(draft: GridDraft, at: number): boolean {
  const own = draft.of[at] ?? -1
  const [best] = draft
    .beside(at)
    .map((grid) => ({ grid, change: draft.change([[at, grid]]) }))
    .sort((a, b) => a.change - b.change || a.grid - b.grid)
  if (!best || best.change >= BETTER || draft.members(own).size === 1 || !draft.holds(own, at)) return false
  draft.put(at, best.grid)
  return true
}

/** Changes a block for one of a grid beside it. Both grids must hang together afterwards. */
function changeOver(draft: GridDraft, at: number): boolean {
  const own = draft.of[at] ?? -1
  // Read before the changes are tried: each try takes blocks out of the grid and puts them back.
  for (const grid of draft.beside(at))
    for (const other of [...draft.members(grid)].filter((one) => draft.beside(one).includes(own))) {
      const moves = [
        [at, grid],
        [other, own],
      ] as const
      if (draft.change(moves) >= BETTER) continue
      for (const [block, to] of moves) draft.put(block, to)
      if (draft.holds(own) && draft.holds(grid)) return true
      draft.put(at, own)
      draft.put(other, grid)
    }
  return false
}

function gridsOf(task: GridTask, draft: GridDraft): PlannedGrid[] {
  const total = task.buildings.reduce((sum, { households }) => sum + households, 0)
  const divisible = Math.ceil(total / task.most) <= Math.floor(total / task.least)
  const reasonOf = (grid: number, buildings: readonly number[]): GridReason | null => {
    if (draft.outside(grid) === 0) return null
    if (draft.size(grid) > task.most && buildings.length === 1) return 'building'
    return divisible ? 'shape' : 'arithmetic'
  }
  return Array.from({ length: draft.grids }, (_, grid) => {
    const buildings = [...draft.members(grid)]
      .flatMap((at) => draft.block(at).buildings)
      .sort((a, b) => a - b)
    return { buildings, households: draft.size(grid), reason: reasonOf(grid, buildings) }
  }).sort((a, b) => (a.buildings[0] ?? 0) - (b.buildings[0] ?? 0))
}

/** Numbers in [0, 1) that a seed repeats (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
