import { type Endpoint, endpoints } from '../endpoint.ts'
import { Shape, type TSchema } from '../schema.ts'
import type { Words } from '../words.ts'
import * as shapes from './accountShapes.ts'

const one = { params: shapes.StaffAccountParams } as const
const command = <const P extends Endpoint['path'], B extends TSchema>(path: P, summary: Words, body: B) =>
  ({ kind: 'command', method: 'POST', path, summary, body, response: shapes.AccountResult, ...one }) as const

/** Staff accounts and the three administrators: the security administrator's work. */
export const accountEndpoints = endpoints({
  listStaffAccounts: {
    kind: 'read',
    method: 'GET',
    path: '/staff-accounts',
    summary: { zh: '工作账号', en: 'Staff accounts' },
    query: shapes.StaffAccountsQuery,
    response: shapes.StaffAccountPage,
  },
  createStaffAccount: {
    kind: 'session', // a password in clear is never kept with the command
    method: 'POST',
    path: '/staff-accounts',
    summary: { zh: '开通工作账号', en: 'Open a staff account' },
    body: shapes.NewStaffAccountBody,
    response: shapes.HandedOut,
    status: 201,
  },
  resetStaffAccount: {
    kind: 'session',
    method: 'POST',
    path: '/staff-accounts/:id/reset',
    summary: { zh: '重设密码', en: 'Hand out a new password' },
    ...one,
    body: shapes.ResetStaffAccountBody,
    response: shapes.HandedOut,
  },
  disableStaffAccount: command(
    '/staff-accounts/:id/disable',
    { zh: '停用账号', en: 'Disable an account' },
    shapes.ReasonBody,
  ),
  enableStaffAccount: command(
    '/staff-accounts/:id/enable',
    { zh: '恢复账号', en: 'Enable an account again' },
    shapes.ReasonBody,
  ),
  unlockStaffAccount: command(
    '/staff-accounts/:id/unlock',
    { zh: '解锁账号', en: 'Unlock an account' },
    Shape({}),
  ),
  endStaffSessions: command(
    '/staff-accounts/:id/end-sessions',
    { zh: '让这个账号全部退出', en: 'Sign an account out everywhere' },
    shapes.ReasonBody,
  ),
  appointAdministrator: command(
    '/staff-accounts/:id/administrator',
    { zh: '任命管理员', en: 'Appoint an administrator' },
    shapes.AppointBody,
  ),
  dismissAdministrator: command(
    '/staff-accounts/:id/administrator/end',
    { zh: '免去管理员', en: 'Dismiss an administrator' },
    shapes.DismissBody,
  ),
})
