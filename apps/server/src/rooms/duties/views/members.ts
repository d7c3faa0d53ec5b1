import type { MemberList } from '@linli/contract/duties/shapes'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { maskName, maskPhone } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'
import { demandAt } from '../policy.ts'
import { rosterById } from '../store/rosters.ts'

/** Everybody who said yes, names and numbers masked, to be found by either. @throws notFound, forbidden */
export async function listMembers(
  db: Database,
  me: Actor,
  rosterId: string,
): Promise<Static<typeof MemberList>> {
  const scope = scopeOf(me)
  const roster = await rosterById(db, scope, rosterId)
  if (!roster) throw notFound()
  demandAt('listMembers', me, roster.path)
  const rows = await db.read<Row & { personId: string; name: string; tail: string | null }>(
    scope,
    sql`select m.person_id as "personId", p.name, p.phone_tail as tail from roster_members m
      join people p on p.region_id = m.region_id and p.id = m.person_id
      where m.region_id = ${me.region} and m.roster_id = ${roster.id}::uuid and m.answer = 'yes' order by p.name, m.person_id limit 2000`,
  )
  return {
    items: rows.map(({ personId, name, tail }) => ({
      personId,
      name: maskName(name) ?? '',
      phone: maskPhone(tail),
    })),
  }
}
