import type { queueEndpoints } from '@linli/contract/stations/endpoints'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand, fits } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { StationNeeds } from '../needs.ts'
import { queuePolicy, standingAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { deskScope } from '../store/bookings.ts'
import * as store from '../store/queue.ts'
import { type StationRow, stationById } from '../store/stations.ts'

type Table = typeof queueEndpoints
type Asked<O extends keyof Table> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>
type Needs = Pick<StationNeeds, 'db'>

/** 取号, for oneself, also as a guest; one open number at a station. @throws notFound, numberTaken */
export async function takeNumber({ db }: Needs, { me, scope, params, body, remember }: Asked<'takeNumber'>) {
  const { region, personId } = me
  try {
    const rows = await db.commit(scope, [
      store.drawNumber(region, params.id, { id: body.id, personId }),
      remember(store.numberAnswer(region, body.id)),
    ])
    return { id: body.id, number: numberIn(rows) }
  } catch (error) {
    throw inWords(error)
  }
}

/** For somebody at the counter, of whom nothing is kept. @throws notFound, forbidden */
export async function takeNumberAtCounter({ db }: Needs, request: Asked<'takeNumberAtCounter'>) {
  const { me, scope, params, body, remember } = request
  await demandStation({ db }, 'takeNumberAtCounter', request, params.id)
  try {
    const rows = await db.commit(scope, [
      store.drawNumber(me.region, params.id, { id: body.id, personId: null }),
      remember(store.numberAnswer(me.region, body.id)),
    ])
    return { id: body.id, number: numberIn(rows) }
  } catch (error) {
    throw inWords(error)
  }
}

/** 叫号: the lowest number that waits. @throws notFound, forbidden */
export async function callNext({ db }: Needs, request: Asked<'callNext'>) {
  const { me, params, body, remember } = request
  await demandStation({ db }, 'callNext', request, params.id)
  return db.transaction(request.scope, async (tx) => {
    const [next] = await tx.query<{ id: string; number: number }>(
      store.callNextStatement(me.region, params.id, body.counter),
    )
    const answer = next ? { id: next.id, number: next.number } : { id: null, number: null }
    await tx.query(remember(answer))
    return answer
  })
}

/** 过号再叫: nothing is counted against whoever did not hear. @throws notFound, forbidden, numberOver */
export async function callAgain({ db }: Needs, { me, scope, params, body, remember }: Asked<'callAgain'>) {
  const [ticket] = await db.read<store.TicketRow>(scope, store.ticketById(me.region, params.id))
  if (!ticket) throw notFound()
  demand(queuePolicy.operations.callAgain, me, standingAt(me, ticket.path))
  const answer = { id: ticket.id, number: ticket.number }
  try {
    await db.commit(scope, [store.callAgainStatement(me.region, ticket.id, body.counter), remember(answer)])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** Done; or, by the person, not waiting any more. @throws notFound, numberOver */
export async function endNumber(
  { db }: Needs,
  { me, scope, params, remember }: Omit<Asked<'endNumber'>, 'body'>,
) {
  const [ticket] = await db.read<store.TicketRow>(scope, store.ticketById(me.region, params.id))
  if (!ticket) throw notFound()
  const standing = standingAt(me, ticket.path)
  const isMine = ticket.personId === me.personId
  const relations = (role: Parameters<typeof standing>[0]) =>
    isMine ? (['own', ...standing(role)] as const) : standing(role)
  if (!fits(queuePolicy.operations.endNumber, me, relations)) throw notFound()
  const answer = { id: ticket.id, number: ticket.number }
  try {
    await db.commit(scope, [store.endStatement(me.region, ticket.id), remember(answer)])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** What hangs on the wall. Open to everybody. @throws notFound */
export async function getQueue({ db }: Needs, region: number, slug: string) {
  const [queue] = await db.read<store.QueueRow>(
    { region, system: true, ranges: [] },
    store.queueOf(region, slug),
  )
  if (!queue) throw notFound()
  return queue
}

export async function listNumbers(
  { db }: Needs,
  request: Pick<HandlerRequest<Table['listNumbers']>, 'me' | 'scope' | 'params'>,
) {
  await demandStation({ db }, 'listNumbers', request, request.params.id)
  return {
    items: await db.read<store.OpenNumber>(
      request.scope,
      store.openNumbers(request.me.region, request.params.id),
    ),
  }
}

export const myNumbers = async (
  { db }: Needs,
  { me, scope }: Pick<HandlerRequest<Table['myNumbers']>, 'me' | 'scope'>,
) => ({
  items: await db.read<store.OwnNumber>(deskScope(scope), store.numbersOf(me.region, me.personId)),
})

async function demandStation(
  { db }: Needs,
  operation: 'takeNumberAtCounter' | 'callNext' | 'listNumbers',
  { me, scope }: Pick<HandlerRequest, 'me' | 'scope'>,
  id: string,
): Promise<void> {
  const [station] = await db.read<StationRow>(scope, stationById(me.region, id))
  if (!station) throw notFound()
  demand(queuePolicy.operations[operation], me, standingAt(me, station.path))
}

function numberIn(rows: readonly (readonly Record<string, unknown>[])[]): number {
  const number = rows.flat().find((row) => 'number' in row)?.['number']
  if (typeof number !== 'number') throw new Error('the number was not written')
  return number
}
