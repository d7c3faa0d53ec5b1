import type { staffEndpoints } from '@linli/contract/staff/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, covers, systemScope } from '../../../kernel/auth/actor.ts'
import type { FileAnswer, HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { makeDocument } from '../../../kernel/uploads/document.ts'
import { eraseStatement, keepFile, readFile } from '../../../kernel/uploads/files.ts'
import { emptyFile } from '../../../kernel/uploads/problems.ts'
import type { StaffNeeds } from '../needs.ts'
import { demandAt, policy } from '../policy.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/files.ts'
import { courseById } from '../store/training.ts'
import { type Asked, committed } from './training.ts'

const KEPT_SECONDS = 3600 // a file never changes, but it can be taken down

/** 上传学习材料, by who holds the course. @throws notFound, forbidden, tooManyFiles, and what `makeDocument` throws */
export async function addCourseFile(
  { db, storage }: StaffNeeds,
  { me, params, file, remember }: HandlerRequest<(typeof staffEndpoints)['addCourseFile']>,
) {
  const { region, personId } = me
  const course = await courseById(db, region, params.id)
  if (!course) throw notFound()
  demandAt('addCourseFile', me, course.path)
  if (!file) throw emptyFile()
  const { name, ...document } = await makeDocument(file)
  try {
    const { id } = await keepFile(
      db,
      storage,
      {
        scope: systemScope(region),
        personId,
        remember: (stored) => remember({ id: stored.id }),
        also: (stored) => [
          ...store.insertCourseFile(region, personId, { id: stored.id, courseId: course.id, name }),
          auditStatement(me, { action: 'addCourseFile', subjectKind: 'course', subjectId: course.id }),
          outboxStatement(region, 'staff.courseFileAdded.1', {
            id: course.id,
            path: course.path,
            people: [],
          }),
        ],
      },
      { kind: 'document', ...document },
    )
    return { id }
  } catch (error) {
    throw inWords(error)
  }
}

/** 打开学习材料: for those whom the course is for, and for who holds it. @throws notFound, forbidden */
export async function openCourseFile(
  { db, storage }: StaffNeeds,
  me: Actor,
  id: string,
): Promise<FileAnswer> {
  const { region, personId } = me
  const found = await store.courseFile(db, region, id, personId)
  if (!found) throw notFound()
  demand(policy.operations.openCourseFile, me, (role) => [
    ...(found.isMeant ? (['own'] as const) : []),
    ...(covers(me, role, found.path) ? (['inScope'] as const) : []),
  ])
  const { stream, mediaType } = await readFile(db, storage, systemScope(region), id, async () => true)
  return { file: stream, mediaType, name: found.name, cacheSeconds: KEPT_SECONDS }
}

/** 撤下学习材料: nobody opens it from now on, and its bytes go. @throws notFound, forbidden, fileGone */
export async function removeCourseFile(
  needs: StaffNeeds,
  { me, params, remember }: Asked<'removeCourseFile'>,
) {
  const { region, personId } = me
  const found = await store.courseFile(needs.db, region, params.id, personId)
  if (!found) throw notFound()
  demandAt('removeCourseFile', me, found.path)
  const answer = { id: params.id }
  await committed(needs, region, answer, [
    remember(answer),
    store.removeCourseFile(region, params.id),
    eraseStatement(region, params.id),
    auditStatement(me, { action: 'removeCourseFile', subjectKind: 'course', subjectId: found.courseId }),
    outboxStatement(region, 'staff.courseFileRemoved.1', {
      id: found.courseId,
      path: found.path,
      people: [],
    }),
  ])
  await needs.storage.remove(found.storageKey)
  return answer
}
