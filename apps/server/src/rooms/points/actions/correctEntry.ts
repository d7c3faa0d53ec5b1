import type { pointsEndpoints } from '@linli/contract/points/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { covers } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import { alreadyCorrected, balanceTooLow, notOfRedemption, notPosted, ownAccount } from '../errors.ts'
import type { PointsNeeds } from '../needs.ts'
import { policy } from '../policy.ts'
import { type EntryToCorrect, entryStatement, entryToCorrect, lockAccounts } from '../store/ledger.ts'

type Request = Pick<
  HandlerRequest<typeof pointsEndpoints.correctEntry>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/**
 * 更正: a wrong entry stays as it is; a new one gives back what was wrong of it, names it and says why. One correction an
 * entry, and a correction may be corrected in its turn. Whoever holds the account cannot correct it.
 * @throws notFound, forbidden, notOfRedemption, notPosted, ownAccount, alreadyCorrected, balanceTooLow
 */
export async function correctEntry({ db }: Pick<PointsNeeds, 'db'>, request: Request) {
  const { me, scope, params, body } = request
  const [wrong] = await db.read<EntryToCorrect>(scope, entryToCorrect(me.region, params.id))
  if (!wrong) throw notFound()
  demand(policy.operations.correctEntry, me, (role) =>
    wrong.communities.every((community) => covers(me, role, community)) ? ['inScope'] : [],
  )
  if (wrong.personId === me.personId) throw ownAccount()
  if (wrong.kind === 'redeem' || wrong.kind === 'refund') throw notOfRedemption()
  if (wrong.phase !== 'posted') throw notPosted()
  const amount = body.amount ?? wrong.amount
  if (amount > wrong.amount)
    throw invalid([{ field: 'amount', message: `最多更正这笔分录的 ${wrong.amount} 分。` }])

  const answer = { id: newId(), corrects: params.id }
  const { debitAccount, creditAccount, orderId, round, ruleVersion, personId } = wrong
  try {
    await db.commit(scope, [
      lockAccounts(me.region, [debitAccount, creditAccount]),
      entryStatement(me.region, {
        id: answer.id,
        phase: 'posted',
        kind: 'correction',
        debitAccount: creditAccount,
        creditAccount: debitAccount,
        amount,
        orderId,
        round,
        ruleVersion,
        corrects: params.id,
        reason: body.reason,
        byPerson: me.personId,
      }),
      auditStatement(me, {
        action: 'correctEntry',
        subjectKind: 'pointEntry',
        subjectId: params.id,
        reason: body.reason,
        facts: { amount },
      }),
      outboxStatement(me.region, 'points.entryCorrected.1', {
        id: answer.id,
        orderId,
        round,
        amount,
        people: personId ? [personId] : [],
      }),
      request.remember(answer),
    ])
  } catch (error) {
    const met = violated(error)
    if (met === 'point_entries_corrects') throw alreadyCorrected()
    if (met === 'point_accounts_spendable') throw balanceTooLow() // nobody but an issuer lies below what is held
    throw error
  }
  return answer
}
