import type { suggestionEndpoints } from '@linli/contract/suggestions/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demandRegion } from '../../../kernel/policy/policy.ts'
import { stale } from '../../../kernel/problem.ts'
import type { SuggestionNeeds } from '../needs.ts'
import { policy } from '../policy.ts'
import { insertTerms, termsNow } from '../store.ts'

type Asked = Pick<
  HandlerRequest<typeof suggestionEndpoints.setSuggestionTerms>,
  'me' | 'scope' | 'body' | 'remember'
>

/**
 * 定领先多少才先填上: from that margin on an item is filled in beforehand; null is never. Whoever set it is recorded.
 * @throws forbidden but for the whole region; stale when somebody set it meanwhile
 */
export async function setSuggestionTerms(
  { db }: Pick<SuggestionNeeds, 'db'>,
  { me, scope, body: { version, margin }, remember }: Asked,
): Promise<{ version: number }> {
  demandRegion(policy.operations.setSuggestionTerms, me)
  if ((await termsNow(db, me.region)).version !== version) throw stale()
  const answer = { version: version + 1 }
  try {
    await db.commit(scope, [
      remember(answer),
      insertTerms(me.region, answer.version, margin, me.personId),
      auditStatement(me, { action: 'setSuggestionTerms', subjectKind: 'suggestionTerms', facts: { margin } }),
    ])
  } catch (error) {
    if (violated(error) === 'suggestion_terms_pkey') throw stale()
    throw error
  }
  return answer
}
