import { STATES, type State } from '@linli/contract'
import type { Call } from '../drive/client.ts'

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

/** Reads the orders back and asks for the proof of the ledger. */
export async function reportOn(call: Call, admin: string, ids: readonly string[]): Promise<Report> {
  const states: { [state in State]?: number } = {}
  const stays = new Map<State, number[]>()
  for (const id of ids) {
    const view = await call('getOrder', { params: { id } }, admin)
    states[view.state] = (states[view.state] ?? 0) + 1
    for (const [at, entry] of view.timeline.entries()) {
      const next = view.timeline.slice(at + 1).find(({ toState }) => toState !== entry.toState)
      const entered = view.timeline[at - 1]?.toState !== entry.toState
      if (!next || !entered) continue
      stays.set(entry.toState, [
        ...(stays.get(entry.toState) ?? []),
        Date.parse(next.at) - Date.parse(entry.at),
      ])
    }
  }
  const month = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 7) // the region's own month
  const proof = await call('getProof', { params: { month } }, admin)
  return { states, stays, ledger: proof }
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
