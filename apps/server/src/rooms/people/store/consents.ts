import { PURPOSES, type Purpose } from '@linli/contract/privacy/words'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'

/**
 * Notes that somebody agreed to a purpose or took it back, in the words of today's version; to stand in the commit of what
 * it changes. Saying the same again adds nothing.
 */
export function consentStatement(
  region: number,
  personId: string,
  purpose: Purpose,
  given: boolean,
  through: string,
): Sql {
  const { version } = PURPOSES[purpose]
  // Who joins without points has said nothing of them; who takes a consent back has, also one from before the record.
  const isSilence = !given && through === 'joinAsHelper'
  return sql`insert into consents (region_id, id, person_id, purpose, version, given, through, at)
    select ${region}::int, ${newId()}::uuid, ${personId}::uuid, ${purpose}, ${version}::int, ${given}::boolean, ${through}, app_now()
    where not coalesce((select given = ${given}::boolean and (version = ${version}::int or not given) from consents
      where region_id = ${region} and person_id = ${personId}::uuid and purpose = ${purpose} order by at desc, id desc limit 1), ${isSilence}::boolean)`
}

/** Whether a consent holds now: the newest word of the person's. Nothing said is no consent. */
export async function hasConsent(
  db: Database,
  region: number,
  personId: string,
  purpose: Purpose,
): Promise<boolean> {
  const [row] = await db.read<{ given: boolean }>(
    systemScope(region),
    sql`select given from consents where region_id = ${region} and person_id = ${personId}::uuid and purpose = ${purpose} order by at desc, id desc limit 1`,
  )
  return row?.given ?? false
}

/** Takes away where one's photos were taken. */
export const forgetPhotoPlaces = (region: number, personId: string): Sql =>
  sql`update files set taken_latitude = null, taken_longitude = null
    where region_id = ${region} and uploaded_by = ${personId}::uuid and taken_latitude is not null`

/** A helper's settings for points and for being asked, ended where there are any; nobody is told that there were none. */
export const leavePointsStatement = (region: number, personId: string): Sql =>
  sql`update helpers set points_opt_in = false where region_id = ${region} and person_id = ${personId}::uuid and points_opt_in`
export const stopHelpingStatement = (region: number, personId: string): Sql =>
  sql`update helpers set left_at = app_now() where region_id = ${region} and person_id = ${personId}::uuid and left_at is null`
