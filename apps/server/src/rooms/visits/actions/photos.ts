import { buffer } from 'node:stream/consumers'
import type { visitEndpoints } from '@linli/contract/visits/endpoints'
import { PHOTO_REASONS } from '@linli/contract/visits/words'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { covers, systemScope } from '../../../kernel/auth/actor.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { readFile } from '../../../kernel/uploads/files.ts'
import type { VisitNeeds } from '../needs.ts'
import { visitPolicy } from '../policy.ts'
import { photoById } from '../store.ts'

/**
 * 看走访照片: one photo of a door in the reader's area. The look is recorded before the picture is read, and the household
 * it concerns with it. @throws notFound also where it was erased or lies elsewhere, forbidden
 */
export async function openVisitPhoto(
  { db, storage }: VisitNeeds,
  { me, scope, params, body, region }: HandlerRequest<typeof visitEndpoints.openVisitPhoto>,
) {
  const photo = await photoById(db, scope, params.id)
  if (!photo) throw notFound()
  demand(visitPolicy.operations.openVisitPhoto, me, (role) =>
    covers(me, role, photo.path) ? ['inScope'] : [],
  )
  await db.commit(scope, [
    auditStatement(me, {
      action: 'openVisitPhoto',
      subjectKind: 'household',
      subjectId: photo.household,
      reason: PHOTO_REASONS[body.reason].zh,
    }),
  ])
  // Its uploader's row is no colleague's: the policy above is what lets them in.
  const { stream, mediaType } = await readFile(db, storage, systemScope(region), photo.file, async () => true)
  return { mediaType, base64: (await buffer(stream)).toString('base64') }
}
