import { ADMINISTRATORS, type Administrator } from '../roles.ts'
import {
  Day,
  Id,
  Instant,
  Nullable,
  Optional,
  PageOf,
  PageQuery,
  Phone,
  Shape,
  type Static,
  Text,
  Type,
  WordsShape,
} from '../schema.ts'
import { ACCOUNT_STATES, type AccountState } from './accountWords.ts'
import { StaffLogin } from './shapes.ts'

const states = Object.keys(ACCOUNT_STATES) as AccountState[] // the vocabulary's keys
const AdministratorRole = Type.Unsafe<Administrator>({
  type: 'string',
  enum: [...ADMINISTRATORS],
  title: '管理员',
})

/** An account of somebody who works here: nothing about the person but name and posts, which stand on the duty board. */
export const StaffAccountRow = Shape({
  id: Id(),
  name: Type.String(),
  login: Nullable(Type.String()),
  state: Type.Unsafe<AccountState>({ type: 'string', enum: states }),
  /** Whether a second factor is set up. */
  hasFactor: Type.Boolean(),
  administrator: Nullable(AdministratorRole),
  posts: Type.Array(WordsShape),
  lastSignInOn: Nullable(Day('上次登录')),
  isMe: Type.Boolean(),
})
export type StaffAccountRow = Static<typeof StaffAccountRow>
export const StaffAccountsQuery = Shape({ name: Optional(Text('姓名或登录名开头', 40)), ...PageQuery })
export const StaffAccountPage = PageOf(StaffAccountRow)
export const StaffAccountParams = Shape({ id: Id('账号') })

export const NewStaffAccountBody = Shape({
  login: StaffLogin,
  name: Text('姓名', 40),
  phone: Optional(Phone()),
})
const reason = Text('理由', 200, 2)
export const ReasonBody = Shape({ reason })
export const ResetStaffAccountBody = Shape({
  reason,
  factor: Type.Boolean({ title: '同时解除动态码和通行密钥' }),
})
/** A password made by chance, shown this once; worthless after `until`. */
export const HandedOut = Shape({ id: Id(), login: Type.String(), password: Type.String(), until: Instant() })
export const AccountResult = Shape({ id: Id() })
export const AppointBody = Shape({ role: AdministratorRole })
export const DismissBody = Shape({ role: AdministratorRole, reason })
