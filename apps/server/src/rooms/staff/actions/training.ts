import type { staffEndpoints } from '@linli/contract/staff/endpoints'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import { areaExists } from '../../places/index.ts'
import { notMeant, sessionWrong } from '../errors.ts'
import type { StaffNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/training.ts'

type Table = typeof staffEndpoints
export type Asked<O extends keyof Table> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'params' | 'body' | 'remember'
>

/** All of a command or nothing, with refusals in words. */
export async function committed<T>(
  { db }: StaffNeeds,
  region: number,
  answer: T,
  statements: readonly Sql[],
): Promise<T> {
  try {
    await db.commit(systemScope(region), statements)
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** 开设课程, for some posts of an area. @throws forbidden, notFound; invalid for a post that there is not */
export async function openCourse(needs: StaffNeeds, { me, body, remember }: Asked<'openCourse'>) {
  const { region, personId } = me
  demandAt('openCourse', me, body.path)
  const { posts } = await needs.terms(region)
  if (body.posts.some((key) => !posts.some((post) => post.key === key)))
    throw invalid([{ field: 'posts', message: '有一个岗位这里没有，请从列出的里选。' }])
  if (body.path !== '/' && !(await areaExists(needs.db, systemScope(region), body.path)))
    throw notFound([{ field: 'path', message: '没有找到这个范围，请重新选择。' }])
  const answer = { id: body.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.insertCourse(region, personId, body),
    auditStatement(me, { action: 'openCourse', subjectKind: 'course', subjectId: body.id }),
    outboxStatement(region, 'staff.courseOpened.1', { id: body.id, path: body.path, people: [] }),
  ])
}

/** 排一场培训. @throws notFound, forbidden, sessionWrong */
export async function addSession(needs: StaffNeeds, { me, params, body, remember }: Asked<'addSession'>) {
  const { region, personId } = me
  const course = await store.courseById(needs.db, region, params.id)
  if (!course) throw notFound()
  demandAt('addSession', me, course.path)
  const [starts, ends] = [Date.parse(body.startsAt), Date.parse(body.endsAt)]
  if (ends <= starts || starts <= Date.now() + needs.db.shift()) throw sessionWrong()
  const answer = { id: body.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.insertSession(region, personId, course, body),
    auditStatement(me, { action: 'addSession', subjectKind: 'course', subjectId: course.id }),
    outboxStatement(region, 'staff.sessionAdded.1', { id: course.id, path: course.path, people: [] }),
  ])
}

/** 报名: for those who hold a post that is trained there. @throws notFound, notMeant, sessionFull, seatTaken */
export async function takeCourseSeat(needs: StaffNeeds, { me, params, remember }: Asked<'takeCourseSeat'>) {
  const { region, personId } = me
  const session = await store.sessionFor(needs.db, region, params.id, personId)
  if (!session) throw notFound()
  if (!session.isMeant) throw notMeant()
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    ...store.takeCourseSeat(region, newId(), session, personId),
    outboxStatement(region, 'staff.seatTaken.1', { id: params.id, people: [personId] }),
  ])
}

/** 退报: nothing is counted against anybody. @throws noSeat */
export function leaveCourseSeat(needs: StaffNeeds, { me, params, remember }: Asked<'leaveCourseSeat'>) {
  const { region, personId } = me
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    ...store.leaveCourseSeat(region, params.id, personId),
    outboxStatement(region, 'staff.seatLeft.1', { id: params.id, people: [personId] }),
  ])
}

/** 确认参加, by who holds the course, and of nobody for themselves. @throws notFound, forbidden, notSignedUp */
export async function confirmAttendance(
  needs: StaffNeeds,
  { me, params, body, remember }: Asked<'confirmAttendance'>,
) {
  const { region, personId } = me
  const session = await store.sessionFor(needs.db, region, params.id, personId)
  if (!session) throw notFound()
  demandAt('confirmAttendance', me, session.path)
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    ...store.confirmSeats(region, params.id, personId, body.personIds),
    auditStatement(me, {
      action: 'confirmAttendance',
      subjectKind: 'course',
      subjectId: session.courseId,
      facts: { people: body.personIds.length },
    }),
    outboxStatement(region, 'staff.attendanceConfirmed.1', { id: params.id, people: body.personIds }),
  ])
}
