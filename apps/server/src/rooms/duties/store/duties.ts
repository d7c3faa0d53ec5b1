import sql, { type Sql } from 'sql-template-tag'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

export type Duty = Row & {
  id: string
  rosterId: string
  postId: string
  personId: string
  path: string
  day: string
  codeTries: number
}

export async function dutyById(db: Database, scope: Scope, id: string): Promise<Duty | undefined> {
  const [row] = await db.read<Duty>(
    scope,
    sql`select id, roster_id as "rosterId", post_id as "postId", person_id as "personId", path,
      to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, code_tries as "codeTries"
    from duties where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return row
}

export async function postPath(db: Database, scope: Scope, id: string): Promise<string | undefined> {
  const [row] = await db.read<{ path: string }>(
    scope,
    sql`select r.path from roster_posts p join rosters r on r.region_id = p.region_id and r.id = p.roster_id
      where p.region_id = ${scope.region} and p.id = ${id}::uuid`,
  )
  return row?.path
}

/** The roster that a post belongs to. */
export async function postOf(
  db: Database,
  scope: Scope,
  id: string,
): Promise<{ rosterId: string } | undefined> {
  const [row] = await db.read<{ rosterId: string }>(
    scope,
    sql`select roster_id as "rosterId" from roster_posts where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return row
}

/** Gives a duty that has not begun to somebody else. Refuses dutyOver. */
export const handOver = (region: number, dutyId: string, toPerson: string, fromPerson?: string): Sql => sql`
  with given as (
    update duties set person_id = ${toPerson}::uuid
    where region_id = ${region} and id = ${dutyId}::uuid and signed_in_at is null and starts_at > app_now()
      and person_id = coalesce(${fromPerson ?? null}::uuid, person_id) returning 1)
  select refuse('dutyOver') where not exists (select from given)`

/** Six digits are not guessed in ten tries. */
export const MOST_TRIES = 10
export const countTryStatement = (region: number, dutyId: string): Sql => sql`
  update duties set code_tries = code_tries + 1 where region_id = ${region} and id = ${dutyId}::uuid and code_tries < ${MOST_TRIES}`

/**
 * Whether a duty is signed in to at all: at posts in a crisis, and elsewhere for the hours of whoever serves of their own
 * will (a helper, a member who reported, one of a team). Of somebody at work no attendance is kept. `d` is the duty.
 */
export const SIGNS_IN: Sql = sql`(exists (select from rosters r where r.region_id = d.region_id and r.id = d.roster_id and r.purpose = 'crisis')
  or exists (select from helpers h where h.region_id = d.region_id and h.person_id = d.person_id and h.left_at is null)
  or exists (select from check_ins c where c.region_id = d.region_id and c.person_id = d.person_id and c.kind = 'member' and c.state = 'accepted')
  or exists (select from team_members m where m.region_id = d.region_id and m.person_id = d.person_id and m.to_at is null and not m.is_asked))`

/** 签到, by the one whose duty it is: from half an hour before until its end. Refuses noSignIn, notNow. */
export const startStatement = (region: number, dutyId: string, personId: string): Sql => sql`
  with begun as (
    update duties d set signed_in_at = app_now()
    where d.region_id = ${region} and d.id = ${dutyId}::uuid and d.person_id = ${personId}::uuid and d.accepted and d.signed_in_at is null
      and app_now() between d.starts_at - interval '30 minutes' and d.ends_at and ${SIGNS_IN} returning 1)
  select refuse(case when ${SIGNS_IN} then 'notNow' else 'noSignIn' end) from duties d
  where d.region_id = ${region} and d.id = ${dutyId}::uuid and not exists (select from begun)`

/** 签退, once, until twelve hours after the end. Refuses notNow. */
export const endStatement = (region: number, dutyId: string, personId: string): Sql => sql`
  with ended as (
    update duties set signed_out_at = app_now()
    where region_id = ${region} and id = ${dutyId}::uuid and person_id = ${personId}::uuid and signed_in_at is not null
      and signed_out_at is null and app_now() <= ends_at + interval '12 hours' returning 1)
  select refuse('notNow') where not exists (select from ended)`

/** The hours of a duty that is over, by somebody else than the one who served. Refuses ownHours, notServed. */
export const confirmStatement = (region: number, dutyId: string, minutes: number, by: string): Sql => sql`
  with confirmed as (
    update duties set confirmed_minutes = ${minutes}, confirmed_by = ${by}::uuid, confirmed_at = app_now()
    where region_id = ${region} and id = ${dutyId}::uuid and person_id <> ${by}::uuid and accepted
      and (signed_out_at is not null or ends_at <= app_now()) returning 1)
  select refuse(case when person_id = ${by}::uuid then 'ownHours' else 'notServed' end) from duties
  where region_id = ${region} and id = ${dutyId}::uuid and not exists (select from confirmed)`
