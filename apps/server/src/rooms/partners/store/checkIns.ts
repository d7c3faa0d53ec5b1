import type { BodyOf } from '@linli/contract'
import type { partnerEndpoints } from '@linli/contract/partners/endpoints'
import sql, { type Sql } from 'sql-template-tag'
import type { Actor } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

export const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`

export type CheckIn = Row & {
  id: string
  kind: 'unit' | 'member'
  unitId: string
  personId: string | null
  path: string
}

/** A check-in within the reader's scope. */
export async function checkInById(db: Database, scope: Scope, id: string): Promise<CheckIn | undefined> {
  const [row] = await db.read<CheckIn>(
    scope,
    sql`select id, kind, unit_id as "unitId", person_id as "personId", path from check_ins
      where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return row
}

/** A member by their own phone; the index refuses a second one while this one stands. */
export const memberStatement = (me: Actor, body: BodyOf<typeof partnerEndpoints.checkIn>): Sql => sql`
  insert into check_ins (region_id, id, kind, unit_id, person_id, path, skills, times, choices, state, asked_at)
  values (${me.region}, ${body.id}, 'member', ${body.unitId}, ${me.personId}, ${body.path}, ${[...body.skills]}, ${[...body.times]},
    ${[...body.choices]}, 'asked', app_now())`

/** A unit by its liaison, once a community. */
export const unitStatement = (me: Actor, body: BodyOf<typeof partnerEndpoints.checkInUnit>): Sql => sql`
  insert into check_ins (region_id, id, kind, unit_id, liaison_id, path, skills, brings, state, asked_at)
  values (${me.region}, ${body.id}, 'unit', ${body.unitId}, ${me.personId}, ${body.path}, ${[...body.skills]}, ${body.brings}, 'asked', app_now())`

/** Of two who decide at once one is written. Refuses alreadyDecided; letterMissing where the place asks for a letter. */
export const decideStatement = (
  me: Actor,
  id: string,
  decision: { readonly accept: boolean; readonly words: string | null; readonly needsLetter: boolean },
): Sql => {
  const lacksLetter = sql`(${decision.accept && decision.needsLetter}::boolean and c.kind = 'member' and not exists (
    select from letters l where l.region_id = c.region_id and l.check_in_id = c.id and l.revoked_at is null and l.valid_until >= ${TODAY}))`
  return sql`
  with decided as (
    update check_ins c set state = ${decision.accept ? 'accepted' : 'declined'}, words = ${decision.words}::text,
      decided_by = ${me.personId}::uuid, decided_at = app_now()
    where c.region_id = ${me.region} and c.id = ${id}::uuid and c.state = 'asked' and not ${lacksLetter} returning 1)
  select refuse(case when c.state = 'asked' and ${lacksLetter} then 'letterMissing' else 'alreadyDecided' end) from check_ins c
  where c.region_id = ${me.region} and c.id = ${id}::uuid and not exists (select from decided)`
}

/** Ends what waits or stands. Refuses notOpen. */
export const endStatement = (region: number, id: string): Sql => sql`
  with ended as (
    update check_ins set state = 'ended', ended_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and state in ('asked', 'accepted') returning 1)
  select refuse('notOpen') where not exists (select from ended)`
