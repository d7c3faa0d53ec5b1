import type { BodyOf } from '@linli/contract'
import type { pledgeEndpoints } from '@linli/contract/partners/endpoints'
import type { PledgeWitness } from '@linli/contract/partners/words'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'

type Table = typeof pledgeEndpoints

/** The page as somebody shows it now, in place of what they showed before; a page that was taken down is shown anew. */
export const showStatement = (me: Actor, body: BodyOf<Table['showPledges']>): Sql => sql`
  with moved as (
    update pledges set path = ${body.path} where region_id = ${me.region} and person_id = ${me.personId}::uuid and path <> ${body.path} returning 1)
  insert into pledge_pages as p (region_id, id, person_id, path, called, duties, audience, shown_at)
  values (${me.region}, ${body.id}::uuid, ${me.personId}::uuid, ${body.path}, ${body.called}, ${body.duties}, ${body.audience}, app_now())
  on conflict (region_id, person_id) do update set id = excluded.id, path = excluded.path, called = excluded.called, duties = excluded.duties,
    audience = excluded.audience, shown_at = excluded.shown_at, hidden_at = null, hidden_by = null, hidden_words = null`

/** All of it goes, and nothing is kept of it. Refuses pageGone. */
export const withdrawStatement = (me: Actor): Sql => sql`
  with promises as (delete from pledges where region_id = ${me.region} and person_id = ${me.personId}::uuid returning 1),
  gone as (delete from pledge_pages where region_id = ${me.region} and person_id = ${me.personId}::uuid returning 1)
  select refuse('pageGone') where not exists (select from gone)`

/** A promise stands on a page and nowhere else. Refuses pageGone. */
export const addStatement = (me: Actor, { id, words, dueOn }: BodyOf<Table['addPledge']>): Sql => sql`
  with added as (
    insert into pledges (region_id, id, person_id, path, words, due_on, state, at)
    select p.region_id, ${id}::uuid, p.person_id, p.path, ${words}, ${dueOn ?? null}::date, 'open', app_now()
    from pledge_pages p where p.region_id = ${me.region} and p.person_id = ${me.personId}::uuid returning 1)
  select refuse('pageGone') where not exists (select from added)`

/** Refuses pledgeMoved. */
export const removeStatement = (me: Actor, id: string): Sql => sql`
  with gone as (
    delete from pledges where region_id = ${me.region} and id = ${id}::uuid and person_id = ${me.personId}::uuid returning 1)
  select refuse('pledgeMoved') where not exists (select from gone)`

/** Kept, by the word of somebody else and once. Refuses pledgeMoved. */
export const keepStatement = (
  me: Actor,
  id: string,
  { side, facts }: { readonly side: PledgeWitness; readonly facts: string },
): Sql => sql`
  with kept as (
    update pledges g set state = 'kept', kept_side = ${side}, kept_by = ${me.personId}::uuid, kept_at = app_now(), facts = ${facts}
    where g.region_id = ${me.region} and g.id = ${id}::uuid and g.state = 'open' and g.person_id <> ${me.personId}::uuid
      and exists (select from pledge_pages p where p.region_id = g.region_id and p.person_id = g.person_id and p.hidden_at is null) returning 1)
  select refuse('pledgeMoved') where not exists (select from kept)`

/** Refuses pageGone: what somebody shows anew has another id, and is looked at anew. */
export const hideStatement = (me: Actor, id: string, words: string): Sql => sql`
  with hidden as (
    update pledge_pages set hidden_at = app_now(), hidden_by = ${me.personId}::uuid, hidden_words = ${words}
    where region_id = ${me.region} and id = ${id}::uuid and hidden_at is null returning 1)
  select refuse('pageGone') where not exists (select from hidden)`

/** A promise goes with its page: with one that was taken down, and at once where there is none any more. */
export const pledgeClock = (table: string): Sql | undefined =>
  table === 'pledges'
    ? sql`case when exists (select from pledge_pages p where p.region_id = t.region_id and p.person_id = t.person_id)
        then (select p.hidden_at from pledge_pages p where p.region_id = t.region_id and p.person_id = t.person_id) else t.at end`
    : undefined

export type Shown = { readonly personId: string; readonly path: string }
const one = async (db: Database, region: number, asked: Sql): Promise<Shown | undefined> => {
  const [row] = await db.read<Row & Shown>(systemScope(region), asked)
  return row
}
export const pledgeById = (db: Database, region: number, id: string) =>
  one(
    db,
    region,
    sql`select person_id as "personId", path from pledges where region_id = ${region} and id = ${id}::uuid`,
  )
export const pageById = (db: Database, region: number, id: string) =>
  one(
    db,
    region,
    sql`select person_id as "personId", path from pledge_pages where region_id = ${region} and id = ${id}::uuid`,
  )

/** Where somebody lives; null where the house does not know. */
export async function livesAt(db: Database, { region, personId }: Actor): Promise<string | null> {
  const [row] = await db.read<Row & { path: string | null }>(
    systemScope(region),
    sql`select path from people where region_id = ${region} and id = ${personId}::uuid`,
  )
  return row?.path ?? null
}
