import type { BodyOf } from '@linli/contract'
import type { cardEndpoints } from '@linli/contract/cards/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { closeReferralStatement, homeOfReferral, referralStatement } from '../store/cards.ts'
import { householdAt } from '../store/people.ts'
import { cardProblem } from './changeCard.ts'
import { endedAlready } from './errors.ts'
import { demandCard } from './policy.ts'
import { sealed } from './secrets.ts'

/** 转介、交接: to whom and when, by codes alone; there is no field for an illness. @throws notFound, forbidden, notMember */
export async function recordReferral(
  { db, crypto }: Deps,
  { me, remember }: Asked,
  household: string,
  { personId, kind, to, ground }: BodyOf<typeof cardEndpoints.recordReferral>,
): Promise<Answer> {
  const { region } = me
  const home = await householdAt(db, region, household)
  if (!home) throw notFound()
  demandCard('recordReferral', me, home.path)
  const id = newId()
  const answer = { id }
  try {
    await db.commit(scopeOf(me), [
      remember(answer),
      referralStatement(region, household, {
        id,
        personId,
        kind,
        toCipher: sealed(crypto, 'card_referrals.to', region, id, to),
        ground,
        by: me.personId,
      }),
      auditStatement(me, { action: 'recordReferral', subjectKind: 'household', subjectId: household }),
    ])
  } catch (error) {
    throw cardProblem(error)
  }
  return answer
}

/** It is done. @throws notFound, forbidden, endedAlready */
export async function closeReferral({ db }: Deps, { me, remember }: Asked, id: string): Promise<Answer> {
  const home = await homeOfReferral(db, me.region, id)
  if (!home) throw notFound()
  demandCard('closeReferral', me, home.path)
  const answer = { id }
  try {
    await db.commit(scopeOf(me), [
      remember(answer),
      closeReferralStatement(me.region, id),
      auditStatement(me, { action: 'closeReferral', subjectKind: 'household', subjectId: home.householdId }),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'ended' ? endedAlready() : error
  }
  return answer
}
