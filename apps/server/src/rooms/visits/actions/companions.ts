import type { visitEndpoints } from '@linli/contract/visits/endpoints'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { notNamed } from '../errors.ts'
import { answerCompanionStatements, namedAt, telling } from '../store.ts'

/** 确认同行: who was named as the second says whether they were there. @throws notNamed */
export async function answerCompanionVisits(
  { db }: Deps,
  request: HandlerRequest<typeof visitEndpoints.answerCompanionVisits>,
) {
  const { me, region, body } = request
  const answer = { visits: body.visits }
  try {
    await db.commit(request.scope, [
      ...answerCompanionStatements(region, me.personId, body.visits, body.wasThere),
      telling(
        region,
        body.wasThere ? 'visits.companionConfirmed.1' : 'visits.companionDenied.1',
        { people: [me.personId] },
        namedAt(region, me.personId, body.visits),
      ),
      request.remember(answer),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'notNamed' ? notNamed() : error
  }
  return answer
}
