import { SATISFIED_FROM } from '@linli/contract'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import type { PointsNeeds } from '../needs.ts'
import { helpedPerson, type OrderFacts } from '../rules/facts.ts'
import { entryStatement, openMerchantAccounts, promisedSoFar } from '../store/ledger.ts'

export const MERCHANT_SERVICE = 'merchantService'
type Needs = Pick<PointsNeeds, 'db' | 'orderFacts' | 'pointsRules' | 'merchantMembers'>

/**
 * Points of a merchant for a service that the neighbour confirmed: an order its unit has handled, closed as solved, that
 * the neighbour has rated well. Without the neighbour's own word there are none, nor for the merchant's own people. Only
 * where the place has a rule for `merchantService`; caps as for helpers. Safe to repeat: one posting an order and round.
 * @returns whether points were posted
 */
export async function settleMerchant(needs: Needs, region: number, orderId: string): Promise<boolean> {
  const rule = (await needs.pointsRules(region)).find(({ appliesTo }) => appliesTo === MERCHANT_SERVICE)
  if (!rule) return false
  const facts = await needs.orderFacts(region, orderId)
  if (!facts?.handlerUnitId || !isConfirmed(facts)) return false
  const { handlerUnitId: unitId, round } = facts
  const helped = helpedPerson(facts)
  const members = await needs.merchantMembers(region, unitId)
  if (!members || helped === null || members.includes(helped)) return false
  try {
    return await needs.db.transaction(systemScope(region), async (tx) => {
      const accounts = await openMerchantAccounts(tx, region, unitId, facts.community)
      const promised = await promisedSoFar(tx, region, accounts.creditAccount, helped)
      if (promised.pairThisWeek >= rule.pairWeeklyCap) return false
      const amount = Math.min(rule.amount, rule.dailyCap - promised.today)
      if (amount <= 0) return false
      const entry = {
        ...accounts,
        amount,
        orderId,
        round,
        ruleVersion: rule.versionId,
        kind: 'earn',
      } as const
      const [promise, posting] = [newId(), newId()]
      await tx.query(entryStatement(region, { ...entry, id: promise, phase: 'pending' }))
      await tx.query(entryStatement(region, { ...entry, id: posting, phase: 'posted', settles: promise }))
      await tx.query(
        outboxStatement(region, 'points.pointsPosted.1', {
          id: posting,
          orderId,
          round,
          amount,
          people: [...members],
        }),
      )
      return true
    })
  } catch (error) {
    if (violated(error) === 'point_entries_earn') return false // posted before
    throw error
  }
}

const isConfirmed = ({ state, result, score }: OrderFacts): boolean =>
  (state === 'closed' || state === 'archived') &&
  result === 'solved' &&
  score !== null &&
  score >= SATISFIED_FROM
