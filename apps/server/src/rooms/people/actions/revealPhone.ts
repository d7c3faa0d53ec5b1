import sql from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { notFound } from '../../../kernel/problem.ts'
import { phoneContext } from '../identity.ts'
import { demandAt } from '../policy.ts'
import { personById } from '../store.ts'

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
    auditStatement(me, { action: 'revealPhone', subjectKind: 'person', subjectId: id, reason, facts: {} }),
  ])
  const [row] = await deps.db.read<{ cipher: string | null }>(
    scopeOf(me),
    sql`select phone_cipher as cipher from people where region_id = ${me.region} and id = ${id}::uuid`,
  )
  return {
    name: person.name,
    phone: row?.cipher ? deps.crypto.decryptField(row.cipher, phoneContext(me.region)) : null,
  }
}
