import type { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { dutyById, handOver } from '../store/duties.ts'
import { lockMember, refuseUnfit } from '../store/fitness.ts'
import { agreeStatement, askSwapStatement, endSwapStatement, type Swap, swapById } from '../store/swaps.ts'

type Table = typeof dutiesEndpoints
type Asked<O extends 'askSwap' | 'withdrawSwap' | 'agreeSwap' | 'confirmSwap'> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/** 求换班: those of the same roster see it. @throws notFound, dutyOver, swapOpen */
export async function askSwap({ db }: DutiesNeeds, { me, scope, params, remember }: Asked<'askSwap'>) {
  const duty = await dutyById(db, scope, params.id)
  if (duty?.personId !== me.personId) throw notFound()
  const answer = { id: newId() }
  return committed(answer, () =>
    db.commit(scope, [askSwapStatement(me.region, answer.id, duty.id, me.personId), remember(answer)]),
  )
}

/** 撤回, by the one who asked, until the office has confirmed. @throws notFound, swapGone */
export async function withdrawSwap(needs: DutiesNeeds, asked: Asked<'withdrawSwap'>) {
  const { me, params, remember } = asked
  const swap = await swapOf(needs, asked, params.id)
  if (swap.fromPerson !== me.personId) throw notFound()
  const answer = { id: swap.id }
  return committed(answer, () =>
    needs.db.commit(asked.scope, [
      endSwapStatement(me.region, swap.id, ['asked', 'agreed'], 'withdrawn', me.personId),
      remember(answer),
    ]),
  )
}

/** 愿意换: one of the roster takes it over, if the planner's rules let them. @throws notFound, swapGone, lacksSkill, needsRest, weekFull */
export async function agreeSwap(needs: DutiesNeeds, asked: Asked<'agreeSwap'>) {
  const { me, scope, params, remember } = asked
  const swap = await swapOf(needs, asked, params.id)
  if (!swap.isMember || swap.fromPerson === me.personId) throw notFound()
  const answer = { id: swap.id }
  return committed(answer, () =>
    needs.db.commit({ ...scope, system: true }, [
      lockMember(me.region, swap.dutyId, me.personId),
      refuseUnfit(me.region, swap.dutyId, me.personId, true),
      agreeStatement(me.region, swap.id, me.personId),
      remember(answer),
    ]),
  )
}

/**
 * 确认换班: only now does the duty change hands, by the rules as they hold at this moment; or the office declines, and
 * the duty stays where it was. @throws notFound, forbidden, swapGone, needsRest, weekFull, dutyOver, peopleElsewhere
 */
export async function confirmSwap(needs: DutiesNeeds, asked: Asked<'confirmSwap'>) {
  const { me, scope, params, body, remember } = asked
  const swap = await swapOf(needs, asked, params.id)
  demandAt('confirmSwap', me, swap.path)
  const answer = { id: swap.id }
  return committed(answer, () =>
    needs.db.commit({ ...scope, system: true }, [
      ...(body.agree ? confirmation(me.region, swap, me.personId) : []),
      ...(body.agree
        ? []
        : [endSwapStatement(me.region, swap.id, ['asked', 'agreed'], 'declined', me.personId)]),
      auditStatement(me, {
        action: 'confirmSwap',
        subjectKind: 'swap',
        subjectId: swap.id,
        facts: { agree: body.agree },
      }),
      outboxStatement(me.region, 'duties.swapEnded.1', {
        id: swap.dutyId,
        people: [swap.fromPerson, ...(swap.toPerson ? [swap.toPerson] : [])],
      }),
      remember(answer),
    ]),
  )
}

/** Nobody has agreed: the statement that ends it refuses, and nothing else is done. */
function confirmation(region: number, { id, dutyId, fromPerson, toPerson }: Swap, by: string): Sql[] {
  const end = endSwapStatement(region, id, ['agreed'], 'confirmed', by)
  if (toPerson === null) return [end]
  return [
    end,
    lockMember(region, dutyId, toPerson),
    refuseUnfit(region, dutyId, toPerson, true),
    handOver(region, dutyId, toPerson, fromPerson),
  ]
}

async function swapOf(
  { db }: DutiesNeeds,
  { me, scope }: Pick<HandlerRequest, 'me' | 'scope'>,
  id: string,
): Promise<Swap> {
  const swap = await swapById(db, { ...scope, system: true }, id, me.personId)
  if (!swap) throw notFound()
  return swap
}

async function committed<T>(answer: T, commit: () => Promise<unknown>): Promise<T> {
  try {
    await commit()
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
