import type { Sketch } from './similar.ts'

/** An order that resembles another, how much (0 to 1), and the features of the body that both have, the rarest first. */
export type Resembling = { readonly id: string; readonly score: number; readonly shared: readonly number[] }

/** From here on two orders at the same place are offered as perhaps the same, from there as very likely. */
export const MAYBE = 0.35
export const STRONG = 0.6

/** A typed array that grows by doubling. */
class Numbers<A extends Int32Array | Uint8Array | Float32Array> {
  of: A
  length = 0
  private readonly make: (length: number) => A
  constructor(make: (length: number) => A) {
    this.make = make
    this.of = make(1024)
  }
  push(value: number): number {
    if (this.length === this.of.length) {
      const wider = this.make(this.of.length * 2)
      wider.set(this.of)
      this.of = wider
    }
    this.of[this.length] = value
    return this.length++
  }
}
const ints = () => new Numbers((length) => new Int32Array(length))
const floats = () => new Numbers((length) => new Float32Array(length))

/** Above so many orders what stands in more than one in `COMMON` of them is passed over. */
const MANY = 5000
const COMMON = 15
/** The rarest words that a text shares with another say why; only so many are looked up. */
const MOST_SHARED = 12

/** One step of a byte: a weight is 1 + ln of a count, at most seven and a half. */
const STEP = 1 / 34

/** The lists of one field: which orders have a feature, chained through typed arrays (nine bytes an entry). */
class Field {
  private readonly heads = new Map<number, number>()
  private readonly head = ints()
  private readonly count = ints()
  private readonly next = ints()
  private readonly order = ints()
  private readonly weight = new Numbers((length) => new Uint8Array(length))
  readonly lengths = floats()

  rarity(feature: number, orders: number): number {
    const slot = this.heads.get(feature)
    return Math.log((1 + orders) / (1 + (slot === undefined ? 0 : (this.count.of[slot] as number)))) + 1
  }

  add(row: number, counts: ReadonlyMap<number, number>, orders: number): void {
    let square = 0
    for (const [feature, count] of counts) {
      const weight = Math.min(255, Math.round((1 + Math.log(count)) / STEP))
      let slot = this.heads.get(feature)
      if (slot === undefined) {
        slot = this.head.push(-1)
        this.count.push(0)
        this.heads.set(feature, slot)
      }
      const entry = this.next.push(this.head.of[slot] as number)
      this.order.push(row)
      this.weight.push(weight)
      this.head.of[slot] = entry
      this.count.of[slot] = (this.count.of[slot] as number) + 1
      square += (weight * STEP * this.rarity(feature, orders)) ** 2
    }
    while (this.lengths.length <= row) this.lengths.push(0)
    this.lengths.of[row] = Math.sqrt(square)
  }

  /** The lengths of all orders anew, by how rare each feature is now. */
  settle(orders: number): void {
    this.lengths.of.fill(0)
    for (const [feature, slot] of this.heads) {
      const rarity = this.rarity(feature, orders)
      for (let entry = this.head.of[slot] as number; entry >= 0; entry = this.next.of[entry] as number) {
        const row = this.order.of[entry] as number
        this.lengths.of[row] =
          (this.lengths.of[row] as number) + ((this.weight.of[entry] as number) * STEP * rarity) ** 2
      }
    }
    for (let row = 0; row < this.lengths.length; row++)
      this.lengths.of[row] = Math.sqrt(this.lengths.of[row] as number)
  }

  /** Adds `share` times the cosine of a text to each order that has any of its features. */
  cosines(
    counts: ReadonlyMap<number, number>,
    orders: number,
    share: number,
    into: Float32Array,
    touched: Numbers<Int32Array>,
  ): void {
    let square = 0
    const asked = [...counts].map(([feature, count]) => {
      const rarity = this.rarity(feature, orders)
      const value = (1 + Math.log(count)) * rarity
      square += value * value
      return { slot: this.heads.get(feature), value: value * rarity }
    })
    const length = Math.sqrt(square) || 1
    // Read by every entry: looked up once.
    const { head, count, next, order, weight, lengths } = this
    const [nexts, rows, weights, all] = [next.of, order.of, weight.of, lengths.of]
    for (const { slot, value } of asked) {
      if (slot === undefined) continue
      // What stands in so many orders says little and would be the longest list to read.
      if (orders > MANY && (count.of[slot] as number) * COMMON > orders) continue
      const step = (share * STEP * value) / length
      for (let entry = head.of[slot] as number; entry >= 0; entry = nexts[entry] as number) {
        const row = rows[entry] as number
        const before = into[row] as number
        if (before === 0) touched.push(row)
        into[row] = before + (step * (weights[entry] as number)) / ((all[row] as number) || 1)
      }
    }
  }

  /** In how many orders a feature stands. */
  ordersWith(feature: number): number {
    const slot = this.heads.get(feature)
    return slot === undefined ? 0 : (this.count.of[slot] as number)
  }

  has(feature: number, row: number): boolean {
    const slot = this.heads.get(feature)
    if (slot === undefined) return false
    for (let entry = this.head.of[slot] as number; entry >= 0; entry = this.next.of[entry] as number)
      if (this.order.of[entry] === row) return true
    return false
  }
}

/**
 * The orders of one region, to be asked for those that resemble a text: half the cosine of the titles' letters, half that
 * of the words (docs/decisions). Holds numbers only. One that is taken out is not found again; its entries go with the
 * next rebuilding.
 */
export class SimilarIndex {
  private readonly titles = new Field()
  private readonly bodies = new Field()
  private readonly ids: (string | undefined)[] = []
  private readonly rows = new Map<string, number>()
  private readonly placeFrom = ints()
  private readonly placePool = ints()
  private settledAt = 0
  private scores = new Float32Array(1024)

  get size(): number {
    return this.rows.size
  }
  has(id: string): boolean {
    return this.rows.has(id)
  }

  add(id: string, sketch: Sketch): void {
    this.remove(id)
    const row = this.ids.push(id) - 1
    this.rows.set(id, row)
    this.titles.add(row, sketch.title, this.ids.length)
    this.bodies.add(row, sketch.body, this.ids.length)
    this.placeFrom.push(this.placePool.length)
    for (const place of sketch.places) this.placePool.push(place | 0)
    if (this.scores.length < this.ids.length) this.scores = new Float32Array(this.ids.length * 2)
  }

  remove(id: string): void {
    const row = this.rows.get(id)
    if (row === undefined) return
    this.rows.delete(id)
    this.ids[row] = undefined
  }

  /** Those at a place that the text shares, the likest first. */
  resembling({ title, body, places }: Sketch, least: number, most: number): Resembling[] {
    if (this.ids.length > this.settledAt * 1.05 + 8) this.settle()
    const touched = ints()
    const orders = this.ids.length
    this.titles.cosines(title, orders, 0.5, this.scores, touched)
    this.bodies.cosines(body, orders, 0.5, this.scores, touched)
    const here = new Set(places.map((place) => place | 0))
    const found: { id: string; row: number; score: number }[] = []
    for (let at = 0; at < touched.length; at++) {
      const row = touched.of[at] as number
      const score = this.scores[row] as number
      this.scores[row] = 0
      const id = this.ids[row]
      if (id !== undefined && score >= least && this.isAt(row, here))
        found.push({ id, row, score: Math.min(1, score) })
    }
    found.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    const rare = [...body.keys()]
      .map((feature) => ({ feature, orders: this.bodies.ordersWith(feature) }))
      .filter((one) => one.orders > 1)
      .sort((a, b) => a.orders - b.orders)
      .slice(0, found.length === 0 ? 0 : MOST_SHARED)
    return found.slice(0, most).map(({ id, row, score }) => ({
      id,
      score,
      shared: rare.filter(({ feature }) => this.bodies.has(feature, row)).map(({ feature }) => feature),
    }))
  }

  /** How rare every feature is, anew; cheap beside what is asked between two times. */
  settle(): void {
    this.titles.settle(this.ids.length)
    this.bodies.settle(this.ids.length)
    this.settledAt = this.ids.length
  }

  private isAt(row: number, here: ReadonlySet<number>): boolean {
    const from = this.placeFrom.of[row] as number
    const to =
      row + 1 < this.placeFrom.length ? (this.placeFrom.of[row + 1] as number) : this.placePool.length
    for (let at = from; at < to; at++) if (here.has(this.placePool.of[at] as number)) return true
    return false
  }
}
