import type { ChangeActivityBody, PlanActivityBody } from '@linli/contract/activities/shapes'
import type { ActivityState } from '@linli/contract/activities/words'
import sql, { type Sql } from 'sql-template-tag'
import type { Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

/** The people of an activity are not all the writer's own to see. */
export const deskScope = (scope: Scope): Scope => ({ ...scope, system: true })

/** One date of an activity, as it is to be written. */
export type NewDate = {
  readonly id: string
  readonly slug: string
  readonly doorCode: string
  readonly startsAt: string
  readonly endsAt: string
}
type Body = PlanActivityBody | ChangeActivityBody

/** Refuses noArea, noStation or noUnit where one is not there. */
export const assertGround = (region: number, { path, stationId, unitId }: Body): Sql => sql`
  select refuse(case
    when not exists (select from areas where region_id = ${region} and path = ${path} and closed_at is null) then 'noArea'
    when ${stationId}::uuid is not null and not exists (select from stations where region_id = ${region} and id = ${stationId}::uuid and closed_at is null) then 'noStation'
    else 'noUnit' end)
  where not (exists (select from areas where region_id = ${region} and path = ${path} and closed_at is null)
    and (${stationId}::uuid is null or exists (select from stations where region_id = ${region} and id = ${stationId}::uuid and closed_at is null))
    and (${unitId}::uuid is null or exists (select from units where region_id = ${region} and id = ${unitId}::uuid and closed_at is null)))`

/** All dates of a plan and their seats, in one statement. */
export const insertActivities = (
  region: number,
  body: PlanActivityBody,
  dates: readonly NewDate[],
  byPerson: string,
): Sql => sql`
  with dates as (select * from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) as d(id uuid, slug text, "doorCode" text, "startsAt" timestamptz, "endsAt" timestamptz)),
  made as (
    insert into activities (region_id, id, slug, series_id, kind, theme, title, words, unit_id, path, station_id, room_id, place, starts_at, ends_at, for_whom, bring, phone,
      sign_up, state, version, door_code, planned_by, planned_at)
    select ${region}::int, d.id, d.slug, ${body.repeat ? body.id : null}::uuid, ${body.kind}, ${body.theme}, ${body.title}, ${body.words}, ${body.unitId}::uuid, ${body.path},
      ${body.stationId}::uuid, ${body.roomId ?? null}::uuid, ${body.place}, d."startsAt", d."endsAt", ${body.forWhom}, ${body.bring}, ${body.phone}, ${body.signUp}::boolean, 'planned', 1, d."doorCode", ${byPerson}::uuid, app_now()
    from dates d returning id)
  insert into activity_seats (region_id, activity_id, part, seats, taken, waiting, drawn)
  select ${region}::int, made.id, part.part, part.seats, 0, 0, 0
  from made, (values ('attend', ${body.seats}::int), ('help', ${body.helpers}::int)) part(part, seats)`

export type ActivityRow = Row & {
  id: string
  slug: string
  seriesId: string | null
  path: string
  state: ActivityState
  version: number
  startsAt: string
  endsAt: string
  doorCode: string
  roomId: string | null
}
export const activityBy = (region: number, which: Sql): Sql => sql`
  select a.id, a.slug, a.series_id as "seriesId", a.path, a.state, a.version, a.starts_at as "startsAt", a.ends_at as "endsAt", a.door_code as "doorCode", a.room_id as "roomId"
  from activities a where a.region_id = ${region} and ${which}`
export const activityById = (region: number, id: string): Sql => activityBy(region, sql`a.id = ${id}::uuid`)

/** One conditional UPDATE at the version that was seen, while it is to come. Refuses activityChanged. */
export const updateActivity = (region: number, id: string, body: ChangeActivityBody): Sql => sql`
  with changed as (
    update activities set version = version + 1, kind = ${body.kind}, theme = ${body.theme}, title = ${body.title}, words = ${body.words}, unit_id = ${body.unitId}::uuid,
      path = ${body.path}, station_id = ${body.stationId}::uuid, room_id = ${body.roomId ?? null}::uuid, place = ${body.place}, starts_at = ${body.startsAt}::timestamptz, ends_at = ${body.endsAt}::timestamptz,
      for_whom = ${body.forWhom}, bring = ${body.bring}, phone = ${body.phone}, sign_up = ${body.signUp}::boolean
    where region_id = ${region} and id = ${id}::uuid and version = ${body.version} and state in ('planned', 'published') returning 1)
  select refuse('activityChanged') where not exists (select from changed)`

/** Sign-ups stand where and when their activity does. */
export const moveSignups = (region: number, id: string): Sql => sql`
  update activity_signups u set path = a.path, starts_at = a.starts_at, ends_at = a.ends_at,
    remind_at = a.starts_at - interval '1 day', reminded_at = case when a.starts_at - interval '1 day' <= app_now() then app_now() end
  from activities a where a.region_id = ${region} and a.id = ${id}::uuid and u.region_id = a.region_id and u.activity_id = a.id and u.state <> 'cancelled'
    and (u.path, u.starts_at, u.ends_at) is distinct from (a.path, a.starts_at, a.ends_at)`

/** This date, or it and all that follow it in its series: a class may end in spring and go on until then. */
const onwards = (id: string, rest: boolean): Sql => {
  const its = (column: Sql) =>
    sql`(select ${column} from activities where region_id = a.region_id and id = ${id}::uuid)`
  return rest
    ? sql`(a.id = ${id}::uuid or (a.series_id = ${its(sql`series_id`)} and a.starts_at > greatest(app_now(), ${its(sql`starts_at`)})))`
    : sql`a.id = ${id}::uuid`
}

/** One date, or it and what is to come of its series. */
const dates = (id: string, rest: boolean): Sql =>
  rest
    ? sql`(a.id = ${id}::uuid or (a.series_id = (select series_id from activities where region_id = a.region_id and id = ${id}::uuid) and a.starts_at > app_now()))`
    : sql`a.id = ${id}::uuid`

/** Ends a statement whose rows are in `done`; refuses activityChanged when there are none. */
const orRefuse = (columns: Sql, none: Sql): Sql => sql`
  select ${columns} from done union all select ${none} where case when exists (select from done) then false else refuse('activityChanged') is null end`
const ids: readonly [Sql, Sql] = [sql`id`, sql`null::uuid`]

/** @returns a row for each date that was published. Refuses activityChanged when there was none. */
export const publish = (region: number, id: string, rest: boolean): Sql => sql`
  with done as (update activities a set state = 'published', published_at = app_now(), version = version + 1
    where a.region_id = ${region} and ${dates(id, rest)} and a.state = 'planned' and a.ends_at > app_now() returning a.id)
  ${orRefuse(...ids)}`

/** @returns a row for each date that was called off. Refuses activityChanged when there was none. */
export const callOff = (region: number, id: string, rest: boolean, reason: string): Sql => sql`
  with done as (update activities a set state = 'calledOff', called_off_at = app_now(), call_off_reason = ${reason}, version = version + 1
    where a.region_id = ${region} and ${onwards(id, rest)} and a.state in ('planned', 'published') and a.ends_at > app_now() returning a.id)
  ${orRefuse(...ids)}`

/** A single activity, where a list of ids is asked for. */
export const thisOne = (id: string): Sql => sql`${id}::uuid`

/** What was called off in this commit, by its ids. */
export const calledOffIds = (region: number, id: string, rest: boolean): Sql => sql`
  select a.id from activities a where a.region_id = ${region} and ${onwards(id, rest)} and a.state = 'calledOff' and a.called_off_at = app_now()`

/** Which sign-ups `u` a calling-off tells: those of what was called off in this commit. */
export const calledOffNow = (region: number, id: string, rest: boolean): Sql =>
  sql`u.activity_id in (${calledOffIds(region, id, rest)})`

/** Once it has begun, and once only. @returns the new version. Refuses activityChanged. */
export const sumUp = (region: number, id: string, heads: number, words: string): Sql => sql`
  with done as (update activities a set state = 'held', held_at = app_now(), heads = ${heads}::int, summary = ${words}, version = version + 1,
      helped_minutes = (select coalesce(sum(minutes), 0) from activity_help h where h.region_id = a.region_id and h.activity_id = a.id)
    where a.region_id = ${region} and a.id = ${id}::uuid and a.state = 'published' and a.starts_at <= app_now() returning a.version)
  ${orRefuse(sql`version`, sql`null::int`)}`

/** What the asker is answered, and a repeat of the command again: the dates that this commit changed. */
export const doneNow = (
  region: number,
  id: string,
  rest: boolean,
  what: 'published' | 'calledOff',
): Sql => sql`
  (select jsonb_build_object('id', ${id}::text, 'dates', count(*)) from activities a where a.region_id = ${region} and ${what === 'published' ? dates(id, rest) : onwards(id, rest)}
    and a.state = ${what} and ${what === 'published' ? sql`a.published_at` : sql`a.called_off_at`} = app_now())`

/** What a summary is answered, and a repeat of the command again. */
export const summedUp = (region: number, id: string): Sql => sql`
  (select jsonb_build_object('id', id, 'version', version) from activities where region_id = ${region} and id = ${id}::uuid)`
/** One that everybody sees, with its title. */
export const activityAt = (region: number, slug: string): Sql => sql`
  select f.*, b.title from (${activityBy(region, sql`a.slug = ${slug} and a.state <> 'planned'`)}) f
  join activities b on b.region_id = ${region} and b.id = f.id`
