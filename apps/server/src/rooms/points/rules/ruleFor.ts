import type { OrderFacts, RuleVersion } from './facts.ts'

/** The rule of an order: that of its item outranks that of its list. */
export function ruleFor(facts: OrderFacts, rules: readonly RuleVersion[]): RuleVersion | undefined {
  const of = (key: string | null) => rules.find((rule) => key !== null && rule.appliesTo === key)
  return of(facts.item) ?? of(facts.list)
}
