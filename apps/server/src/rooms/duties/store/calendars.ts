import sql, { type Sql } from 'sql-template-tag'

/** The secret of a person's calendar, kept as its hash; the one before it no longer opens anything. */
export const openCalendarStatement = (
  region: number,
  personId: string,
  secretHash: Buffer | undefined,
): Sql => sql`
  insert into duty_calendars (region_id, person_id, secret_hash, opened_at)
  values (${region}, ${personId}, ${secretHash}, app_now())
  on conflict (region_id, person_id) do update set secret_hash = excluded.secret_hash, opened_at = excluded.opened_at`
