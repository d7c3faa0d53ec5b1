import { STATES, type State } from '@linli/contract'
import { REGION } from '../demo/ground.ts'
import type { Call } from '../drive/client.ts'
import { type Life, livesOf } from '../rooms/orders/index.ts'
import type { Stand } from './stand.ts'

const BATCH = 1000

export type Report = {
  readonly states: { readonly [state in State]?: number }
  /** Milliseconds spent in each state, one number a stay. */
  readonly stays: ReadonlyMap<State, readonly number[]>
  readonly ledger: {
    readonly total: number
    readonly unequalAccounts: number
    readonly holds: boolean
    readonly balances: number
  }
}

type Lives = Pick<Report, 'states' | 'stays'>

/** States of the orders and how long they stayed in each: from the database where it is ours, else page by page. */
export async function readBack(
  { call, troupe, house }: Pick<Stand, 'call' | 'troupe' | 'house'>,
  ids: readonly string[],
): Promise<Lives> {
  if (!house) return readPages(call, await troupe.admin(), ids)
  const lives = newLives()
  for (let at = 0; at < ids.length; at += BATCH) {
    const orders = await livesOf(house.db, REGION, ids.slice(at, at + BATCH))
    for (const life of orders) addLife(lives, life)
  }
  return lives
}

/** Reads the orders' pages by the public API. */
export async function readPages(call: Call, admin: string, ids: readonly string[]): Promise<Lives> {
  const lives = newLives()
  for (const id of ids) {
    const { state, timeline } = await call('getOrder', { params: { id } }, admin)
    addLife(lives, { state, steps: timeline.map(({ toState, at }) => ({ to: toState, at })) })
  }
  return lives
}

type Tally = { states: { [state in State]?: number }; stays: Map<State, number[]> }
const newLives = (): Tally => ({ states: {}, stays: new Map() })

function addLife({ states, stays }: Tally, { state, steps }: Life): void {
  states[state] = (states[state] ?? 0) + 1
  for (const [index, entry] of steps.entries()) {
    const next = steps.slice(index + 1).find(({ to }) => to !== entry.to)
    if (!next || steps[index - 1]?.to === entry.to) continue
    const list = stays.get(entry.to) ?? []
    list.push(Date.parse(next.at) - Date.parse(entry.at))
    stays.set(entry.to, list)
  }
}

/** What became of the orders, with the proof of the ledger. */
export async function reportOn(call: Call, admin: string, lives: Lives): Promise<Report> {
  const month = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 7) // the region's own month
  return { ...lives, ledger: await call('getProof', { params: { month } }, admin) }
}

/** The share-th smallest of some numbers. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`

/** The report in lines for the terminal. */
export function printed({ states, stays, ledger }: Report): string[] {
  const names = Object.keys(STATES) as State[] // Object.keys forgets the key type
  return [
    '最终状态 Final states',
    ...names.flatMap((state) =>
      states[state] ? [`  ${STATES[state].zh} ${STATES[state].en}: ${states[state]}`] : [],
    ),
    '各状态停留 Time in each state: median, p90',
    ...names.flatMap((state) => {
      const list = stays.get(state) ?? []
      return list.length === 0
        ? []
        : [
            `  ${STATES[state].zh}: ${seconds(quantile(list, 0.5))}, ${seconds(quantile(list, 0.9))} (${list.length})`,
          ]
    }),
    `积分账 Ledger: 总和 sum ${ledger.total}, 余额 balances ${ledger.balances}, 不符账户 unequal accounts ${ledger.unequalAccounts}, ${ledger.holds ? '相符 proved' : '不符 NOT PROVED'}`,
  ]
}
