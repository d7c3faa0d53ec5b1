import type { activityDeskEndpoints, activityEndpoints } from '@linli/contract/activities/endpoints'
import type { PhotoResult } from '@linli/contract/activities/shapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { ownPhoto } from '../errors.ts'
import type { ActivityNeeds } from '../needs.ts'
import { policy, standingAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { deskScope } from '../store/activities.ts'
import * as store from '../store/photos.ts'
import { ownActivity } from './plan.ts'

type Deps = Pick<ActivityNeeds, 'db'>
type DeskRequest<O extends 'addActivityPhoto' | 'checkActivityPhoto'> = Pick<
  HandlerRequest<(typeof activityDeskEndpoints)[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/** A picture of an activity. Nobody sees it before somebody else has looked. @throws forbidden, invalid when it is not the own upload */
export async function addActivityPhoto(
  deps: Deps,
  request: DeskRequest<'addActivityPhoto'>,
): Promise<PhotoResult> {
  const { me, scope, params, body, remember } = request
  await ownActivity(deps, request, 'addActivityPhoto', params.id)
  const answer = { id: body.fileId, shown: false }
  try {
    await deps.db.commit(deskScope(scope), [
      store.insertPhoto(me.region, params.id, body, me.personId),
      auditStatement(me, { action: 'addActivityPhoto', subjectKind: 'activity', subjectId: params.id }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/**
 * 复核照片: whoever did not add it looks whether people in it can be known and were asked, and shows it or takes it down
 * for good. Whoever added it may only take it down.
 * @throws ownPhoto, photoGone
 */
export async function checkActivityPhoto(
  deps: Deps,
  request: DeskRequest<'checkActivityPhoto'>,
): Promise<PhotoResult> {
  const { me, scope, params, body, remember } = request
  const [photo] = await deps.db.read<store.PhotoRow>(scope, store.photoById(me.region, params.id))
  if (!photo) throw notFound()
  demand(policy.operations.checkActivityPhoto, me, standingAt(me, photo.path))
  const isMine = photo.addedBy === me.personId
  if (isMine && body.show) throw ownPhoto()
  const answer = { id: params.id, shown: body.show }
  try {
    await deps.db.commit(scope, [
      isMine
        ? store.removePhoto(me.region, params.id)
        : store.checkPhoto(me.region, params.id, body.show, me.personId),
      auditStatement(me, {
        action: 'checkActivityPhoto',
        subjectKind: 'activity',
        subjectId: photo.activityId,
        facts: { shown: body.show },
      }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

type ObjectRequest = Pick<
  HandlerRequest<typeof activityEndpoints.objectToPhoto>,
  'me' | 'params' | 'remember'
>

/** 请撤下: whoever does not want to be seen says so, and the photo is gone at once and for good; nobody has to prove anything. @throws notFound */
export async function objectToPhoto({ db }: Deps, request: ObjectRequest): Promise<PhotoResult> {
  const { me, params, remember } = request
  const scope = scopeOf(me)
  const [photo] = await db.read<store.PhotoRow>(scope, store.shownPhoto(me.region, params.slug, params.id))
  if (!photo) throw notFound()
  const answer = { id: params.id, shown: false }
  try {
    await db.commit(scope, [
      store.removePhoto(me.region, params.id),
      auditStatement(me, {
        action: 'objectToPhoto',
        subjectKind: 'activity',
        subjectId: photo.activityId,
      }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
