import type { RosterOutcome, RosterShift } from '@linli/contract/duties/shapes'
import type { RosterPurpose, RosterState } from '@linli/contract/duties/words'
import sql, { type Sql } from 'sql-template-tag'
import type { Database, Row, Tx } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

export type NewRoster = {
  readonly id: string
  readonly purpose: RosterPurpose
  readonly title: string
  readonly path: string
  readonly reason?: string
  readonly stationId?: string
  readonly fromOn: string
  readonly toOn: string
  readonly restHours: number
  readonly weekHours: number
  readonly shifts: readonly RosterShift[]
}
export type NewPost = {
  readonly id: string
  readonly name: string
  readonly place: string
  readonly tasks: string
  readonly needed: number
  readonly skill: string | null
}

export const rosterStatement = (region: number, by: string, roster: NewRoster): Sql => sql`
  insert into rosters (region_id, id, purpose, title, path, from_on, to_on, shifts, rest_hours, week_hours, state, opened_by, opened_at, station_id, reason)
  values (${region}, ${roster.id}, ${roster.purpose}, ${roster.title}, ${roster.path}, ${roster.fromOn}, ${roster.toOn},
    ${JSON.stringify(roster.shifts)}::jsonb, ${roster.restHours}, ${roster.weekHours}, 'open', ${by}, app_now(), ${roster.stationId ?? null}::uuid, ${roster.reason ?? null}::text)`

export const postsStatement = (region: number, rosterId: string, posts: readonly NewPost[]): Sql => sql`
  insert into roster_posts (region_id, id, roster_id, name, place, tasks, needed, skill)
  select ${region}::int, p.id, ${rosterId}::uuid, p.name, p.place, p.tasks, p.needed, p.skill
  from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) as p (id uuid, name text, place text, tasks text, needed integer, skill text)`

/** Asks people; who was asked meanwhile by somebody else is asked once. */
export const askStatement = (
  region: number,
  rosterId: string,
  path: string,
  personIds: readonly string[],
): Sql => sql`
  insert into roster_members (region_id, roster_id, person_id, path, answer, asked_at)
  select ${region}::int, ${rosterId}::uuid, person, ${path}::text, 'asked', app_now() from unnest(${[...personIds]}::uuid[]) person
  on conflict do nothing`

export async function membersAsked(db: Database, scope: Scope, rosterId: string): Promise<Set<string>> {
  const rows = await db.read<{ id: string }>(
    scope,
    sql`select person_id as id from roster_members where region_id = ${scope.region} and roster_id = ${rosterId}::uuid`,
  )
  return new Set(rows.map(({ id }) => id))
}

export const refuseClosed = (region: number, rosterId: string): Sql => sql`
  select refuse('rosterMoved') from rosters where region_id = ${region} and id = ${rosterId}::uuid and closed_at is not null`

/** An answer stands once the roster is in force; who is asked only then, for a place that fell empty, answers still. */
export const refuseInForce = (region: number, rosterId: string, personId: string): Sql => sql`
  select refuse(case when r.closed_at is null then 'rosterInForce' else 'rosterMoved' end) from rosters r
  where r.region_id = ${region} and r.id = ${rosterId}::uuid and (r.closed_at is not null or (r.state = 'accepted'
    and not exists (select from roster_members m where m.region_id = r.region_id and m.roster_id = r.id
      and m.person_id = ${personId}::uuid and m.answer = 'asked')))`

export type RosterAnswer = {
  readonly comes: boolean
  readonly offDays: readonly string[]
  readonly offShifts: readonly string[]
  readonly wishes: readonly string[]
  readonly wishDays: readonly string[]
  readonly showName: boolean
  readonly stands: boolean
}
/** One's own answer, which may change until the roster is in force. */
export const answerStatement = (
  region: number,
  rosterId: string,
  personId: string,
  answer: RosterAnswer,
): Sql => sql`
  update roster_members set answer = ${answer.comes ? 'yes' : 'no'}, answered_at = app_now(), off_days = ${[...answer.offDays]}::date[],
    off_shifts = ${[...answer.offShifts]}::text[], wishes = ${[...answer.wishes]}::text[],
    wish_days = ${[...answer.wishDays]}::date[], show_name = ${answer.showName}, stands = ${answer.stands}
  where region_id = ${region} and roster_id = ${rosterId}::uuid and person_id = ${personId}::uuid`

/** From one state to the next by somebody who saw this version: one conditional UPDATE. Refuses rosterMoved. */
export const moveStatement = (
  region: number,
  id: string,
  version: number,
  to: { state: 'planning'; by: string } | { state: 'accepted'; by: string },
): Sql => sql`
  with moved as (
    update rosters set state = ${to.state}, version = version + 1
      ${to.state === 'accepted' ? sql`, accepted_at = app_now(), accepted_by = ${to.by}::uuid` : sql`, progress = 0, plan_failed_at = null, planned_by = ${to.by}::uuid`}
    where region_id = ${region} and id = ${id}::uuid and version = ${version} and closed_at is null
      and state = any (${to.state === 'accepted' ? ['proposed'] : ['open', 'proposed']}::text[]) returning 1)
  select refuse('rosterMoved') where not exists (select from moved)`

export const refuseNobody = (region: number, id: string): Sql => sql`
  select refuse('nobodyComes') where not exists (
    select from roster_members where region_id = ${region} and roster_id = ${id}::uuid and answer = 'yes')`

/** A proposal comes into force; whoever stands elsewhere at the time is met by the constraint duties_one_place. */
export const acceptDutiesStatement = (region: number, rosterId: string): Sql => sql`
  update duties set accepted = true where region_id = ${region} and roster_id = ${rosterId}::uuid`

export type Roster = Row & {
  id: string
  title: string
  path: string
  fromOn: string
  toOn: string
  restHours: number
  weekHours: number
  shifts: RosterShift[]
  state: RosterState
  plannedBy: string | null
  stationId: string | null
  seriesId: string | null
  /** Minutes since the first day's midnight; below 0 before it. */
  now: number
}
const COLUMNS = sql`id, title, path, from_on as "fromOn", to_on as "toOn", rest_hours as "restHours", week_hours as "weekHours", shifts, state, planned_by as "plannedBy",
  station_id as "stationId", series_id as "seriesId",
  floor(extract(epoch from app_now() - (from_on::timestamp at time zone 'Asia/Shanghai')) / 60)::int as now`

export async function rosterById(db: Database, scope: Scope, id: string): Promise<Roster | undefined> {
  const [row] = await db.read<Roster>(
    scope,
    sql`select ${COLUMNS} from rosters where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return row
}

/** Everybody whom the proposal gives a duty. */
export async function membersOnDuty(db: Database, scope: Scope, rosterId: string): Promise<string[]> {
  const rows = await db.read<{ id: string }>(
    scope,
    sql`select distinct person_id as id from duties where region_id = ${scope.region} and roster_id = ${rosterId}::uuid`,
  )
  return rows.map(({ id }) => id)
}

/** A roster that this person was asked to. */
export async function rosterOfMember(
  db: Database,
  scope: Scope,
  id: string,
  personId: string,
): Promise<Pick<Roster, 'id' | 'shifts'> | undefined> {
  const [row] = await db.read<Pick<Roster, 'id' | 'shifts'> & Row>(
    scope,
    sql`select r.id, r.shifts from rosters r join roster_members m on m.region_id = r.region_id and m.roster_id = r.id
      where r.region_id = ${scope.region} and r.id = ${id}::uuid and m.person_id = ${personId}::uuid`,
  )
  return row
}

/** A roster that waits for its plan and that nobody else is planning; whoever plans holds the lock until the end. */
export async function takePlanning(tx: Tx, region: number): Promise<Roster | undefined> {
  const waiting = await tx.query<Roster>(
    sql`select ${COLUMNS} from rosters where region_id = ${region} and state = 'planning' order by id limit 10`,
  )
  for (const roster of waiting) {
    const [lock] = await tx.query<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${roster.id}, 0)) as mine`,
    )
    if (!lock?.mine) continue
    const [still] = await tx.query(
      sql`select 1 from rosters where region_id = ${region} and id = ${roster.id}::uuid and state = 'planning'`,
    )
    if (still) return roster
  }
  return undefined
}

export const progressStatement = (region: number, id: string, percent: number): Sql => sql`
  update rosters set progress = ${percent} where region_id = ${region} and id = ${id}::uuid and state = 'planning'`

export const proposedStatement = (region: number, id: string, outcome: RosterOutcome): Sql => sql`
  update rosters set state = 'proposed', progress = 100, version = version + 1, proposed_at = app_now(),
    outcome = ${JSON.stringify(outcome)}::jsonb
  where region_id = ${region} and id = ${id}::uuid and state = 'planning'`

/** Back to where it was before: the plan could not be made. */
export const unplannedStatement = (region: number, id: string): Sql => sql`
  update rosters set state = 'open', progress = 0, version = version + 1, outcome = null, plan_failed_at = app_now()
  where region_id = ${region} and id = ${id}::uuid and state = 'planning'`
