import sql, { type Sql } from 'sql-template-tag'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'

/** `signedUp` is one's own doing and tells nobody; the others tell their people. */
export type ActivityEvent =
  | 'signedUp'
  | 'signupMade'
  | 'signupMovedUp'
  | 'signupCancelled'
  | 'signupDue'
  | 'activityChanged'
  | 'activityCalledOff'

export const tell = (region: number, event: ActivityEvent, id: string, people: readonly string[]): Sql =>
  outboxStatement(region, `activities.${event}.1`, { id, people })

/** Tells everybody who is signed up or waits for some activities, each activity by one event. @param which a condition over the sign-up `u` */
export const tellSignedUp = (region: number, event: ActivityEvent, id: string, which: Sql): Sql => sql`
  insert into outbox (region_id, id, topic, payload, at)
  select ${region}::int, ${newId()}::uuid, ${`activities.${event}.1`}, jsonb_build_object('id', ${id}::text, 'people', jsonb_agg(distinct u.told_person)), app_now()
  from activity_signups u where u.region_id = ${region} and u.state <> 'cancelled' and ${which} having count(*) > 0`
