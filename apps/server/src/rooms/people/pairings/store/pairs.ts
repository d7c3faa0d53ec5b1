import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../../../../kernel/db/database.ts'
import type { Scope } from '../../../../kernel/db/scope.ts'
import { TODAY } from './who.ts'

/** The pairs of a plan come into force today; those of the same rule that it replaces end. */
export const acceptStatements = (region: number, id: string): readonly Sql[] => [
  sql`update pairings o set to_on = greatest(o.from_on, ${TODAY}) from pairings n
    where o.region_id = ${region} and n.region_id = ${region} and n.plan_id = ${id}::uuid and o.rule = n.rule and o.accepted and o.to_on is null
      and (o.household_id = n.household_id or o.person_id = n.person_id or o.unit_id = n.unit_id)`,
  sql`update pairings set accepted = true, from_on = ${TODAY} where region_id = ${region} and plan_id = ${id}::uuid`,
]
export const dropPairsStatement = (region: number, id: string): Sql =>
  sql`delete from pairings where region_id = ${region} and plan_id = ${id}::uuid and not accepted`

export async function isPairing(db: Database, scope: Scope, id: string): Promise<boolean> {
  const rows = await db.read(
    scope,
    sql`select 1 from pairings where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return rows.length > 0
}

export type NewPair = {
  readonly id: string
  readonly path: string
  readonly taker: string | null
  readonly household: string | null
  readonly person: string | null
  readonly unit: string | null
}
export const pairsStatement = (
  region: number,
  plan: string,
  rule: string,
  pairs: readonly NewPair[],
): Sql => sql`
  insert into pairings (region_id, id, plan_id, rule, path, taker_id, household_id, person_id, unit_id)
  select ${region}::int, n.id, ${plan}::uuid, ${rule}, n.path, n.taker, n.household, n.person, n.unit
  from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as n(id uuid, path text, taker uuid, household uuid, person uuid, unit uuid)`

/** Gives a pair that is only proposed to another taker of the same plan. Refuses notATaker. */
export const movePairStatement = (region: number, id: string, taker: string): Sql => sql`
  with moved as (
    update pairings m set taker_id = ${taker}::uuid where m.region_id = ${region} and m.id = ${id}::uuid and not m.accepted
      and m.taker_id is not null and exists (select from pairings o where o.region_id = m.region_id and o.plan_id = m.plan_id and o.taker_id = ${taker}::uuid)
    returning 1)
  select refuse('notATaker') where not exists (select from moved)`

/** Has a unit of a proposal stand beside another open area of the rule's level. Refuses notATaker. */
export const moveUnitStatement = (region: number, id: string, path: string, level: string): Sql => sql`
  with moved as (
    update pairings m set path = ${path} where m.region_id = ${region} and m.id = ${id}::uuid and not m.accepted and m.unit_id is not null
      and exists (select from areas a where a.region_id = m.region_id and a.path = ${path} and a.level = ${level} and a.closed_at is null)
    returning 1)
  select refuse('notATaker') where not exists (select from moved)`

/** Whoever is paired says no: the taker, the person, somebody of the household, or who speaks for the unit. Refuses pairingGone. */
export const declineStatement = (region: number, id: string, person: string): Sql => sql`
  with ended as (
    update pairings m set to_on = greatest(m.from_on, ${TODAY}), declined_by = ${person}::uuid, declined_at = app_now()
    where m.region_id = ${region} and m.id = ${id}::uuid and m.accepted and m.to_on is null returning 1)
  select refuse('pairingGone') where not exists (select from ended)`
