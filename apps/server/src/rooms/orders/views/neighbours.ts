import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import type { Range } from '../../../kernel/db/scope.ts'
import type { HelperFacts } from '../rules/helper.ts'
import { isNight, type ServiceHour, servesAt } from '../rules/hours.ts'

/** The other rooms' rows as the loop reads them: names and the pool. Reads only; the rows are written by their own rooms. */
export type Neighbours = ReturnType<typeof openNeighbours>

type Named = { id: string; name: string }
type HelperRow = Omit<HelperFacts, 'available' | 'night'> & {
  hours: ServiceHour[]
  weekday: number
  time: string
}

const HELPER = (condition: Sql) => sql`
  select h.person_id as "personId", h.path, h.serves_path as "servesPath", h.quota, h.home_entry as "homeEntry", h.night_emergencies as "nightEmergencies", h.hours,
    coalesce(h.on_leave_until >= (app_now() at time zone 'Asia/Shanghai')::date, false) as "onLeave",
    extract(isodow from app_now() at time zone 'Asia/Shanghai')::int as weekday, to_char(app_now() at time zone 'Asia/Shanghai', 'HH24:MI') as time,
    array(select s.skill from helper_skills s where s.region_id = h.region_id and s.person_id = h.person_id and s.to_at is null and s.verified_at is not null) as skills
  from helpers h where h.left_at is null and ${condition}`

const facts = ({ hours, weekday, time, ...row }: HelperRow): HelperFacts => ({
  ...row,
  available: !row.onLeave && servesAt(hours, { weekday, time }),
  night: isNight(time),
})

/** So many helpers are looked at for one order; more than any place has who serve one address. */
const MOST_HELPERS = 1000

export function openNeighbours(db: Database) {
  const named = async (region: number, query: Sql): Promise<Map<string, string>> =>
    new Map((await db.read<Named>(systemScope(region), query)).map(({ id, name }) => [id, name]))
  return {
    names: (region: number, ids: readonly string[]) =>
      named(
        region,
        sql`select id, name from people where region_id = ${region} and id = any(${[...ids]}::uuid[]) and erased_at is null`,
      ),
    teamNames: (region: number, ids: readonly string[]) =>
      named(
        region,
        sql`select id, name from teams where region_id = ${region} and id = any(${[...ids]}::uuid[]) and closed_at is null`,
      ),
    unitNames: (region: number, ids: readonly string[]) =>
      named(
        region,
        sql`select id, name->>'zh' as name from units where region_id = ${region} and id = any(${[...ids]}::uuid[]) and closed_at is null`,
      ),
    placeNames: (region: number, paths: readonly string[]) =>
      named(
        region,
        sql`select p as id, coalesce((select string_agg(a.name, ' ' order by length(a.path)) from unnest(area_prefixes(p)) way join areas a on a.region_id = ${region} and a.path = way), '') as name
        from unnest(${[...paths]}::text[]) p`,
      ),
    /** Refuses `unknownPlace` unless the area is there and open; in the order's own commit, so that it costs no round trip. */
    areaMustBeOpen: (region: number, path: string): Sql[] =>
      path === '/'
        ? []
        : [
            sql`select refuse('unknownPlace') where not exists
              (select from areas where region_id = ${region} and path = ${path} and closed_at is null)`,
          ],
    /** Refuses `unknownAssignee` unless the team is open, and holds it so to the end of the commit: one that is being closed is waited for. */
    teamMustBeOpen: (region: number, id: string): Sql => sql`
      with held as materialized (select closed_at from teams where region_id = ${region} and id = ${id}::uuid for share)
      select refuse('unknownAssignee') where not exists (select from held where closed_at is null)`,
    /** The open area that follows an ended one; undefined when there is none. */
    areaNow: async (region: number, path: string): Promise<string | undefined> => {
      const [row] = await db.read<{ path: string }>(
        systemScope(region),
        sql`with recursive way(path) as (select ${path}::text collate "C" union
            select s.to_path from way join area_successions s on s.region_id = ${region} and s.from_path = way.path and s.is_main)
          select a.path from way join areas a on a.region_id = ${region} and a.path = way.path and a.closed_at is null`,
      )
      return row?.path
    },
    helper: async (region: number, personId: string): Promise<HelperFacts | undefined> => {
      const [row] = await db.read<HelperRow>(
        systemScope(region),
        HELPER(sql`h.region_id = ${region} and h.person_id = ${personId}::uuid`),
      )
      return row && facts(row)
    },
    /** Those who serve an area that holds the path, the whole region's too, the nearest first. */
    helpersNear: async (region: number, path: string): Promise<HelperFacts[]> =>
      (
        await db.read<HelperRow>(
          systemScope(region),
          sql`${HELPER(sql`h.region_id = ${region} and h.serves_path = any('/'::text || area_prefixes(${path}))`)} order by length(h.serves_path) desc, h.person_id limit ${MOST_HELPERS}`,
        )
      ).map(facts),
    /** Those who look after each of these people, or their household, by an accepted pair; `person/taker`. */
    pairsOf: async (region: number, people: readonly (string | null)[]): Promise<ReadonlySet<string>> => {
      const asked = [...new Set(people.filter((one) => one !== null))]
      if (asked.length === 0) return new Set()
      const rows = await db.read<{ pair: string }>(
        systemScope(region),
        sql`select p.id || '/' || c.taker_id as pair from people p join pairings c on c.region_id = p.region_id and c.person_id = p.id
          where p.region_id = ${region} and p.id = any(${asked}::uuid[]) and c.accepted and c.to_on is null and c.declined_at is null and c.taker_id is not null
        union select p.id || '/' || c.taker_id from people p join pairings c on c.region_id = p.region_id and c.household_id = p.household_id
          where p.region_id = ${region} and p.id = any(${asked}::uuid[]) and c.accepted and c.to_on is null and c.declined_at is null and c.taker_id is not null`,
      )
      return new Set(rows.map(({ pair }) => pair))
    },
    /** Those who serve any part of some areas; so many as one proposal looks at. */
    helpersWithin: async (region: number, ranges: readonly Range[]): Promise<HelperFacts[]> =>
      (
        await db.read<HelperRow>(
          systemScope(region),
          sql`${HELPER(sql`h.region_id = ${region} and exists (select from unnest(${ranges.map(({ lo }) => lo)}::text[], ${ranges.map(({ hi }) => hi)}::text[]) as r(lo, hi)
            where (h.serves_path >= r.lo and h.serves_path < r.hi) or h.serves_path = any('/'::text || area_prefixes(r.lo)))`)} order by h.person_id limit ${MOST_HELPERS}`,
        )
      ).map(facts),
    /** Those who serve as grid workers now over an area that holds the path, the nearest level first; each once. */
    gridWorkersNear: (region: number, path: string) =>
      db.read<{ personId: string; path: string }>(
        systemScope(region),
        sql`
        select p.id as "personId", max(g.area_path) as path from grants g join people p on p.region_id = g.region_id and p.account_id = g.account_id and p.erased_at is null
        where g.region_id = ${region} and g.role = 'gridWorker' and g.area_path = any('/'::text || area_prefixes(${path}))
          and g.from_at <= app_now() and (g.to_at is null or g.to_at > app_now())
        group by p.id, p.name order by length(max(g.area_path)) desc, p.name limit 50`,
      ),
    teamsNear: (region: number, path: string) =>
      db.read<{ id: string; name: string; members: number }>(
        systemScope(region),
        sql`
        select t.id, t.name, (select count(*)::int from team_members m where m.region_id = t.region_id and m.team_id = t.id and m.to_at is null and not m.is_asked) as members
        from teams t where t.region_id = ${region} and t.closed_at is null and (t.path = '/' or t.path = any(area_prefixes(${path}))) order by t.name limit 50`,
      ),
    /** Open units below one in the tree of units, at any depth. */
    unitsBelow: (region: number, id: string) =>
      db.read<{ id: string; name: string }>(
        systemScope(region),
        sql`
        with recursive below(id, depth) as (
          select u.id, 1 from units u where u.region_id = ${region} and u.parent_id = ${id}::uuid and u.closed_at is null
          union select u.id, b.depth + 1 from below b join units u on u.region_id = ${region} and u.parent_id = b.id and u.closed_at is null where b.depth < 10)
        select distinct u.id, u.name->>'zh' as name from below b join units u on u.region_id = ${region} and u.id = b.id order by name limit 500`,
      ),
    units: (region: number) =>
      db.read<{ id: string; key: string; name: string }>(
        systemScope(region),
        sql`select id, key, name->>'zh' as name from units where region_id = ${region} and closed_at is null order by name->>'zh' limit 500`,
      ),
  }
}
