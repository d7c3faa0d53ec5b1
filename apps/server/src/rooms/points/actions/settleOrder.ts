import { systemScope } from '../../../kernel/auth/actor.ts'
import { type Tx, violated } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import type { SettlingNeeds } from '../needs.ts'
import { helpedPerson, type OrderFacts, type RuleVersion, withinFamily } from '../rules/facts.ts'
import { type NextEntry, nextEntry } from '../rules/nextEntry.ts'
import { ruleFor } from '../rules/ruleFor.ts'
import {
  type Accounts,
  entriesOfOrder,
  entryStatement,
  lockAccounts,
  openAccounts,
  promisedSoFar,
  type StoredEntry,
} from '../store/ledger.ts'

const EVENTS = { pending: 'pointsPromised', posted: 'pointsPosted', voided: 'pointsVoided' } as const

/**
 * Brings the ledger in line with an order as it stands now. Safe to repeat, in any order and at once: after each entry
 * the order is read anew, until nothing is missing, so the one who acted on an old sight puts it right. Two settlements
 * that meet are told apart by the ledger's unique constraints.
 */
export async function settleOrder(needs: SettlingNeeds, region: number, orderId: string): Promise<void> {
  for (let more = true; more; ) {
    const facts = await needs.orderFacts(region, orderId)
    if (!facts) return
    const rule = ruleFor(facts, await needs.pointsRules(region))
    const helper = rule && (await eligibleHelper(needs, facts))
    more = await addNextEntry(needs, facts, rule, helper)
  }
}

/** The helper to whom something may be promised: takes part by own choice, and did not serve the own family. */
async function eligibleHelper(needs: SettlingNeeds, facts: OrderFacts): Promise<string | undefined> {
  const { region, state, handlerPersonId: helper } = facts
  if (!helper || (state !== 'followUp' && state !== 'closed' && state !== 'archived')) return undefined
  if (!(await needs.hasOptedIn(region, helper))) return undefined
  return withinFamily(facts, await needs.familyOf(region, helper)) ? undefined : helper
}

/** Adds the one entry that is missing. @returns whether it is worth looking again */
async function addNextEntry(
  needs: SettlingNeeds,
  facts: OrderFacts,
  rule: RuleVersion | undefined,
  helper: string | undefined,
): Promise<boolean> {
  const { region } = facts
  try {
    return await needs.db.transaction(systemScope(region), async (tx) => {
      const accounts = helper ? await openAccounts(tx, region, helper, facts.community) : undefined
      const entries = await entriesOfOrder(tx, region, facts.id)
      const promised =
        accounts && (await promisedSoFar(tx, region, accounts.creditAccount, helpedPerson(facts)))
      const next = nextEntry(facts, rule, entries, promised)
      if (next?.phase === 'corrected') {
        await takeBack(tx, facts, next.posted)
        return true
      }
      const origin = next && originOf(next, accounts)
      if (next && origin) await write(tx, facts, next, origin)
      return origin !== undefined
    })
  } catch (error) {
    const met = violated(error)
    if (met === 'point_entries_corrects') return true // another was first: look again
    if (met === 'point_accounts_spendable') return false // spent in good faith: it stays with the helper
    if (met === 'point_entries_earn' || met === 'point_entries_settles') return true // another was first: look again
    throw error
  }
}

type Settling = Exclude<NextEntry<StoredEntry>, { readonly phase: 'corrected' }>
type Origin = Pick<StoredEntry, keyof Accounts | 'round' | 'amount' | 'ruleVersion'> & { settles?: string }

/** A promise is made on today's accounts; its settling repeats accounts, amount and rule, whatever they are today. */
function originOf(next: Settling, accounts: Accounts | undefined): Origin | undefined {
  if (next.phase === 'pending') return accounts && { ...accounts, ...next }
  return { ...next.promise, settles: next.promise.id }
}

async function write(tx: Tx, facts: OrderFacts, next: Settling, origin: Origin): Promise<void> {
  const { region, id: orderId } = facts
  const { debitAccount, creditAccount, personId, round, amount, ruleVersion, settles } = origin
  const { phase } = next
  const id = newId()
  await tx.query(lockAccounts(region, [creditAccount]))
  const entry = { id, phase, debitAccount, creditAccount, amount, orderId, round, ruleVersion }
  await tx.query(entryStatement(region, { ...entry, kind: 'earn', ...(settles ? { settles } : {}) }))
  await tx.query(
    outboxStatement(region, `points.${EVENTS[phase]}.1`, { id, orderId, round, amount, people: [personId] }),
  )
}

/** What was earned is given back by an entry that names it; the first stays as it is. */
async function takeBack(tx: Tx, { region, id: orderId }: OrderFacts, posted: StoredEntry): Promise<void> {
  const { debitAccount, creditAccount, personId, round, amount, ruleVersion } = posted
  const id = newId()
  await tx.query(lockAccounts(region, [debitAccount, creditAccount]))
  const accounts = { debitAccount: creditAccount, creditAccount: debitAccount }
  const entry = { id, ...accounts, amount, orderId, round, ruleVersion, corrects: posted.id }
  await tx.query(
    entryStatement(region, { ...entry, phase: 'posted', kind: 'correction', reason: 'doneAgain' }),
  )
  await tx.query(
    outboxStatement(region, 'points.entryCorrected.1', { id, orderId, round, amount, people: [personId] }),
  )
}
