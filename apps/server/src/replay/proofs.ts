import { REGION } from '../demo/ground.ts'
import type { Database } from '../kernel/db/database.ts'
import { insightRulesOf, unequalCounters } from '../rooms/insight/index.ts'
import { orderRulesOf, rederived } from '../rooms/orders/index.ts'
import { placeRules } from '../rooms/places/index.ts'
import { rederivedBalances, rederivedPromises } from '../rooms/points/index.ts'

/** One kind of what was made anew from the events, with what differs from the stored rows; none is the proof. */
export type Proof = {
  readonly kind: { readonly zh: string; readonly en: string }
  /** How many were compared; null where only the differences are known. */
  readonly compared: number | null
  readonly differences: readonly string[]
}

/** Makes states, clocks, counters and points of the region anew from its events and compares. Relay and jobs must be idle. */
export async function proofsOf(db: Database): Promise<Proof[]> {
  const place = await placeRules(db, REGION)
  const orders = await rederived(db, REGION, orderRulesOf(place))
  const unequal = await unequalCounters({ db, rules: async () => insightRulesOf(place) }, REGION)
  return [
    { kind: { zh: '状态', en: 'states' }, compared: orders.orders, differences: orders.states },
    { kind: { zh: '时钟', en: 'clocks' }, compared: orders.clocks, differences: orders.times },
    {
      kind: { zh: '计数', en: 'counters' },
      compared: null,
      differences: unequal.map(({ what, area, item }) => `${what} ${area} ${item}`),
    },
    { kind: { zh: '余额', en: 'balances' }, ...(await rederivedBalances(db, REGION)) },
    { kind: { zh: '应得', en: 'earnings' }, ...(await rederivedPromises(db, REGION)) },
  ]
}

/** The proofs in lines for the terminal. */
export const printedProofs = (proofs: readonly Proof[]): string[] =>
  proofs.flatMap(({ kind, compared, differences }) => [
    `由事件重算 Re-derived ${kind.zh} ${kind.en}: ${compared === null ? '' : `${compared} 项 compared，`}不符 differences ${differences.length}`,
    ...differences.slice(0, 10).map((line) => `  ${line}`),
  ])
