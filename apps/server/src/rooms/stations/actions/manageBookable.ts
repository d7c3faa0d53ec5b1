import type { stationEndpoints } from '@linli/contract/stations/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { notBookable } from '../errors.ts'
import type { StationNeeds } from '../needs.ts'
import { policy, standingAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { endComing } from '../store/bookings.ts'
import * as store from '../store/stations.ts'

type AddRequest = Pick<
  HandlerRequest<typeof stationEndpoints.addBookable>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>
type CloseRequest = Pick<
  HandlerRequest<typeof stationEndpoints.closeBookable>,
  'me' | 'scope' | 'params' | 'remember'
>

/** A room, a counter or a service of a station that can be booked from now on. @throws stationChanged when the station was closed */
export async function addBookable({ db }: Pick<StationNeeds, 'db'>, request: AddRequest) {
  const { me, scope, params, body, remember } = request
  const [station] = await db.read<store.StationRow>(scope, store.stationById(me.region, params.id))
  if (!station) throw notFound()
  demand(policy.operations.addBookable, me, standingAt(me, station.path))
  const answer = { id: body.id }
  try {
    await db.commit(scope, [
      store.insertBookable(me.region, params.id, body),
      auditStatement(me, { action: 'addBookable', subjectKind: 'station', subjectId: params.id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** 停止预约: what was booked is cancelled and its people are told. @throws notBookable when it was closed before */
export async function closeBookable({ db }: Pick<StationNeeds, 'db'>, request: CloseRequest) {
  const { me, scope, params, remember } = request
  const [thing] = await db.read<store.BookableRow>(scope, store.bookableById(me.region, params.id))
  if (!thing) throw notFound()
  demand(policy.operations.closeBookable, me, standingAt(me, thing.path))
  if (thing.closed) throw notBookable()
  const answer = { id: params.id }
  await db.commit(scope, [
    store.endBookables(me.region, { id: params.id }),
    endComing(me.region, { id: params.id }),
    auditStatement(me, { action: 'closeBookable', subjectKind: 'station', subjectId: thing.stationId }),
    remember(answer),
  ])
  return answer
}
