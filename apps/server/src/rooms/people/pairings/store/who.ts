import type { PairingRule } from '@linli/contract'
import sql, { raw, type Sql } from 'sql-template-tag'
import type { Database, Row, Tx } from '../../../../kernel/db/database.ts'
import { rangeOf, type Scope } from '../../../../kernel/db/scope.ts'

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

/** Where a unit `u` stands by the rule now, else the first community that it reports to; nowhere is the whole. */
const standsAt = (rule: PairingRule): Sql => sql`coalesce(
  (select m.path from pairings m where m.region_id = u.region_id and m.rule = ${rule.key} and m.unit_id = u.id and m.accepted and m.to_on is null),
  (select min(i.path) from check_ins i where i.region_id = u.region_id and i.unit_id = u.id and i.kind = 'unit' and i.state = 'accepted'), '/')`

/** Those who are to be paired by a rule: id, and where. */
const wantedOf = (region: number, rule: PairingRule, path: string): Sql => {
  if (rule.what === 'households')
    return sql`select id, path from households where region_id = ${region} and closed_at is null and ${below('path', path)} order by path, room, id`
  if (rule.what === 'members') return holders(region, rule.of ?? '', path)
  return sql`select u.id, ${standsAt(rule)} as path from units u where u.region_id = ${region} and u.closed_at is null and u.kind <> 'community' order by u.key, u.id`
}
/** The level of the areas that units stand beside. */
export const levelOf = ({ at }: PairingRule): string => at ?? 'community'
const takersOf = (region: number, rule: PairingRule, path: string): Sql =>
  rule.by === null
    ? sql`select id, path from areas where region_id = ${region} and level = ${levelOf(rule)} and closed_at is null and ${below('path', path)} order by path`
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
