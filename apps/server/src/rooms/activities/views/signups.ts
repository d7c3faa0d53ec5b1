import type { MySignup } from '@linli/contract/activities/shapes'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { ActivityNeeds } from '../needs.ts'
import { deskScope } from '../store/activities.ts'

/** What is said of a sign-up `u`; whoever stands before on a waiting list is counted, not seen. */
export const SIGNUP: Sql = sql`u.id, u.part, u.state,
  case when u.state = 'waiting' then (select count(*) from activity_signups o where o.region_id = u.region_id and o.activity_id = u.activity_id
    and o.part = u.part and o.state = 'waiting' and o.turn < u.turn) end as before,
  u.arrived_at is not null as arrived, u.state <> 'cancelled' and u.starts_at > app_now() as "mayCancel"`

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A cursor is the last row's id; anything else finds nothing. */
export const uuidOf = (after: string): string =>
  UUID.test(after) ? after : '00000000-0000-0000-0000-000000000000'

/** One's own sign-ups and those made for members of the own household, the latest first. */
export async function mySignups(
  db: Database,
  me: Actor,
  { limit = 20, after }: { readonly limit?: number | undefined; readonly after?: string | undefined },
): Promise<{ items: MySignup[]; next: string | null }> {
  const { region, personId } = me
  const mine = sql`(u.person_id = ${personId}::uuid or u.told_person = ${personId}::uuid)`
  const before = after
    ? sql`and (u.starts_at, u.id) < (select starts_at, id from activity_signups where region_id = ${region} and id = ${uuidOf(after)}::uuid)`
    : empty
  const rows = await db.read<Row & MySignup>(
    deskScope(scopeOf(me)),
    sql`select ${SIGNUP}, a.slug, a.title, a.place, u.starts_at as "startsAt", u.ends_at as "endsAt", a.state as "activityState",
        case when u.person_id <> ${personId}::uuid then p.name end as "forName"
      from activity_signups u join activities a on a.region_id = u.region_id and a.id = u.activity_id
        left join people p on p.region_id = u.region_id and p.id = u.person_id
      where u.region_id = ${region} and ${mine} ${before}
      order by u.starts_at desc, u.id desc limit ${limit + 1}`,
  )
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}

/** Whom one may sign up besides oneself: the own household. */
export async function listCompanions({ companionsOf }: Pick<ActivityNeeds, 'companionsOf'>, me: Actor) {
  const companions = await companionsOf(me.region, me.personId)
  return {
    items: companions.map(({ personId, name, isChild, guardianId }) => ({
      personId,
      name,
      isChild,
      isMyWard: isChild && guardianId === me.personId,
    })),
  }
}
