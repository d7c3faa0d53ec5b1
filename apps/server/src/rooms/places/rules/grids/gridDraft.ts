import type { Block, GridTask } from './gridTask.ts'

/** What a division is measured by: how far sizes are outside the limits, how uneven they are, how wide grids spread. */
export type Cost = { readonly outside: number; readonly uneven: number }

type Sums = { size: number; weight: number; x: number; y: number; square: number; members: Set<number> }

/** A division being made: which grid each block lies in, with all sums that a move changes. */
export class GridDraft {
  readonly of: Int32Array
  private readonly sums: Sums[]
  private readonly even: number
  /** Half of the room that one grid has, squared: what a spread is compared with. */
  private readonly room: number
  readonly blocks: readonly Block[]
  private readonly task: Pick<GridTask, 'least' | 'most'>

  constructor(blocks: readonly Block[], task: Pick<GridTask, 'least' | 'most'>, grids: number) {
    this.blocks = blocks
    this.task = task
    this.of = new Int32Array(blocks.length).fill(-1)
    this.sums = Array.from({ length: grids }, () => ({
      size: 0,
      weight: 0,
      x: 0,
      y: 0,
      square: 0,
      members: new Set<number>(),
    }))
    this.even = Math.max(1, blocks.reduce((sum, { households }) => sum + households, 0) / grids)
    const [xs, ys] = [blocks.map(({ x }) => x), blocks.map(({ y }) => y)]
    const span = (values: number[]): number => Math.max(...values) - Math.min(...values)
    this.room = Math.max(1, (span(xs) * span(ys)) / grids / 4, ((span(xs) + span(ys)) / grids / 8) ** 2)
  }

  get grids(): number {
    return this.sums.length
  }
  size(grid: number): number {
    return this.sums[grid]?.size ?? 0
  }
  members(grid: number): ReadonlySet<number> {
    return this.sums[grid]?.members ?? new Set()
  }

  /** Puts a block into a grid, or with -1 into none. */
  put(at: number, grid: number): void {
    const block = this.block(at)
    const from = this.sums[this.of[at] ?? -1]
    if (from) this.add(from, at, block, -1)
    const to = this.sums[grid]
    if (to) this.add(to, at, block, 1)
    this.of[at] = grid
  }

  /** What all grids cost together. */
  cost(): number {
    return this.sums.reduce((sum, one) => sum + this.costOf(one), 0)
  }

  /** By how much the cost changes when blocks change their grids; nothing is changed. */
  change(moves: readonly (readonly [at: number, grid: number])[]): number {
    const touched = new Set(moves.flatMap(([at, grid]) => [this.of[at] ?? -1, grid]))
    const measure = (): number =>
      [...touched].reduce((sum, grid) => sum + (this.sums[grid] ? this.costOf(this.sums[grid]) : 0), 0)
    const before = measure()
    const back = moves.map(([at]) => [at, this.of[at] ?? -1] as const)
    for (const [at, grid] of moves) this.put(at, grid)
    const after = measure()
    for (const [at, grid] of back) this.put(at, grid)
    return after - before
  }

  /** Whether a grid hangs together without a block, or as it is. */
  holds(grid: number, without = -1): boolean {
    const members = this.members(grid)
    const wanted = members.size - (members.has(without) ? 1 : 0)
    const first = [...members].find((one) => one !== without)
    if (first === undefined) return false
    const seen = new Set([first])
    const waiting = [first]
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop())
      for (const next of this.block(one).next)
        if (next !== without && members.has(next) && !seen.has(next)) {
          seen.add(next)
          waiting.push(next)
        }
    return seen.size === wanted
  }

  /** The grids beside a block, other than its own. */
  beside(at: number): number[] {
    const own = this.of[at]
    return [...new Set(this.block(at).next.map((next) => this.of[next] ?? -1))].filter(
      (grid) => grid >= 0 && grid !== own,
    )
  }

  block(at: number): Block {
    const block = this.blocks[at]
    if (!block) throw new Error(`no block ${at}`)
    return block
  }

  /** How many households a grid has too many or too few. */
  outside(grid: number): number {
    const { least, most } = this.task
    return Math.max(0, this.size(grid) - most, least - this.size(grid))
  }

  private add(sums: Sums, at: number, { households, x, y }: Block, sign: 1 | -1): void {
    const weight = sign * (households + 1)
    sums.size += sign * households
    sums.weight += weight
    sums.x += weight * x
    sums.y += weight * y
    sums.square += weight * (x * x + y * y)
    if (sign === 1) sums.members.add(at)
    else sums.members.delete(at)
  }

  private costOf({ size, weight, x, y, square, members }: Sums): number {
    if (members.size === 0) return 1000
    const { least, most } = this.task
    const outside = Math.max(0, size - most, least - size) / this.even
    const uneven = (size - this.even) / this.even
    const spread = Math.max(0, square - (x * x + y * y) / weight) / (this.even * this.room)
    return 1000 * outside ** 2 + uneven ** 2 + spread
  }
}
