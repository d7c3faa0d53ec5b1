import sql, { raw, type Sql } from 'sql-template-tag'
import { TODAY } from './who.ts'

/** The two sides of the pairs `m`: who takes it, whose it is, who lives there, and who speaks for the unit; for a child the guardian hears of it. */
export const sidesOf = (pairs: Sql): Sql => sql`
  select m.taker_id as person, true as takes from ${pairs} m where m.taker_id is not null
  union select m.person_id, false from ${pairs} m where m.person_id is not null
  union select h.person_id, false from ${pairs} m join household_members h on h.region_id = m.region_id and h.household_id = m.household_id and h.to_at is null
    where not exists (select from card_members k where k.region_id = h.region_id and k.household_id = h.household_id and k.person_id = h.person_id and k.minor_until > ${TODAY})
  union select p.id, false from ${pairs} m
    join grants g on g.region_id = m.region_id and g.unit_id = m.unit_id and g.role = 'unitHandler' and g.from_at <= app_now() and (g.to_at is null or g.to_at > app_now())
    join people p on p.region_id = g.region_id and p.account_id = g.account_id and p.erased_at is null`

/** Who takes a pair, or where a unit stands. */
const side = (pair: 'o' | 'n'): Sql => raw(`coalesce(${pair}.taker_id::text, ${pair}.path)`)

/** Pairs of the same rule and subject that ended the day these began, each beside the one that followed it. */
const followedBy = (subject: 'household_id' | 'person_id' | 'unit_id'): Sql => sql`
  select o.*, n.id as followed_by, ${side('o')} as side, ${side('n')} as followed_side from mine n
  join pairings o on o.region_id = n.region_id and o.${raw(subject)} = n.${raw(subject)} and o.rule = n.rule and o.id <> n.id
    and o.accepted and o.to_on = n.from_on and o.declined_at is null`

export type News = { began: string[]; ended: string[] }

/**
 * Whom an accepted plan is news for: a pair that was there before with the same taker is none. Whoever is looked after by
 * somebody new hears of that, and not besides of the end of the other. Of a pair that had lost a side both were told then.
 */
export const newsOf = (region: number, plan: string): Sql => sql`
  with mine as materialized (select * from pairings where region_id = ${region} and plan_id = ${plan}::uuid and accepted),
    earlier as materialized (
      select distinct on (o.followed_by) o.* from (${followedBy('household_id')} union all ${followedBy('person_id')} union all ${followedBy('unit_id')}) o
      join pairing_plans p on p.region_id = o.region_id and p.id = o.plan_id
      order by o.followed_by, p.decided_at desc, o.id),
    begun as materialized (select n.* from mine n where n.to_on is null
      and not exists (select from earlier o where o.followed_by = n.id and o.side = o.followed_side and not o.is_gone)),
    over as materialized (select * from earlier o where o.side <> o.followed_side and not o.is_gone),
    told as materialized (${sidesOf(sql`begun`)}),
    left_ as materialized (${sidesOf(sql`over`)})
  select coalesce((select array_agg(distinct person) from told), '{}') as began,
    coalesce((select array_agg(distinct l.person) from left_ l where l.takes or not exists (select from told t where t.person = l.person and not t.takes)), '{}') as ended`

/** A plan accepted within a day that nobody was told of yet, marked as told; one at a time, whoever asks. */
export const untoldPlan = (region: number): Sql => sql`
  update pairing_plans set told_at = app_now() where region_id = ${region} and id = (
    select id from pairing_plans where region_id = ${region} and state = 'accepted' and told_at is null
      and decided_at > app_now() - interval '1 day' order by decided_at, id limit 1 for update skip locked)
  returning id`

/** The people of one pair. */
export const sidesOfPair = (region: number, id: string): Sql => sql`
  with pair as materialized (select * from pairings where region_id = ${region} and id = ${id}::uuid)
  select distinct person from (${sidesOf(sql`pair`)}) s`
