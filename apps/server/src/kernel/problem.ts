import type { Words } from '@linli/contract'

/** One wrong field of a request, in words. */
export type FieldError = { field: string; message: string }

/** A refusal with a stable code and a sentence a person can act on; becomes an RFC 9457 problem document. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly words: Words
  readonly fields: FieldError[]

  constructor(kind: { code: string; status: number; words: Words }, fields: FieldError[] = []) {
    super(`${kind.code}: ${kind.words.en}`)
    this.name = 'Problem'
    this.code = kind.code
    this.status = kind.status
    this.words = kind.words
    this.fields = fields
  }
}

/** Declares a room's problem: `const alreadyClaimed = problem('orders.alreadyClaimed', 409, '…', '…')`, thrown as `throw alreadyClaimed()`. */
export function problem(code: string, status: number, zh: string, en: string) {
  const kind = { code, status, words: { zh, en } }
  return Object.assign((fields: FieldError[] = []) => new Problem(kind, fields), kind)
}

export type ProblemKind = ReturnType<typeof problem>

export const notFound = problem(
  'kernel.notFound',
  404,
  '没有找到，或者您无权查看。',
  'Not found, or not yours to see.',
)
export const forbidden = problem('kernel.forbidden', 403, '您没有办理这一步的权限。', 'You may not do this.')
export const signInFirst = problem('kernel.signInFirst', 401, '请先登录。', 'Please sign in first.')
export const otherPerson = problem(
  'kernel.otherPerson',
  409,
  '这一条是另一个人写的，现在登录的不是他。请他登录后再发。',
  'Another person wrote this than is signed in now. It waits until they sign in.',
)
export const stale = problem(
  'kernel.stale',
  409,
  '这张单刚刚有了新进展，请刷新后再办。',
  'It has changed since you looked; reload and try again.',
)
export const keyReused = problem(
  'kernel.keyReused',
  422,
  '同一个操作编号被用在了不同的内容上，请刷新页面后重试。',
  'The idempotency key was used for another request; reload and try again.',
)
export const keyMissing = problem(
  'kernel.keyMissing',
  400,
  '缺少操作编号（idempotency-key），请刷新页面后重试。',
  'The idempotency-key header (a UUID) is missing.',
)
export const invalid = problem(
  'kernel.invalid',
  400,
  '有内容填写不对，请按提示修改。',
  'Some fields are not right; see errors.',
)
export const malformedText = problem(
  'kernel.malformedText',
  400,
  '内容里有无法保存的字符，请删除后重试。',
  'The text holds characters that cannot be stored.',
)
export const unexpected = problem(
  'kernel.unexpected',
  500,
  '系统出了问题，内容没有保存，请稍后重试或拨打社区电话。',
  'Something went wrong; nothing was saved. Try again later.',
)
export const busy = problem(
  'kernel.busy',
  503,
  '系统正忙，请稍候再试，内容没有丢失。',
  'Busy; try again in a moment.',
)
export const tooMany = problem(
  'kernel.tooMany',
  429,
  '操作太频繁，请稍后再试。',
  'Too many attempts; try again later.',
)
export const tooLarge = problem(
  'kernel.tooLarge',
  413,
  '内容太大，请减少后再发。',
  'The request is too large.',
)
export const unsupported = problem(
  'kernel.unsupported',
  415,
  '不支持这种内容格式。',
  'This media type is not supported.',
)
