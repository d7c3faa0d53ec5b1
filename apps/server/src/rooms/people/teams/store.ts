import type { TeamPart } from '@linli/contract/people/teamWords'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'

type Team = { readonly kind: string; readonly name: string; readonly path: string }

export const teamStatement = (region: number, team: Team & { readonly id: string }): Sql => sql`
  insert into teams (region_id, id, kind, name, path, opened_at)
  values (${region}, ${team.id}, ${team.kind}, ${team.name}, ${team.path}, app_now())`

/** An open team. */
export async function teamById(db: Database, region: number, id: string): Promise<Team | undefined> {
  const [row] = await db.read<Team>(
    systemScope(region),
    sql`select kind, name, path from teams where region_id = ${region} and id = ${id}::uuid and closed_at is null`,
  )
  return row
}

/** Holds the team's row to the end of the step. Refuses `stale` where it was closed meanwhile. */
const openTeamRow = (region: number, teamId: string): Sql => sql`
  with held as materialized (select closed_at from teams where region_id = ${region} and id = ${teamId}::uuid for update)
  select refuse('stale') where not exists (select from held where closed_at is null)`

type Place = {
  readonly teamId: string
  readonly personId: string
  readonly part: TeamPart
  readonly isAsked: boolean
  /** So many may hold the part; null where any number may. */
  readonly most: number | null
}
/**
 * Somebody comes into a team, or from one part to another: the same part twice is once, and who is in stays in.
 * Two desks that give the last place meet at the team's row. Refuses `partFull`.
 */
export const placeStatements = (
  region: number,
  { teamId, personId, part, isAsked, most }: Place,
): readonly Sql[] => [
  openTeamRow(region, teamId),
  sql`update team_members set to_at = app_now(), ending = 'changed'
    where region_id = ${region} and team_id = ${teamId}::uuid and person_id = ${personId}::uuid and to_at is null and part <> ${part}`,
  sql`insert into team_members (region_id, id, team_id, person_id, from_at, part, is_asked)
    values (${region}, ${newId()}, ${teamId}::uuid, ${personId}::uuid, app_now(), ${part}, coalesce(
      (select m.is_asked from team_members m where m.region_id = ${region} and m.team_id = ${teamId}::uuid and m.person_id = ${personId}::uuid
        and m.ending = 'changed' and m.to_at = app_now() limit 1) and ${isAsked}::boolean, ${isAsked}::boolean))
    on conflict (region_id, team_id, person_id) where to_at is null do update set is_asked = false, from_at = app_now()
      where team_members.is_asked and not excluded.is_asked`,
  ...(most === null
    ? []
    : [
        sql`select refuse('partFull') where (select count(*) from team_members
          where region_id = ${region} and team_id = ${teamId}::uuid and part = ${part} and to_at is null) > ${most}::int`,
      ]),
]

/** Taken out by the desk. Refuses `stale`. */
export const endStatement = (region: number, teamId: string, personId: string): Sql => sql`
  with ended as (update team_members set to_at = app_now(), ending = 'ended'
    where region_id = ${region} and team_id = ${teamId}::uuid and person_id = ${personId}::uuid and to_at is null returning 1)
  select refuse('stale') where not exists (select from ended)`

/** One's own yes or no: in the team from now, or never. Refuses `notAsked`. */
export const answerStatement = (
  region: number,
  teamId: string,
  personId: string,
  agrees: boolean,
): Sql => sql`
  with answered as (update team_members set is_asked = not ${agrees}::boolean,
      from_at = case when ${agrees}::boolean then app_now() else from_at end,
      to_at = case when ${agrees}::boolean then null else app_now() end,
      ending = case when ${agrees}::boolean then null else 'declined' end
    where region_id = ${region} and team_id = ${teamId}::uuid and person_id = ${personId}::uuid and to_at is null and is_asked returning 1)
  select refuse('notAsked') where not exists (select from answered)`

/** One's own end, of the whole membership or of the part of leader or deputy. Refuses `notInTeam`. */
export const leaveStatements = (
  region: number,
  teamId: string,
  personId: string,
  staysMember: boolean,
): readonly Sql[] => [
  sql`with gone as (update team_members set to_at = app_now(), ending = case when ${staysMember}::boolean then 'steppedDown' else 'left' end
      where region_id = ${region} and team_id = ${teamId}::uuid and person_id = ${personId}::uuid and to_at is null and not is_asked
        and (not ${staysMember}::boolean or part <> 'member') returning 1)
    select refuse('notInTeam') where not exists (select from gone)`,
  ...(staysMember
    ? placeStatements(region, { teamId, personId, part: 'member', isAsked: false, most: null })
    : []),
]

/** Units and squads as they are wished, and no others: what stands stays, with its day. */
export const allyStatements = (
  region: number,
  teamId: string,
  { unitIds, squadIds }: { readonly unitIds: readonly string[]; readonly squadIds: readonly string[] },
): readonly Sql[] => [
  openTeamRow(region, teamId),
  sql`update team_allies set to_at = app_now() where region_id = ${region} and team_id = ${teamId}::uuid and to_at is null
    and not (coalesce(unit_id = any(${[...unitIds]}::uuid[]), false) or coalesce(squad_id = any(${[...squadIds]}::uuid[]), false))`,
  ...unitIds.map(
    (unit) => sql`insert into team_allies (region_id, id, team_id, unit_id, from_at)
      values (${region}, ${newId()}, ${teamId}::uuid, ${unit}::uuid, app_now())
      on conflict (region_id, team_id, unit_id) where to_at is null and unit_id is not null do nothing`,
  ),
  ...squadIds.map(
    (squad) => sql`insert into team_allies (region_id, id, team_id, squad_id, from_at)
      values (${region}, ${newId()}, ${teamId}::uuid, ${squad}::uuid, app_now())
      on conflict (region_id, squad_id) where to_at is null and squad_id is not null do nothing`,
  ),
]

/** Whether somebody is or was asked into an open team: to anybody else it is not there. */
export async function wasAsked(
  db: Database,
  region: number,
  teamId: string,
  personId: string,
): Promise<boolean> {
  const rows = await db.read(
    systemScope(region),
    sql`select 1 from team_members m join teams t on t.region_id = m.region_id and t.id = m.team_id and t.closed_at is null
      where m.region_id = ${region} and m.person_id = ${personId}::uuid and m.team_id = ${teamId}::uuid limit 1`,
  )
  return rows.length > 0
}

/** Leader and deputies of a team that they are in. */
export async function headsOf(db: Database, region: number, teamId: string): Promise<string[]> {
  const rows = await db.read<{ id: string }>(
    systemScope(region),
    sql`select person_id as id from team_members where region_id = ${region} and team_id = ${teamId}::uuid
      and to_at is null and not is_asked and part <> 'member'`,
  )
  return rows.map(({ id }) => id)
}

/** Who is in a team or asked into it. */
export async function peopleOf(db: Database, region: number, teamId: string): Promise<string[]> {
  const rows = await db.read<{ personId: string }>(
    systemScope(region),
    sql`select person_id as "personId" from team_members where region_id = ${region} and team_id = ${teamId}::uuid and to_at is null order by person_id`,
  )
  return rows.map(({ personId }) => personId)
}

/**
 * Nobody is in a closed team, nobody is asked into it, and it stands in no other and none in it. Whoever joins, and an order that
 * is given to it, waits at the team's row: so that is taken first, and the orders are looked at from behind it. Refuses `stale`, and `teamBusy` where an order that it has is still open.
 */
export const closeStatements = (me: Actor, teamId: string, words: string): readonly Sql[] => [
  sql`with closed as (update teams set closed_at = app_now(), closed_by = ${me.personId}::uuid, closed_words = ${words}
      where region_id = ${me.region} and id = ${teamId}::uuid and closed_at is null returning 1)
    select refuse('stale') where not exists (select from closed)`,
  sql`select refuse('teamBusy') where exists (select from order_parties p join orders o on o.region_id = p.region_id and o.id = p.order_id
    where p.region_id = ${me.region} and p.team_id = ${teamId}::uuid and p.role = 'assignee' and p.to_at is null and o.closed_at is null)`,
  sql`update team_members set to_at = app_now(), ending = 'closed' where region_id = ${me.region} and team_id = ${teamId}::uuid and to_at is null`,
  sql`update team_allies set to_at = app_now() where region_id = ${me.region} and to_at is null and team_id = ${teamId}::uuid`,
  sql`update team_allies set to_at = app_now() where region_id = ${me.region} and to_at is null and squad_id = ${teamId}::uuid`,
]
