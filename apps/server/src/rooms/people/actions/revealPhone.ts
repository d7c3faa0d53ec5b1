import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { notFound } from '../../../kernel/problem.ts'
import { demandAt } from '../policy.ts'
import { phoneContext } from '../store/identity.ts'
import { personById, phoneCipher } from '../store/people.ts'

/** Shows a number in clear, with the reason; the look is recorded before anything is answered. @throws notFound, forbidden */
export async function revealPhone(
  deps: Deps,
  me: Actor,
  id: string,
  reason: string,
): Promise<{ name: string; phone: string | null }> {
  const person = await personById(deps.db, me.region, id)
  if (!person) throw notFound()
  demandAt('revealPhone', me, person.path ?? '/')
  await deps.db.commit(scopeOf(me), [
    auditStatement(me, { action: 'revealPhone', subjectKind: 'person', subjectId: id, reason }),
  ])
  const cipher = await phoneCipher(deps.db, scopeOf(me), id)
  const phone = cipher && deps.crypto.decryptField(cipher, phoneContext(me.region))
  return { name: person.name, phone }
}
