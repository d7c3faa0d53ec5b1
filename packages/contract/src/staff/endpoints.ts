import { type Endpoint, endpoints } from '../endpoint.ts'
import { Shape, type TSchema, Type } from '../schema.ts'
import type { Words } from '../words.ts'
import * as shapes from './shapes.ts'

const read = <const P extends Endpoint['path'], R extends TSchema>(path: P, summary: Words, response: R) =>
  ({ kind: 'read', method: 'GET', path, summary, response }) as const
const add = <const P extends Endpoint['path'], B extends TSchema>(path: P, summary: Words, body: B) =>
  ({ kind: 'command', method: 'POST', path, summary, body, response: shapes.Done, status: 201 }) as const
const step = <const P extends Endpoint['path'], A extends TSchema, B extends TSchema>(
  path: P,
  summary: Words,
  params: A,
  body: B,
) => ({ kind: 'command', method: 'POST', path, summary, params, body, response: shapes.Done }) as const

/** 队伍培养: courses, mentors, agreed work results with their appeal, allowances. */
export const staffEndpoints = endpoints({
  listCourses: read('/courses', { zh: '培训课程', en: 'Courses of my area' }, shapes.CourseList),
  openCourse: add('/courses', { zh: '开设课程', en: 'Open a course' }, shapes.OpenCourseBody),
  addSession: {
    ...add('/courses/:id/sessions', { zh: '排一场培训', en: 'Arrange a session' }, shapes.AddSessionBody),
    params: shapes.CourseParams,
  },
  addCourseFile: {
    kind: 'upload',
    method: 'POST',
    path: '/courses/:id/files',
    summary: { zh: '上传学习材料', en: 'Hand out a file to the learners of a course' },
    params: shapes.CourseParams,
    response: shapes.Done,
    status: 201,
  },
  openCourseFile: {
    kind: 'read',
    method: 'GET',
    path: '/course-files/:id',
    summary: { zh: '打开学习材料', en: 'Open a file of a course' },
    params: shapes.CourseFileParams,
    response: Type.String(),
    file: 'application/octet-stream',
  },
  removeCourseFile: step(
    '/course-files/:id/remove',
    { zh: '撤下学习材料', en: 'Take a file of a course down; its bytes are erased' },
    shapes.CourseFileParams,
    Shape({}),
  ),
  listCourseSeats: {
    ...read('/course-sessions/:id/seats', { zh: '报名的人', en: 'Who signed up' }, shapes.SeatList),
    params: shapes.SessionParams,
  },
  takeCourseSeat: step(
    '/course-sessions/:id/seat',
    { zh: '报名培训', en: 'Sign up for a session' },
    shapes.SessionParams,
    Shape({}),
  ),
  leaveCourseSeat: step(
    '/course-sessions/:id/leave',
    { zh: '退报', en: 'Leave a session' },
    shapes.SessionParams,
    Shape({}),
  ),
  confirmAttendance: step(
    '/course-sessions/:id/attendance',
    { zh: '确认参加', en: 'Confirm who attended' },
    shapes.SessionParams,
    shapes.AttendanceBody,
  ),
  listUntrained: {
    ...read('/untrained-posts', { zh: '还没培训的岗位', en: 'Posts without training yet' }, shapes.Untrained),
    query: shapes.UntrainedQuery,
  },
  listWork: read('/work-agreements', { zh: '商定的工作', en: 'Agreed work of my area' }, shapes.WorkList),
  proposeWork: add(
    '/work-agreements',
    { zh: '提出工作结果', en: 'Propose work results' },
    shapes.ProposeWorkBody,
  ),
  getWork: {
    ...read('/work-agreements/:id', { zh: '一份工作商定', en: 'One agreement' }, shapes.WorkView),
    params: shapes.WorkParams,
  },
  answerWork: step(
    '/work-agreements/:id/answer',
    { zh: '答复工作结果', en: 'Agree to work results, or send them back' },
    shapes.WorkParams,
    shapes.AnswerWorkBody,
  ),
  addWorkFact: {
    ...add('/work-agreements/:id/facts', { zh: '写下事实', en: 'Write a fact' }, shapes.AddWorkFactBody),
    params: shapes.WorkParams,
  },
  answerWorkFact: step(
    '/work-facts/:id/answer',
    { zh: '回应事实', en: 'Answer a fact' },
    shapes.FactParams,
    shapes.AnswerWorkFactBody,
  ),
  showWork: step(
    '/work-agreements/:id/show',
    { zh: '请本人先看', en: 'Show every fact to the worker' },
    shapes.WorkParams,
    Shape({}),
  ),
  concludeWork: step(
    '/work-agreements/:id/conclude',
    { zh: '写下结果', en: 'Conclude in words' },
    shapes.WorkParams,
    shapes.ConcludeWorkBody,
  ),
  appealWork: step(
    '/work-agreements/:id/appeal',
    { zh: '申诉', en: 'Appeal' },
    shapes.WorkParams,
    shapes.AppealWorkBody,
  ),
  answerAppeal: step(
    '/work-agreements/:id/appeal/answer',
    { zh: '答复申诉', en: 'Answer an appeal in writing' },
    shapes.WorkParams,
    shapes.AnswerAppealBody,
  ),
  listMentorPairs: read(
    '/mentor-pairs',
    { zh: '师带徒', en: 'Mentors and learners of my area' },
    shapes.PairList,
  ),
  pairMentor: add(
    '/mentor-pairs',
    { zh: '结成师徒', en: 'Propose mentor and learner' },
    shapes.PairMentorBody,
  ),
  answerMentorPair: step(
    '/mentor-pairs/:id/answer',
    { zh: '答复师带徒', en: 'Answer whether one is willing' },
    shapes.PairParams,
    shapes.AnswerPairBody,
  ),
  endMentorPair: step(
    '/mentor-pairs/:id/end',
    { zh: '结束师带徒', en: 'End a pair' },
    shapes.PairParams,
    Shape({}),
  ),
  allowanceMonth: {
    ...read('/allowances', { zh: '本月补助', en: 'Allowances of a month' }, shapes.AllowanceMonth),
    query: shapes.MonthQuery,
  },
  allowanceFile: {
    kind: 'read',
    method: 'GET',
    path: '/allowances/file',
    summary: { zh: '导出补助表', en: 'The allowances of a month as a table' },
    query: shapes.MonthQuery,
    response: Type.String(),
    file: 'text/csv; charset=utf-8',
  },
  setAllowance: add('/allowances', { zh: '定补助', en: 'Set an allowance' }, shapes.SetAllowanceBody),
  endAllowance: step(
    '/allowances/:id/end',
    { zh: '停补助', en: 'End an allowance' },
    shapes.AllowanceParams,
    shapes.EndAllowanceBody,
  ),
  myWork: read(
    '/me/work',
    { zh: '我的工作', en: 'Courses, agreed results, mentors and allowance of mine' },
    shapes.MyWork,
  ),
})
