type Json = { readonly [name: string]: unknown }

/** RFC 9457: the form of every refusal. */
export const SCHEMAS: Json = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code'],
    properties: {
      type: { type: 'string', description: 'urn:linli:problem:<code>' },
      title: { type: 'string', description: '一句人能照着办的话 · a sentence a person can act on' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string', description: 'Stable, such as orders.alreadyClaimed' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['field', 'message'],
          properties: { field: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  },
}

export const PARAMETERS: Json = {
  IdempotencyKey: {
    name: 'idempotency-key',
    in: 'header',
    required: true,
    description:
      '每次操作一个 UUID，重发时不变；30 天内重发得到第一次的答复 · One UUID an intent; a repeat within 30 days gets the first answer, the same key with another request 422',
    schema: { type: 'string', format: 'uuid' },
  },
  Language: {
    name: 'accept-language',
    in: 'header',
    required: false,
    description: '默认中文 · Chinese unless English is preferred',
    schema: { type: 'string' },
  },
}

/** A browser holds the cookie; a program, or one of several seats on a page, sends the token. */
export const SECURITY: Json = {
  session: { type: 'apiKey', in: 'cookie', name: 'linli_session' },
  bearer: { type: 'http', scheme: 'bearer' },
}

const STATUSES = {
  400: '填写不对 · Something is not filled in as asked',
  401: '请先登录 · Sign in first',
  403: '没有权限 · Not allowed',
  404: '没有找到或无权查看 · Not found, or not yours to see',
  409: '情况已经变了 · The state has changed',
  413: '太大 · Too large',
  415: '格式不支持 · Media type not supported',
  422: '内容不能照办，或操作编号被用在别的内容上 · Cannot be done as asked, or the key was used for another request',
  429: '太频繁 · Too many attempts',
  503: '正忙 · Busy',
} as const

const nameOf = (status: string | number): string => `Problem${status}`

/** One response a status, named `Problem404`. */
export const PROBLEM_RESPONSES: Json = Object.fromEntries(
  Object.entries(STATUSES).map(([status, description]) => [
    nameOf(status),
    {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
)

/** The refusals an operation may answer with, by what it does. */
export function problemsOf(what: {
  guarded: boolean
  takesInput: boolean
  writes: boolean
  uploads: boolean
  finds: boolean
}): { [status: string]: Json } {
  const statuses = [
    ...(what.takesInput || what.writes ? [400] : []),
    ...(what.guarded ? [401, 403] : []),
    ...(what.finds ? [404] : []),
    ...(what.writes ? [409, 413, 415, 422, 429] : []),
    503,
  ]
  return Object.fromEntries(
    [...new Set(statuses)].map((status) => [
      String(status),
      { $ref: `#/components/responses/${nameOf(status)}` },
    ]),
  )
}
