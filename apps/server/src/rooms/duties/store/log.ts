import type { LogEntry, WriteLogBody } from '@linli/contract/duties/shapes'
import sql, { type Sql } from 'sql-template-tag'
import type { Row } from '../../../kernel/db/database.ts'

/** Refuses notNow outside the duty, noSuchOrder for an order that somebody else placed. */
export const logStatement = (
  region: number,
  dutyId: string,
  personId: string,
  body: WriteLogBody,
): Sql => sql`
  with written as (
    insert into duty_log (region_id, id, duty_id, roster_id, post_id, path, kind, text, order_id, by_person, at)
    select d.region_id, ${body.id}::uuid, d.id, d.roster_id, d.post_id, d.path, ${body.kind}, ${body.text}, ${body.orderId ?? null}::uuid, d.person_id, app_now()
    from duties d where d.region_id = ${region} and d.id = ${dutyId}::uuid and d.person_id = ${personId}::uuid and d.accepted
      and app_now() between d.starts_at - interval '30 minutes' and d.ends_at + interval '12 hours'
      and (${body.orderId ?? null}::uuid is null or exists (select from order_parties q where q.region_id = d.region_id
        and q.order_id = ${body.orderId ?? null}::uuid and q.person_id = d.person_id and q.role = 'placer'))
    returning 1)
  select refuse(case when exists (select from duties d where d.region_id = ${region} and d.id = ${dutyId}::uuid
      and app_now() between d.starts_at - interval '30 minutes' and d.ends_at + interval '12 hours') then 'noSuchOrder' else 'notNow' end)
  where not exists (select from written)`

const FIELDS = sql`l.id, l.kind, l.text, p.name as post, l.order_id as "orderId", l.at
  from duty_log l join roster_posts p on p.region_id = l.region_id and p.id = l.post_id`
export type Entry = Row & LogEntry

export const logOfPost = (region: number, postId: string): Sql => sql`
  select ${FIELDS} where l.region_id = ${region} and l.post_id = ${postId}::uuid and l.at > app_now() - interval '2 days'
  order by l.at desc, l.id desc limit 100`

export const logOfRoster = (region: number, rosterId: string, day: string): Sql => sql`
  select ${FIELDS} where l.region_id = ${region} and l.roster_id = ${rosterId}::uuid
    and l.at >= ${day}::date::timestamp at time zone 'Asia/Shanghai' and l.at < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'
  order by l.at desc, l.id desc limit 500`
