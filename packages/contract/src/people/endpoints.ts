import { type Endpoint, endpoints } from '../endpoint.ts'
import { Shape, type TSchema } from '../schema.ts'
import type { Words } from '../words.ts'
import * as shapes from './shapes.ts'

export { accountEndpoints } from './accountEndpoints.ts'
export { pairingEndpoints } from './pairingEndpoints.ts'
export { teamEndpoints } from './teamEndpoints.ts'

const one = { params: shapes.PersonParams } as const
const command = <const P extends Endpoint['path'], B extends TSchema, R extends TSchema>(
  path: P,
  summary: Words,
  body: B,
  response: R,
) => ({ kind: 'command', method: 'POST', path, summary, body, response }) as const

export const peopleEndpoints = endpoints({
  listPeople: {
    kind: 'read',
    method: 'GET',
    path: '/people',
    summary: { zh: '人员表', en: 'People' },
    query: shapes.PeopleQuery,
    response: shapes.PersonPage,
  },
  findPersonByPhone: {
    kind: 'read',
    method: 'POST',
    path: '/people/by-phone',
    summary: { zh: '按电话查人', en: 'Find a person by phone' },
    body: shapes.ByPhoneBody,
    response: shapes.Found,
  },
  getPerson: {
    kind: 'read',
    method: 'GET',
    path: '/people/:id',
    summary: { zh: '人员详情', en: 'One person' },
    ...one,
    response: shapes.PersonView,
  },
  getMe: {
    kind: 'read',
    method: 'GET',
    path: '/me/person',
    summary: { zh: '我的资料', en: 'My details' },
    response: shapes.PersonView,
  },
  changeMe: command(
    '/me/person',
    { zh: '改我的资料', en: 'Change my details' },
    shapes.ChangeMeBody,
    shapes.PersonResult,
  ),
  revealPhone: {
    ...command(
      '/people/:id/reveal',
      { zh: '查看电话', en: 'Show the number' },
      shapes.RevealPhoneBody,
      shapes.RevealedPhone,
    ),
    kind: 'session', // a number in clear is never kept with the command
    ...one,
  },
  registerPerson: {
    ...command(
      '/people',
      { zh: '登记人员', en: 'Register a person' },
      shapes.RegisterPersonBody,
      shapes.PersonResult,
    ),
    status: 201,
  },
  changePerson: {
    ...command(
      '/people/:id',
      { zh: '更正人员', en: 'Correct a person' },
      shapes.ChangePersonBody,
      shapes.PersonResult,
    ),
    ...one,
  },
  assignPost: {
    ...command(
      '/people/:id/posts',
      { zh: '任职', en: 'Assign a post' },
      shapes.AssignPostBody,
      shapes.PostResult,
    ),
    ...one,
    status: 201,
  },
  endPost: {
    ...command('/posts/:id/end', { zh: '卸任', en: 'End a post' }, shapes.EndPostBody, shapes.PostResult),
    params: shapes.PostParams,
  },
  listPosts: {
    kind: 'read',
    method: 'GET',
    path: '/posts',
    summary: { zh: '岗位表', en: 'Posts' },
    query: shapes.PostsQuery,
    response: shapes.PostPage,
  },
  listPostHistory: {
    kind: 'read',
    method: 'GET',
    path: '/posts/history',
    summary: { zh: '一处的任职历史', en: 'Posts of an area over time' },
    query: shapes.PostHistoryQuery,
    response: shapes.PostPage,
  },

  joinAsHelper: {
    ...command(
      '/me/helper',
      { zh: '我要当志愿者', en: 'Join as a helper' },
      shapes.JoinAsHelperBody,
      shapes.PersonResult,
    ),
    status: 201,
  },
  updateMyHelperSettings: command(
    '/me/helper/settings',
    { zh: '我的服务设置', en: 'My helper settings' },
    shapes.HelperSettingsBody,
    shapes.PersonResult,
  ),
  leaveAsHelper: command(
    '/me/helper/leave',
    { zh: '不再当志愿者', en: 'Stop helping' },
    Shape({}),
    shapes.PersonResult,
  ),
  verifySkill: {
    ...command(
      '/people/:id/skills',
      { zh: '核验技能', en: 'Verify a skill' },
      shapes.VerifySkillBody,
      shapes.PersonResult,
    ),
    ...one,
  },
  setHomeEntry: {
    ...command(
      '/people/:id/home-entry',
      { zh: '入户资质', en: 'Home-entry clearance' },
      shapes.HomeEntryBody,
      shapes.PersonResult,
    ),
    ...one,
  },
  listHelpers: {
    kind: 'read',
    method: 'GET',
    path: '/helpers',
    summary: { zh: '志愿者', en: 'Helpers' },
    query: shapes.HelpersQuery,
    response: shapes.HelperPage,
  },
})
