import type { Words } from '@linli/contract'

/** A refusal in the specification's own shape: a status and a sentence, listed in the format that was asked for. */
export class Refusal extends Error {
  readonly status: number
  readonly words: Words
  /** Seconds until there is more. */
  readonly retryAfter: number | undefined

  constructor(status: number, zh: string, en: string, retryAfter?: number) {
    super(en)
    this.name = 'Refusal'
    this.status = status
    this.words = { zh, en }
    this.retryAfter = retryAfter
  }
}

export const badRequest = (zh: string, en: string) => new Refusal(400, zh, en)
export const unknown = (zh: string, en: string) => new Refusal(404, zh, en)
export const noKey = () =>
  new Refusal(
    403,
    '缺少 api_key，或者钥匙不对、已过期、已停用。',
    'The api_key is missing, wrong, expired or revoked.',
  )
export const wrongScope = () =>
  new Refusal(403, '这把钥匙没有这项权限。', 'This api_key was not given that scope.')
export const overLimit = (seconds: number) =>
  new Refusal(429, '用得太频繁，请稍后再试。', 'Too many requests; try again later.', seconds)
