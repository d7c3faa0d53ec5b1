import { observable } from '../observable.ts'
import { keep, recall } from '../storage.ts'

const STORED = 'waiting'
type Counts = Readonly<Record<string, number>>

const isCounts = (value: unknown): value is Counts => typeof value === 'object' && value !== null
/** As it was kept for the next start, and by other tabs. */
export const keptCounts = (): Counts => {
  const value = recall(STORED)
  return isCounts(value) ? value : {}
}

/** How many visits and photos of each person wait on this device: small enough to be known before their store is opened. */
export const counts = observable<Counts>({})

/** Says how many of somebody wait now. */
export function setWaiting(of: string, count: number): void {
  const { [of]: _before, ...others } = keptCounts()
  const next = count === 0 ? others : { ...others, [of]: count }
  keep(STORED, next)
  counts.set(next)
}
