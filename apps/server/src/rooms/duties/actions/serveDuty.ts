import type { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import type { Sql } from 'sql-template-tag'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { notFound } from '../../../kernel/problem.ts'
import { codeTriesSpent, wrongCode } from '../errors.ts'
import { isGateCode, today } from '../gateCode.ts'
import type { DutiesNeeds } from '../needs.ts'
import { inWords } from '../refused.ts'
import { countTryStatement, dutyById, endStatement, MOST_TRIES, startStatement } from '../store/duties.ts'

type Asked = Pick<
  HandlerRequest<typeof dutiesEndpoints.startDuty>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/** 签到 with the code that the post shows; ten wrong ones and the office writes the hours instead. @throws notFound, wrongCode, codeTriesSpent, noSignIn, notNow */
export const startDuty = (needs: DutiesNeeds, asked: Asked) => serve(needs, asked, startStatement)
/** 签退 in the same way. @throws notFound, wrongCode, codeTriesSpent, notNow */
export const endDuty = (needs: DutiesNeeds, asked: Asked) => serve(needs, asked, endStatement)

async function serve(
  { db, crypto }: DutiesNeeds,
  { me, scope, params, body, remember }: Asked,
  statement: (region: number, dutyId: string, personId: string) => Sql,
): Promise<{ id: string }> {
  const duty = await dutyById(db, scope, params.id)
  if (duty?.personId !== me.personId) throw notFound()
  // A night's duty begins on one day and ends on the next.
  const days = [duty.day, today(db)]
  const isRight = days.some((day) =>
    isGateCode(crypto, { region: me.region, postId: duty.postId, day }, body.code),
  )
  if (duty.codeTries >= MOST_TRIES) throw codeTriesSpent()
  if (!isRight) {
    await db.commit(scope, [countTryStatement(me.region, duty.id)])
    throw wrongCode()
  }
  const answer = { id: duty.id }
  try {
    await db.commit(scope, [statement(me.region, duty.id, me.personId), remember(answer)])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
