import type { OwnChangeBody } from '@linli/contract/merchants/shapes'
import sql, { type Sql } from 'sql-template-tag'

type Asked = { readonly id: string; readonly body: OwnChangeBody; readonly byPerson: string }

/** What the merchant writes stands at once, or waits for the desk. At the version that was seen; refuses merchantChanged. */
export const writeOwn = (region: number, { id, body, byPerson }: Asked, waits: boolean): Sql => {
  const hours = JSON.stringify(body.hours)
  const change = waits
    ? sql`asked_services = ${body.services}::text[], asked_hours = ${hours}::jsonb, asked_by = ${byPerson}::uuid, asked_at = app_now()`
    : sql`services = ${body.services}::text[], hours = ${hours}::jsonb, asked_services = null, asked_hours = null, asked_by = null, asked_at = null`
  return sql`
  with changed as (update merchants set version = version + 1, ${change}
    where region_id = ${region} and id = ${id}::uuid and version = ${body.version} and closed_at is null returning 1)
  select refuse('merchantChanged') where not exists (select from changed)`
}

/** What waited is taken over or dropped, once. Refuses merchantChanged. */
export const answerOwn = (region: number, id: string, version: number, accept: boolean): Sql => sql`
  with answered as (update merchants set version = version + 1,
      ${accept ? sql`services = asked_services, hours = asked_hours,` : sql``} asked_services = null, asked_hours = null, asked_by = null, asked_at = null
    where region_id = ${region} and id = ${id}::uuid and version = ${version} and closed_at is null and asked_at is not null returning 1)
  select refuse('merchantChanged') where not exists (select from answered)`
