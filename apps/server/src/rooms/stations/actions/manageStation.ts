import type { stationEndpoints } from '@linli/contract/stations/endpoints'
import type { AddStationBody, ChangeStationBody } from '@linli/contract/stations/shapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newSlug } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import { toWgs84 } from '../maps.ts'
import type { StationNeeds } from '../needs.ts'
import { policy, standingAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { deskScope, endComing } from '../store/bookings.ts'
import * as store from '../store/stations.ts'

type Operation = 'addStation' | 'changeStation' | 'closeStation'
type Request<O extends Operation> = Pick<
  HandlerRequest<(typeof stationEndpoints)[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>
type Changed = { id: string; slug: string; version: number }

/** 登记驿站. @throws forbidden outside the own area; invalid for an area that is not there or facilities the place does not know */
export async function addStation(needs: StationNeeds, request: Request<'addStation'>): Promise<Changed> {
  const { me, scope, body, remember } = request
  demand(policy.operations.addStation, me, standingAt(me, body.path))
  await assertKnown(needs, me.region, body)
  const answer = { id: body.id, slug: newSlug(), version: 1 }
  try {
    await needs.db.commit(deskScope(scope), [
      store.assertPhotos(me.region, body.id, body.photos, me.personId),
      store.insertStation(me.region, kept(body), answer.slug),
      auditStatement(me, { action: 'addStation', subjectKind: 'station', subjectId: body.id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** All of a station at once, hours among it. Bookings that stand keep their time. @throws stationChanged when it was changed since it was seen */
export async function changeStation(
  needs: StationNeeds,
  request: Request<'changeStation'>,
): Promise<Changed> {
  const { me, scope, params, body, remember } = request
  const before = await ownStation(needs, request, 'changeStation', params.id)
  demand(policy.operations.changeStation, me, standingAt(me, body.path)) // nor is it moved out of the own area
  await assertKnown(needs, me.region, body)
  const answer = { id: params.id, slug: before.slug, version: body.version + 1 }
  try {
    await needs.db.commit(deskScope(scope), [
      store.assertPhotos(me.region, params.id, body.photos, me.personId),
      store.updateStation(me.region, params.id, kept(body)),
      auditStatement(me, { action: 'changeStation', subjectKind: 'station', subjectId: params.id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** 撤销驿站: nothing can be booked any more, what was booked is cancelled and its people are told. @throws stationChanged */
export async function closeStation(needs: StationNeeds, request: Request<'closeStation'>): Promise<Changed> {
  const { me, scope, params, body, remember } = request
  const { slug } = await ownStation(needs, request, 'closeStation', params.id)
  const answer = { id: params.id, slug, version: body.version + 1 }
  try {
    await needs.db.commit(scope, [
      store.endStation(me.region, params.id, body.version),
      store.endBookables(me.region, { stationId: params.id }),
      endComing(me.region, { stationId: params.id }),
      auditStatement(me, { action: 'closeStation', subjectKind: 'station', subjectId: params.id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

const kept = <Body extends AddStationBody | ChangeStationBody>(body: Body) => ({
  ...body,
  position: body.position && toWgs84(body.position),
})

async function ownStation(
  { db }: StationNeeds,
  { me, scope }: Pick<Request<Operation>, 'me' | 'scope'>,
  operation: Operation,
  id: string,
): Promise<store.StationRow> {
  const [station] = await db.read<store.StationRow>(scope, store.stationById(me.region, id))
  if (!station) throw notFound()
  demand(policy.operations[operation], me, standingAt(me, station.path))
  return station
}

async function assertKnown(
  needs: StationNeeds,
  region: number,
  { facilities, kind, from, to, hours }: AddStationBody | ChangeStationBody,
): Promise<void> {
  const known = new Set((await needs.terms(region)).facilities.map(({ key }) => key))
  const unknown = facilities.filter((key) => !known.has(key))
  if (unknown.length > 0)
    throw invalid([{ field: 'facilities', message: `没有这样的设施：${unknown.join('、')}` }])
  if (kind === 'mobile' && !(from && to && from < to))
    throw invalid([{ field: 'from', message: '流动驿站要写从什么时候到什么时候在这里，到要晚于从。' }])
  if (new Set(hours.days.map(({ day }) => day)).size < hours.days.length)
    throw invalid([{ field: 'hours', message: '同一天写了两次，请合成一条。' }])
}
