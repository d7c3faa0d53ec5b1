import { endpoints } from '../endpoint.ts'
import { Shape, Type } from '../schema.ts'
import * as shapes from './teamShapes.ts'

const read = { kind: 'read', method: 'GET' } as const
const command = { kind: 'command', method: 'POST', response: shapes.TeamResult } as const
const one = { params: shapes.TeamParams } as const

/** 服务队伍: formed at the desk, entered and left by whoever is asked. */
export const teamEndpoints = endpoints({
  listTeams: {
    ...read,
    path: '/teams',
    summary: { zh: '服务队伍', en: 'Service teams' },
    query: shapes.TeamsQuery,
    response: Shape({ items: Type.Array(shapes.TeamRow) }),
  },
  getTeam: {
    ...read,
    ...one,
    path: '/teams/:id',
    summary: { zh: '一支队伍', en: 'One team' },
    response: shapes.TeamView,
  },
  myTeams: {
    ...read,
    path: '/me/teams',
    summary: { zh: '我的队伍', en: 'My own teams' },
    response: shapes.MyTeams,
  },
  openTeam: {
    ...command,
    path: '/teams',
    summary: { zh: '组建队伍', en: 'Open a team' },
    body: shapes.OpenTeamBody,
    status: 201,
  },
  closeTeam: {
    ...command,
    ...one,
    path: '/teams/:id/closing',
    summary: { zh: '解散队伍', en: 'Close a team' },
    body: shapes.CloseTeamBody,
  },
  joinTeam: {
    ...command,
    ...one,
    path: '/teams/:id/members',
    summary: { zh: '请人进队或改任', en: 'Ask somebody into a team, or to another part' },
    body: shapes.JoinTeamBody,
    status: 201,
  },
  endMembership: {
    ...command,
    path: '/teams/:id/members/:personId/end',
    summary: { zh: '请人离开队伍', en: 'Take somebody out of a team' },
    params: shapes.MembershipParams,
    body: Shape({}),
  },
  setTeamAllies: {
    ...command,
    ...one,
    path: '/teams/:id/allies',
    summary: { zh: '定队伍的单位和支队', en: 'Set the units and further teams of a team' },
    body: shapes.TeamAlliesBody,
  },
  answerTeam: {
    ...command,
    ...one,
    path: '/teams/:id/answer',
    summary: { zh: '答复愿不愿意进队', en: 'Answer whether one joins a team' },
    body: shapes.AnswerTeamBody,
  },
  leaveTeam: {
    ...command,
    ...one,
    path: '/teams/:id/leave',
    summary: { zh: '退出队伍，或不再担任', en: 'Leave a team, or a part in it' },
    body: shapes.LeaveTeamBody,
  },
})
