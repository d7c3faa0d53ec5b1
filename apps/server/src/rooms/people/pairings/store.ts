import type { PairingRule } from '@linli/contract'
import type { ContactEvery } from '@linli/contract/people/pairingWords'
import sql, { empty, raw, type Sql } from 'sql-template-tag'
import type { Database, Row, Tx } from '../../../kernel/db/database.ts'
import { rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import { fullName } from '../../places/index.ts'

export const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`
const below = (column: string, path: string): Sql => {
  const { lo, hi } = rangeOf(path)
  return sql`${raw(column)} >= ${lo} and ${raw(column)} < ${hi}`
}

/** Who holds a post below a path now, each person once, at the first of their areas. */
const holders = (region: number, post: string, path: string): Sql => sql`
  select distinct on (s.person_id) s.person_id as id, s.area_path as path from posts s
  join people h on h.region_id = s.region_id and h.id = s.person_id and h.erased_at is null
  where s.region_id = ${region} and s.post = ${post} and s.from_on <= ${TODAY} and (s.to_on is null or s.to_on > ${TODAY})
    and ${below('s.area_path', path)} order by s.person_id, s.area_path`

/** Those who are to be paired by a rule: id, and where. Units lie nowhere. */
const wantedOf = (region: number, rule: PairingRule, path: string): Sql => {
  if (rule.what === 'households')
    return sql`select id, path from households where region_id = ${region} and closed_at is null and ${below('path', path)} order by path, room, id`
  if (rule.what === 'members') return holders(region, rule.of ?? '', path)
  return sql`select id, '/' as path from units where region_id = ${region} and closed_at is null and kind <> 'community' order by key, id`
}
const takersOf = (region: number, rule: PairingRule, path: string): Sql =>
  rule.by === null
    ? sql`select id, path from areas where region_id = ${region} and level = 'community' and closed_at is null and ${below('path', path)} order by path`
    : holders(region, rule.by, path)

export type Placed = Row & { id: string; path: string }
export const wantedBelow = (tx: Tx, region: number, rule: PairingRule, path: string): Promise<Placed[]> =>
  tx.query(wantedOf(region, rule, path))
export const takersBelow = (tx: Tx, region: number, rule: PairingRule, path: string): Promise<Placed[]> =>
  tx.query(takersOf(region, rule, path))

export type AreaCount = Row & { path: string; name: string; wanted: number; takers: number; paired: number }
/** By community: how many are to be paired, how many could take them, how many are paired. */
export const countsBelow = (
  db: Database,
  scope: Scope,
  rule: PairingRule,
  path: string,
): Promise<AreaCount[]> =>
  db.read(
    scope,
    sql`with wanted as materialized (${wantedOf(scope.region, rule, path)}), takers as materialized (${takersOf(scope.region, rule, path)}),
      paired as materialized (select path from pairings where region_id = ${scope.region} and rule = ${rule.key} and accepted and to_on is null
        and ${below('path', path)})
    select c.path, c.name,
      (select count(*)::int from wanted w where w.path >= c.path and w.path < (left(c.path, -1) || '0') collate "C") as wanted,
      (select count(*)::int from takers w where w.path >= c.path and w.path < (left(c.path, -1) || '0') collate "C") as takers,
      (select count(*)::int from paired w where w.path >= c.path and w.path < (left(c.path, -1) || '0') collate "C") as paired
    from areas c where c.region_id = ${scope.region} and c.level = 'community' and c.closed_at is null and ${below('c.path', path)}
    order by c.path`,
  )
export const countOfUnits = async (db: Database, scope: Scope): Promise<number> => {
  const [row] = await db.read<{ n: number }>(
    scope,
    sql`select count(*)::int as n from units where region_id = ${scope.region} and closed_at is null and kind <> 'community'`,
  )
  return row?.n ?? 0
}

/** Where each building stands, in 0.0000001 degrees; buildings without a position come without one. */
export const buildingsAt = (
  tx: Tx,
  region: number,
  path: string,
): Promise<{ path: string; longitude: number | null; latitude: number | null }[]> =>
  tx.query(sql`select b.path, p.longitude, p.latitude from areas b
    left join area_positions p on p.region_id = b.region_id and p.path = b.path and p.to_at is null
    where b.region_id = ${region} and b.level = 'building' and b.closed_at is null and ${below('b.path', path)} order by b.path`)

export type Outcome = { wanted: number; left: number; takers: number; leastLoad: number; mostLoad: number }
export type PlanRow = Row & {
  id: string
  rule: string
  path: string
  areaName: string
  state: 'planning' | 'proposed' | 'accepted' | 'dropped'
  progress: number
  failed: boolean
  version: number
  openedAt: string
  outcome: Outcome | null
  every: ContactEvery | null
}
const COLUMNS = sql`p.id, p.rule, p.path, coalesce(nullif(${fullName('p.region_id', 'p.path')}, ''), '') as "areaName", p.state, p.progress,
  p.failed, p.version, p.opened_at as "openedAt", p.outcome, p.every`

export async function planById(db: Database, scope: Scope, id: string): Promise<PlanRow | undefined> {
  const [row] = await db.read<PlanRow>(
    scope,
    sql`select ${COLUMNS} from pairing_plans p where p.region_id = ${scope.region} and p.id = ${id}::uuid`,
  )
  return row
}
export const plansAt = (
  db: Database,
  scope: Scope,
  path: string,
  limit: number,
  after: readonly [string, string] | undefined,
): Promise<PlanRow[]> =>
  db.read(
    scope,
    sql`select ${COLUMNS} from pairing_plans p where p.region_id = ${scope.region} and p.path = ${path}
      ${after ? sql`and (p.opened_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
      order by p.opened_at desc, p.id desc limit ${limit}`,
  )

export const openStatement = (
  region: number,
  { id, rule, path, every }: { id: string; rule: string; path: string; every?: ContactEvery | undefined },
  by: string,
): Sql => sql`
  insert into pairing_plans (region_id, id, rule, path, state, every, opened_by, opened_at)
  values (${region}, ${id}, ${rule}, ${path}, 'planning', ${every ?? null}, ${by}, app_now())`

/** A person's yes or no to what they saw: one conditional UPDATE. Refuses pairingMoved. */
export const decideStatement = (
  region: number,
  id: string,
  version: number,
  to: 'accepted' | 'dropped',
  by: string,
): Sql => sql`
  with moved as (
    update pairing_plans set state = ${to}, version = version + 1, decided_by = ${by}::uuid, decided_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and version = ${version} and state = 'proposed' and not failed returning 1)
  select refuse('pairingMoved') where not exists (select from moved)`

/** The pairs of a plan come into force today; those of the same rule that it replaces end. */
export const acceptStatements = (region: number, id: string): readonly Sql[] => [
  sql`update pairings o set to_on = greatest(o.from_on, ${TODAY}) from pairings n
    where o.region_id = ${region} and n.region_id = ${region} and n.plan_id = ${id}::uuid and o.rule = n.rule and o.accepted and o.to_on is null
      and (o.household_id = n.household_id or o.person_id = n.person_id or o.unit_id = n.unit_id)`,
  sql`update pairings set accepted = true, from_on = ${TODAY} where region_id = ${region} and plan_id = ${id}::uuid`,
]
export const dropPairsStatement = (region: number, id: string): Sql =>
  sql`delete from pairings where region_id = ${region} and plan_id = ${id}::uuid and not accepted`

/** The area of the plan that a pair is of. */
export async function planPathOfPair(db: Database, scope: Scope, id: string): Promise<string | undefined> {
  const [row] = await db.read<{ path: string }>(
    scope,
    sql`select p.path from pairings m join pairing_plans p on p.region_id = m.region_id and p.id = m.plan_id
      where m.region_id = ${scope.region} and m.id = ${id}::uuid`,
  )
  return row?.path
}
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

/** Whoever is paired says no: the taker, the person, or somebody of the household. Refuses pairingGone. */
export const declineStatement = (region: number, id: string, person: string): Sql => sql`
  with ended as (
    update pairings m set to_on = greatest(m.from_on, ${TODAY}), declined_by = ${person}::uuid, declined_at = app_now()
    where m.region_id = ${region} and m.id = ${id}::uuid and m.accepted and m.to_on is null returning 1)
  select refuse('pairingGone') where not exists (select from ended)`

export async function takePlanning(
  tx: Tx,
  region: number,
): Promise<Pick<PlanRow, 'id' | 'rule' | 'path'> | undefined> {
  const waiting = await tx.query<{ id: string; rule: string; path: string }>(
    sql`select id, rule, path from pairing_plans where region_id = ${region} and state = 'planning' order by id limit 10`,
  )
  for (const plan of waiting) {
    const [lock] = await tx.query<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${plan.id}, 0)) as mine`,
    )
    if (!lock?.mine) continue
    const [still] = await tx.query(
      sql`select 1 from pairing_plans where region_id = ${region} and id = ${plan.id}::uuid and state = 'planning'`,
    )
    if (still) return plan
  }
  return undefined
}
/** @param outcome null: the calculation came to no end */
export const proposedStatement = (region: number, id: string, outcome: Outcome | null): Sql => sql`
  update pairing_plans set state = 'proposed', progress = 100, version = version + 1, proposed_at = app_now(),
    outcome = ${outcome === null ? null : JSON.stringify(outcome)}::jsonb, failed = ${outcome === null}
  where region_id = ${region} and id = ${id}::uuid and state = 'planning'`
