import {
  AreaPath,
  CodeOf,
  Count,
  Id,
  Instant,
  Nullable,
  Optional,
  Shape,
  type Static,
  Text,
  Type,
} from '../schema.ts'
import { KEY_MOST_DAYS, KEY_SCOPES, KEY_STATES } from './words.ts'

const Scopes = Type.Array(CodeOf(KEY_SCOPES, '权限'), {
  title: '权限',
  minItems: 1,
  maxItems: 3,
  uniqueItems: true,
})

/** A key as the desk sees it: everything but the key. */
export const ApiKey = Shape({
  id: Id(),
  name: Type.String(),
  purpose: Type.String(),
  scopes: Scopes,
  tail: Type.String(),
  perMinute: Type.Integer(),
  state: CodeOf(KEY_STATES),
  expiresAt: Instant(),
  madeAt: Instant(),
  revokedAt: Nullable(Instant()),
  usedAt: Nullable(Instant()),
  uses: Count(),
})
export type ApiKey = Static<typeof ApiKey>

/** The door's own address and number, and its keys, newest first. */
export const ApiKeys = Shape({
  discovery: Type.String(),
  endpoint: Type.String(),
  jurisdiction: Type.String(),
  items: Type.Array(ApiKey),
})
export type ApiKeys = Static<typeof ApiKeys>

export const IssueApiKeyBody = Shape({
  name: Text('系统名称', 60),
  purpose: Text('用途', 300),
  scopes: Scopes,
  perMinute: Type.Integer({ title: '每分钟最多几次', minimum: 1, maximum: 6000 }),
  days: Type.Integer({ title: '有效天数', minimum: 1, maximum: KEY_MOST_DAYS }),
})
export type IssueApiKeyBody = Static<typeof IssueApiKeyBody>

/** Of which area; absent: of all. */
export const FeedQuery = Shape({ area: Optional(AreaPath()) })

/** The key, this once. */
export const IssuedApiKey = Shape({ id: Id(), key: Type.String(), expiresAt: Instant() })
export const ApiKeyParams = Shape({ id: Id('钥匙') })
export const RevokeApiKeyBody = Shape({ reason: Text('理由', 200, 2) })
export const ApiKeyResult = Shape({ id: Id() })
