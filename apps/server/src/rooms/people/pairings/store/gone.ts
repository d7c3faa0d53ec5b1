import type { PairingRule } from '@linli/contract'
import sql, { type Sql } from 'sql-template-tag'
import { sidesOf } from './news.ts'
import { TODAY } from './who.ts'

/** That a person of a pair `m` has left the post, or the register. */
const hasLeft = (post: string, column: Sql): Sql => sql`${column} is not null and not exists (
  select from posts s join people h on h.region_id = s.region_id and h.id = s.person_id and h.erased_at is null
  where s.region_id = m.region_id and s.person_id = ${column} and s.post = ${post} and s.from_on <= ${TODAY} and (s.to_on is null or s.to_on > ${TODAY}))`

/** Where one side of a pair `m` of the rule is there no more: whoever took it or is looked after has left the post, the home, the unit or the community is closed. */
const isGone = ({ by, of }: PairingRule): Sql => sql`(
  ${by === null ? sql`exists (select from areas a where a.region_id = m.region_id and a.path = m.path and a.closed_at is not null)` : hasLeft(by, sql`m.taker_id`)}
  or (${of === null ? sql`false` : hasLeft(of, sql`m.person_id`)})
  or exists (select from households h where h.region_id = m.region_id and h.id = m.household_id and h.closed_at is not null)
  or exists (select from units u where u.region_id = m.region_id and u.id = m.unit_id and u.closed_at is not null))`

export type Gone = { id: string | null; people: string[] }

/** Ends today the pairs of a rule that have lost a side; their rows stay. Answers one of them, and the people of all. */
export const endGone = (region: number, rule: PairingRule): Sql => sql`
  with over as (
    update pairings m set to_on = greatest(m.from_on, ${TODAY}), is_gone = true
    where m.region_id = ${region} and m.rule = ${rule.key} and m.accepted and m.to_on is null and ${isGone(rule)}
    returning m.*)
  select (select id from over order by id limit 1) as id,
    coalesce((select array_agg(distinct s.person order by s.person) from (${sidesOf(sql`over`)}) s), '{}') as people`
