import { problem } from '../../problem.ts'

export const doorClosed = problem(
  'auth.doorClosed',
  404,
  '这里没有开通这种登录方式，请换一种方式登录。',
  'This way of signing in is not open here; use another one.',
)
export const wayLost = problem(
  'auth.wayLost',
  401,
  '这次登录已经过期或者用过了，请回到登录页重新开始。',
  'This sign-in has expired or was used already; begin again at the sign-in page.',
)
export const wechatSilent = problem(
  'auth.wechatSilent',
  503,
  '微信没有回应，请过一会儿再试，或者用手机号登录。',
  'WeChat does not answer; try again in a while or sign in by phone.',
)
export const wechatPreview = problem(
  'auth.wechatPreview',
  403,
  '现在看到的是微信的预览。请点页面下方的“使用完整服务”，再登录；或者用手机号登录。',
  'This is WeChat’s preview: open the full page and sign in again, or sign in by phone.',
)
export const wechatTaken = problem(
  'auth.wechatTaken',
  409,
  '这个微信已经绑定了另一个手机号。请用那个手机号登录，在“我的”里解除绑定后再试。',
  'This WeChat is bound to another phone; sign in with that one, unbind it there and try again.',
)
export const providerSilent = problem(
  'auth.providerSilent',
  503,
  '统一认证没有回应，请过一会儿再试，或者用登录名和密码登录。',
  'Single sign-on does not answer; try again in a while or sign in by login and password.',
)
/** One answer for an unknown subject, a closed account, somebody without work here and one without a second factor. */
export const notAdmitted = problem(
  'auth.notAdmitted',
  403,
  '统一认证里的您还没有能用的工作账号：没有绑定、已经停用，或者没有设置动态码。请联系管理员。',
  'Single sign-on leads to no usable staff account: not bound, closed, or without a one-time code. Ask your administrator.',
)
export const wrongFactor = problem(
  'auth.wrongFactor',
  401,
  '动态码不对或已经用过，请等下一个再输。连续错 5 次要等 15 分钟。',
  'The one-time code is wrong or was used; enter the next one. After 5 wrong tries wait 15 minutes.',
)
export const subjectTaken = problem(
  'auth.subjectTaken',
  409,
  '这个统一认证编号已经绑定了别的账号，请核对。',
  'This subject is bound to another account already; check it.',
)
