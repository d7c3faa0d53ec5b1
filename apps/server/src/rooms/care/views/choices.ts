import type { CareChoices } from '@linli/contract/care/shapes'
import sql from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { maskName, maskPhone } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { CareNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { staffOver, TODAY } from '../store/plans.ts'

type MemberRow = Row & { path: string; personId: string; name: string; isChild: boolean; mayAnswer: boolean }

/** Who lives in a household, who may care for them, and how often. Names are masked. @throws notFound, forbidden */
export async function careChoices(needs: CareNeeds, me: Actor, householdId: string): Promise<CareChoices> {
  const { region } = me
  const scope = systemScope(region)
  const [home] = await needs.db.read<{ path: string }>(
    scope,
    sql`select path from households where region_id = ${region} and id = ${householdId}::uuid and closed_at is null`,
  )
  if (!home) throw notFound()
  demandAt('careChoices', me, home.path)
  const members = await needs.db.read<MemberRow>(
    scope,
    sql`select m.person_id as "personId", p.name, k.guardian_id is not null as "isChild",
      exists (select from people s where s.region_id = m.region_id and s.account_id is not null
        and s.id = case when k.guardian_id is null then m.person_id else k.guardian_id end) as "mayAnswer"
    from household_members m join people p on p.region_id = m.region_id and p.id = m.person_id and p.erased_at is null
      left join card_members k on k.region_id = m.region_id and k.household_id = m.household_id and k.person_id = m.person_id and k.minor_until > ${TODAY}
    where m.region_id = ${region} and m.household_id = ${householdId}::uuid and m.to_at is null order by m.from_at, m.id limit 50`,
  )
  const [helpers, staff, { rhythms }] = await Promise.all([
    needs.helpersServing(region, home.path),
    staffOver(needs.db, region, home.path),
    needs.terms(region),
  ])
  const carers = await needs.db.read<Row & { personId: string; name: string; tail: string | null }>(
    scope,
    sql`select id as "personId", name, phone_tail as tail from people where region_id = ${region} and erased_at is null
      and id = any(${[...new Set([...staff, ...helpers])].slice(0, 300)}::uuid[]) order by name, id`,
  )
  return {
    rhythms: rhythms.map(({ key, name }) => ({ key, name })),
    members: members.map(({ personId, name, isChild, mayAnswer }) => ({
      personId,
      name: maskName(name) ?? '',
      isChild,
      mayAnswer,
    })),
    carers: carers.map(({ personId, name, tail }) => ({
      personId,
      name: maskName(name) ?? '',
      phone: maskPhone(tail),
    })),
  }
}
