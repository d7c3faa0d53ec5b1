import { problem } from '../problem.ts'

export const codeTooSoon = problem(
  'auth.codeTooSoon',
  429,
  '验证码刚刚发过，请等一分钟再取。',
  'A code was sent just now; wait a minute before asking again.',
)
export const codesSpent = problem(
  'auth.codesSpent',
  429,
  '这个手机号今天取验证码太多次了，请明天再试，或拨打社区电话办理。',
  'Too many codes for this number today; try tomorrow or call your community.',
)
export const budgetSpent = problem(
  'auth.budgetSpent',
  503,
  '今天的短信已经发完，请明天再试，或拨打社区电话办理。',
  'No more messages can be sent today; try tomorrow or call your community.',
)
export const codeNotSent = problem(
  'auth.codeNotSent',
  503,
  '验证码没有发出去，请过一分钟再取，或拨打社区电话办理。',
  'The code could not be sent; try again in a minute or call your community.',
)
export const wrongCode = problem(
  'auth.wrongCode',
  401,
  '验证码不对或已经过期。请看最新一条短信；输错 5 次后要重新获取。',
  'The code is wrong or has expired. Use the newest message; after 5 wrong tries ask for another.',
)
export const staffDoor = problem(
  'auth.staffDoor',
  403,
  '这是工作人员账号，请用登录名、密码和动态码登录。',
  'This is a staff account; sign in with login, password and one-time code.',
)
export const accountClosed = problem(
  'auth.accountClosed',
  403,
  '这个账号已停用，请联系社区。',
  'This account is closed; ask your community.',
)
export const wrongPassword = problem(
  'auth.wrongPassword',
  401,
  '登录名、密码或动态码不对。连续错 5 次要等 15 分钟，请稍后再试或联系管理员。',
  'Login, password or one-time code is wrong. After 5 wrong tries wait 15 minutes, or ask your administrator.',
)
export const weakPassword = problem(
  'auth.weakPassword',
  422,
  '密码太容易猜到：请用 12 个字以上，不含登录名，也不要总用几个相同的字。',
  'The password is too easy: at least 12 characters, without the login, not the same few letters.',
)
export const loginTaken = problem(
  'auth.loginTaken',
  409,
  '这个登录名已经有人用了，请换一个。',
  'This login is taken; choose another.',
)
