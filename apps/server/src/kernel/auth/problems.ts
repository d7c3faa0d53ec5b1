import type { Words } from '@linli/contract'
import { Problem, problem } from '../problem.ts'
import type { Flaw } from './passwordRules/flaws.ts'
import { LONGEST, SHORTEST } from './securityProfile.ts'

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
const WEAK: { readonly [flaw in Flaw]: Words } = {
  short: {
    zh: `密码太短：请用 ${SHORTEST} 个字以上，几个不相干的词连起来就好记。`,
    en: `The password is too short: at least ${SHORTEST} characters; a few unrelated words are easy to keep.`,
  },
  long: {
    zh: `密码太长：最多 ${LONGEST} 个字。`,
    en: `The password is too long: at most ${LONGEST} characters.`,
  },
  plain: {
    zh: '密码总是同样几个字，太容易猜到，请换一个。',
    en: 'The password is the same few letters again and again; choose another.',
  },
  context: {
    zh: '密码里有您的登录名、姓名、地名或“邻里”，太容易猜到，请换一个。',
    en: 'The password holds your login, your name, your place or “linli”; choose another.',
  },
  common: {
    zh: '这是很多人都在用的密码，太容易猜到，请换一个。',
    en: 'Many people use this password; choose another.',
  },
  leaked: {
    zh: '这个密码在别处泄露过，不能用，请换一个。',
    en: 'This password has leaked elsewhere; choose another.',
  },
  kinds: {
    zh: '密码里的字符种类不够：大写字母、小写字母、数字、其他字符，四类里至少要有三类。',
    en: 'Too few kinds of characters: at least three of capital letters, small letters, digits and others.',
  },
  earlier: {
    zh: '这个密码最近用过，请换一个没用过的。',
    en: 'You used this password lately; choose a new one.',
  },
}
/** A password that is not taken, with the one thing to mend first. */
export const weakPassword = (flaw: Flaw): Problem =>
  new Problem({ code: 'auth.weakPassword', status: 422, words: WEAK[flaw] })
export const wrongOldPassword = problem(
  'auth.wrongOldPassword',
  422,
  '原来的密码或动态码不对。连续错 5 次，账号会锁 15 分钟。',
  'The old password or the one-time code is wrong. After 5 wrong tries the account is locked for 15 minutes.',
)
export const passwordDue = problem(
  'auth.passwordDue',
  403,
  '请先设一个自己的新密码，再接着办。',
  'Choose a new password of your own first, then go on.',
)
export const factorDue = problem(
  'auth.factorDue',
  403,
  '请先绑定验证器，再接着办。',
  'Set up your authenticator first, then go on.',
)
export const loginTaken = problem(
  'auth.loginTaken',
  409,
  '这个登录名已经有人用了，请换一个。',
  'This login is taken; choose another.',
)
export const wrongPasskey = problem(
  'auth.wrongPasskey',
  401,
  '这把通行密钥没有通过，可能已经删除，或者等得太久。请再试一次，或者换一种方式。',
  'The passkey was not accepted: it may have been removed, or the wait was too long. Try again, or choose another way.',
)
export const passkeyKnown = problem(
  'auth.passkeyKnown',
  409,
  '这把通行密钥已经加过了，不用再加。',
  'This passkey has been added before.',
)
export const passkeysFull = problem(
  'auth.passkeysFull',
  409,
  '最多可以有 10 把通行密钥，请先删掉不用的。',
  'Ten passkeys are the most; remove one you no longer use first.',
)
export const wrongProof = problem(
  'auth.wrongProof',
  422,
  '没有对上，请看最新的一个码再试。连续错 5 次要等 15 分钟。',
  'That was not right; try with the newest code. After 5 wrong tries wait 15 minutes.',
)
export const noProofPhone = problem(
  'auth.noProofPhone',
  409,
  '您的账号没有可以收验证码的手机号，请换一种方式，或者到社区办理。',
  'There is no phone of yours that takes codes; choose another way or ask your community.',
)
export const wrongFirstCode = problem(
  'auth.wrongFirstCode',
  422,
  '动态码没有对上。请看验证器里现在的 6 位数字；等了很久或错了 5 次，要从头再来。',
  'The code is not right. Type the 6 digits your authenticator shows now; after a long wait or 5 wrong tries begin anew.',
)
