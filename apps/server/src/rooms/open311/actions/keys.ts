import type { open311Endpoints } from '@linli/contract/open311/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { hashToken, newToken } from '../../../kernel/auth/tokens.ts'
import { type Database, Refused } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { demandRegion } from '../../../kernel/policy/policy.ts'
import { keyEnded } from '../errors.ts'
import { policy } from '../policy.ts'
import { insertKey, revokeKey } from '../store.ts'

type Request<O extends keyof typeof open311Endpoints> = HandlerRequest<(typeof open311Endpoints)[O]>
const TAIL = 4

/** 发钥匙: made by chance and shown this once; what is kept is a digest. @throws forbidden */
export async function issueApiKey(db: Database, { me, scope, body }: Request<'issueApiKey'>) {
  demandRegion(policy.operations.issueApiKey, me)
  const key = newToken()
  const hash = hashToken(key)
  if (!hash) throw new Error('a key that was just made is not one')
  const id = newId()
  const { scopes, perMinute, days } = body
  const [rows] = await db.commit(scope, [
    insertKey(me.region, me.personId, { id, ...body, hash, tail: key.slice(-TAIL) }),
    auditStatement(me, {
      action: 'issueApiKey',
      subjectKind: 'apiKey',
      subjectId: id,
      facts: { scopes: scopes.join(','), perMinute, days },
    }),
  ])
  return { id, key, expiresAt: String(rows?.[0]?.['expiresAt']) }
}

/** 停用钥匙: at once and for good. @throws forbidden, keyEnded */
export async function revokeApiKey(
  db: Database,
  { me, scope, params, body, remember }: Request<'revokeApiKey'>,
) {
  demandRegion(policy.operations.revokeApiKey, me)
  const answer = { id: params.id }
  const entry = { action: 'revokeApiKey', subjectKind: 'apiKey', subjectId: params.id, reason: body.reason }
  try {
    await db.commit(scope, [
      revokeKey(me.region, params.id, me.personId),
      auditStatement(me, entry),
      remember(answer),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'keyEnded' ? keyEnded() : error
  }
  return answer
}
