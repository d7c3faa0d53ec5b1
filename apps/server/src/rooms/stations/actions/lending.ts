import type { lendingEndpoints } from '@linli/contract/stations/endpoints'
import type { LoanResult } from '@linli/contract/stations/queueShapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { nothingLeft } from '../errors.ts'
import type { StationNeeds } from '../needs.ts'
import { lendingPolicy, standingAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/lending.ts'
import { type StationRow, stationById } from '../store/stations.ts'

type Table = typeof lendingEndpoints
type Asked<O extends keyof Table> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>
type Needs = Pick<StationNeeds, 'db' | 'personByPhone'>

/** @throws notFound, forbidden, stationChanged */
export async function addLendable(
  { db }: Needs,
  { me, scope, params, body, remember }: Asked<'addLendable'>,
) {
  await demandStation({ db }, 'addLendable', { me, scope }, params.id)
  const answer = { id: body.id }
  try {
    await db.commit(scope, [
      store.insertLendable(me.region, params.id, body),
      auditStatement(me, { action: 'addLendable', subjectKind: 'station', subjectId: params.id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** @throws notFound, forbidden, notLent */
export async function closeLendable(
  needs: Needs,
  { me, scope, params, remember }: Omit<Asked<'closeLendable'>, 'body'>,
) {
  const thing = await lendableOf(needs, { me, scope }, params.id)
  demand(lendingPolicy.operations.closeLendable, me, standingAt(me, thing.path))
  const answer = { id: thing.id }
  try {
    await needs.db.commit(scope, [
      store.endLendable(me.region, thing.id),
      auditStatement(me, { action: 'closeLendable', subjectKind: 'lendable', subjectId: thing.id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/**
 * 借出: a piece, until when, and the plate that goes with it. Who is registered under the number is reminded; a number
 * that is not known is not kept, and nobody is asked for papers. @throws notFound, forbidden, nothingLeft
 */
export async function lend(
  needs: Needs,
  { me, scope, params, body, remember }: Asked<'lend'>,
): Promise<LoanResult> {
  const thing = await lendableOf(needs, { me, scope }, params.id)
  demand(lendingPolicy.operations.lend, me, standingAt(me, thing.path))
  if (thing.closed) throw nothingLeft()
  const known = body.phone === undefined ? undefined : await needs.personByPhone(me.region, body.phone)
  const personId = known?.personId ?? null
  try {
    const rows = await needs.db.commit(scope, [
      store.lendStatement(me.region, {
        id: body.id,
        lendableId: thing.id,
        path: thing.path,
        personId,
        tag: body.tag ?? null,
      }),
      auditStatement(me, { action: 'lend', subjectKind: 'lendable', subjectId: thing.id }),
      remember(store.loanAnswer(me.region, body.id)),
    ])
    const dueAt = rows.flat().find((row) => 'dueAt' in row)?.['dueAt']
    if (typeof dueAt !== 'string') throw new Error('the loan was not written')
    return { id: body.id, dueAt, isReminded: personId !== null }
  } catch (error) {
    throw inWords(error)
  }
}

/** 归还. @throws notFound, forbidden, isBack */
export async function takeBack(
  { db }: Needs,
  { me, scope, params, remember }: Omit<Asked<'takeBack'>, 'body'>,
) {
  const [loan] = await db.read<store.LoanRow>(scope, store.loanById(me.region, params.id))
  if (!loan) throw notFound()
  demand(lendingPolicy.operations.takeBack, me, standingAt(me, loan.path))
  const answer = { id: loan.id }
  try {
    await db.commit(scope, [
      store.takeBackStatement(me.region, loan.id),
      auditStatement(me, { action: 'takeBack', subjectKind: 'loan', subjectId: loan.id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** What a station lends and what is out; nobody is named. @throws notFound, forbidden */
export async function getLending(
  { db }: Pick<Needs, 'db'>,
  { me, scope, params }: Pick<HandlerRequest<Table['getLending']>, 'me' | 'scope' | 'params'>,
) {
  await demandStation({ db }, 'getLending', { me, scope }, params.id)
  const [things, out] = await Promise.all([
    db.read<store.Thing>(scope, store.lendablesOf(me.region, params.id)),
    db.read<store.Out>(scope, store.loansOf(me.region, params.id)),
  ])
  return { things, out }
}

export const myLoans = async (
  { db }: Pick<Needs, 'db'>,
  { me, scope }: Pick<HandlerRequest<Table['myLoans']>, 'me' | 'scope'>,
) => ({
  items: await db.read<store.Mine>(scope, store.loansOfPerson(me.region, me.personId)),
})

async function lendableOf(
  { db }: Pick<Needs, 'db'>,
  { me, scope }: Pick<HandlerRequest, 'me' | 'scope'>,
  id: string,
) {
  const [thing] = await db.read<store.LendableRow>(scope, store.lendableById(me.region, id))
  if (!thing) throw notFound()
  return thing
}

async function demandStation(
  { db }: Pick<Needs, 'db'>,
  operation: 'addLendable' | 'getLending',
  { me, scope }: Pick<HandlerRequest, 'me' | 'scope'>,
  id: string,
): Promise<void> {
  const [station] = await db.read<StationRow>(scope, stationById(me.region, id))
  if (!station) throw notFound()
  demand(lendingPolicy.operations[operation], me, standingAt(me, station.path))
}
