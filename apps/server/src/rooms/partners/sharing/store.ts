import type { BodyOf } from '@linli/contract'
import type { sharingEndpoints } from '@linli/contract/partners/endpoints'
import type { ListKind, MenuTakers } from '@linli/contract/partners/words'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { TODAY } from '../store/checkIns.ts'

type Table = typeof sharingEndpoints

export const addItemStatement = (me: Actor, body: BodyOf<Table['addMenuItem']>): Sql => sql`
  insert into menu_items (region_id, id, path, name, about, takers, until_on, added_by, added_at)
  values (${me.region}, ${body.id}::uuid, ${body.path}, ${body.name}, ${body.about}, ${body.takers}, ${body.untilOn ?? null}::date,
    ${me.personId}::uuid, app_now())`

/** Refuses itemGone. */
export const closeItemStatement = (region: number, id: string): Sql => sql`
  with closed as (
    update menu_items set closed_at = app_now() where region_id = ${region} and id = ${id}::uuid and closed_at is null returning 1)
  select refuse('itemGone') where not exists (select from closed)`

/** What is on the menu now, as a condition on `i`. */
export const ON_MENU = sql`i.closed_at is null and (i.until_on is null or i.until_on >= ${TODAY})`

/** Taken up while it is on the menu; the index refuses a second time. Refuses itemGone. */
export const takeStatement = (
  me: Actor,
  { id, itemId, unitId }: { readonly id: string; readonly itemId: string; readonly unitId: string | null },
): Sql => sql`
  with taken as (
    insert into menu_takes (region_id, id, item_id, path, person_id, unit_id, taken_at)
    select i.region_id, ${id}::uuid, i.id, i.path, case when ${unitId}::uuid is null then ${me.personId}::uuid end, ${unitId}::uuid, app_now()
    from menu_items i where i.region_id = ${me.region} and i.id = ${itemId}::uuid and ${ON_MENU} for share returning 1)
  select refuse('itemGone') where not exists (select from taken)`

/** Refuses takeGone. */
export const leaveStatement = (region: number, id: string): Sql => sql`
  with gone as (
    update menu_takes set left_at = app_now() where region_id = ${region} and id = ${id}::uuid and left_at is null returning 1)
  select refuse('takeGone') where not exists (select from gone)`

export type Item = Row & { id: string; path: string; takers: MenuTakers }
export async function itemById(db: Database, region: number, id: string): Promise<Item | undefined> {
  const [row] = await db.read<Item>(
    systemScope(region),
    sql`select id, path, takers from menu_items where region_id = ${region} and id = ${id}::uuid`,
  )
  return row
}
export type Take = Row & { id: string; personId: string | null; unitId: string | null }
export async function takeById(db: Database, scope: Scope, id: string): Promise<Take | undefined> {
  const [row] = await db.read<Take>(
    scope,
    sql`select id, person_id as "personId", unit_id as "unitId" from menu_takes where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return row
}

/** Whether a member, or a unit, was accepted by the community. */
export async function isAccepted(
  db: Database,
  region: number,
  path: string,
  by: { readonly personId: string } | { readonly unitId: string },
): Promise<boolean> {
  const whose =
    'unitId' in by
      ? sql`c.kind = 'unit' and c.unit_id = ${by.unitId}::uuid`
      : sql`c.kind = 'member' and c.person_id = ${by.personId}::uuid`
  const rows = await db.read(
    systemScope(region),
    sql`select 1 from check_ins c where c.region_id = ${region} and ${whose} and c.path = ${path} and c.state = 'accepted'`,
  )
  return rows.length > 0
}

type Line = { readonly id: string; readonly kind: ListKind; readonly words: string }
export const sendStatement = (me: Actor, body: BodyOf<Table['sendList']>): Sql => sql`
  insert into partner_lists (region_id, id, unit_id, path, lines, sent_by, sent_at)
  values (${me.region}, ${body.id}::uuid, ${body.unitId}::uuid, ${body.path}, ${JSON.stringify(body.lines)}::jsonb, ${me.personId}::uuid, app_now())`

export type Sent = Row & { id: string; unitId: string; sentBy: string; lines: Line[] }
export async function listById(db: Database, scope: Scope, id: string): Promise<Sent | undefined> {
  const [row] = await db.read<Sent>(
    scope,
    sql`select id, unit_id as "unitId", sent_by as "sentBy", lines from partner_lists where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return row
}

/** Answered once. Refuses listAnswered. */
export const answerStatement = (me: Actor, id: string, body: BodyOf<Table['answerList']>): Sql => sql`
  with answered as (
    update partner_lists set takes = ${[...body.takes]}::uuid[], answer = ${body.words ?? null}::text, answered_by = ${me.personId}::uuid,
      answered_at = app_now()
    where region_id = ${me.region} and id = ${id}::uuid and answered_at is null returning 1)
  select refuse('listAnswered') where not exists (select from answered)`

export const afterRow = (column: Sql, from: readonly string[] | undefined): Sql =>
  from ? sql`and ${column} < (${from[0]}::timestamptz, ${from[1]}::uuid)` : empty
