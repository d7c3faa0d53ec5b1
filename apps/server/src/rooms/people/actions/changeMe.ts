import type { BodyOf } from '@linli/contract'
import type { peopleEndpoints } from '@linli/contract/people/endpoints'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { unknownArea } from '../errors.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { changePersonStatement } from '../store/people.ts'
import { areaIsOpen } from '../store/posts.ts'

/** A person's own name and home. @throws unknownArea */
export async function changeMe(
  deps: Deps,
  { me, remember }: Asked,
  body: BodyOf<typeof peopleEndpoints.changeMe>,
): Promise<Answer> {
  if (body.path !== undefined && !(await areaIsOpen(deps.db, me.region, body.path))) throw unknownArea()
  const answer = { id: me.personId }
  await deps.db.commit(scopeOf(me), [changePersonStatement(me.region, me.personId, body), remember(answer)])
  return answer
}
