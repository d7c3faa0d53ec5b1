import { SATISFIED_FROM } from '@linli/contract'
import type { OrderEntry, OrderFacts, Promised, RuleVersion } from './facts.ts'

/** The entry that the ledger still lacks: a promise, or the settling of one. */
export type NextEntry<Entry extends OrderEntry = OrderEntry> =
  | {
      readonly phase: 'pending'
      readonly round: number
      readonly amount: number
      readonly ruleVersion: string
    }
  | { readonly phase: 'posted' | 'voided'; readonly promise: Entry }
  /** A closed order is done again: what its earlier round earned is taken back. */
  | { readonly phase: 'corrected'; readonly posted: Entry }

/** What has become of the work of the present round, where that is known. */
type Fate = 'promised' | 'earned' | 'fallen'

/**
 * Compares an order as it stands with its entries so far and names the one entry that comes next, or none. It looks at
 * the order's state only, so repeated, late and reordered calls end in the same ledger: each round is promised at most
 * once and its promise is settled at most once. A round that was promised goes on to closing or to the next round, so a
 * state that says neither is an old sight of the order and settles nothing.
 * @param promised undefined when nobody may earn: no helper, no consent, or within a family
 * A round that is done again after the close gives back what it earned, by a correcting entry.
 * Source: ledger rules of the orders domain (pending at follow-up, posted at closing, voided at rework, corrected after a review).
 */
export function nextEntry<Entry extends OrderEntry>(
  facts: OrderFacts,
  rule: RuleVersion | undefined,
  entries: readonly Entry[],
  promised: Promised | undefined,
): NextEntry<Entry> | undefined {
  const settled = new Set(entries.map((entry) => entry.settles))
  const open = entries.filter((entry) => entry.phase === 'pending' && !settled.has(entry.id))
  const fate = fateOf(facts, rule)

  const left = open.find((promise) => promise.round < facts.round)
  if (left) return { phase: 'voided', promise: left }

  const present = open.find((promise) => promise.round === facts.round)
  if (present && fate === 'earned') return { phase: 'posted', promise: present }
  if (present && fate === 'fallen') return { phase: 'voided', promise: present }

  const undone = entries.find(
    (entry) => entry.phase === 'posted' && entry.round < facts.round && !entry.corrected,
  )
  const takenBack = undone && ({ phase: 'corrected', posted: undone } as const)
  const owed = fate === 'promised' || fate === 'earned'
  if (!owed || !rule || !promised || entries.some((entry) => entry.round === facts.round)) return takenBack
  const amount = promiseOf(rule, promised)
  return amount > 0
    ? { phase: 'pending', round: facts.round, amount, ruleVersion: rule.versionId }
    : takenBack
}

/** A promise outlives its rule: where the rule has been withdrawn meanwhile, a solved order still earns it. */
function fateOf(facts: OrderFacts, rule: RuleVersion | undefined): Fate | undefined {
  if (facts.state === 'followUp') return 'promised'
  if (facts.state !== 'closed' && facts.state !== 'archived') return undefined
  const satisfied = facts.score === null || facts.score >= SATISFIED_FROM
  return satisfied && facts.result !== null && (rule?.postsOn ?? ['solved']).includes(facts.result)
    ? 'earned'
    : 'fallen'
}

/** How many points may be promised: none beyond the pair's week, otherwise as many as the day has left. */
function promiseOf(rule: RuleVersion, promised: Promised): number {
  if (promised.pairThisWeek >= rule.pairWeeklyCap) return 0
  return Math.max(0, Math.min(rule.amount, rule.dailyCap - promised.today))
}
