import { endpoints } from '../endpoint.ts'
import { Day, Nullable, Optional, Shape, Type, WordsShape } from '../schema.ts'
import { OneTimeCode } from './shapes.ts'

/** What is asked of staff passwords here, one sentence each; `until` is the day on which one's own must be changed. */
export const PasswordRules = Shape({
  profile: Type.Unsafe<'standard' | 'dengbao'>({ type: 'string', enum: ['standard', 'dengbao'] }),
  sentences: Type.Array(WordsShape),
  shortest: Type.Integer(),
  longest: Type.Integer(),
  until: Nullable(Day()),
  /** Whether the asker signs in by a password at all. */
  hasPassword: Type.Boolean(),
})
const password = (title: string) => Type.String({ title, minLength: 1, maxLength: 512 })
export const ChangePasswordBody = Shape({
  old: password('原来的密码'),
  password: password('新密码'),
  code: Optional(OneTimeCode('动态码')),
})

/** One's own password, for staff. */
export const passwordEndpoints = endpoints({
  getPasswordRules: {
    kind: 'read',
    method: 'GET',
    path: '/me/password',
    summary: { zh: '对密码的要求', en: 'What is asked of passwords' },
    response: PasswordRules,
  },
  changeMyPassword: {
    kind: 'session', // a password is never kept with the command, not even as a hash of the request
    method: 'POST',
    path: '/me/password',
    summary: { zh: '改我的密码', en: 'Change my password' },
    body: ChangePasswordBody,
    response: Type.Null(),
  },
})
