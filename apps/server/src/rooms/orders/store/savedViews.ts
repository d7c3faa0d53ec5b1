import sql, { type Sql } from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { type Database, Refused, violated } from '../../../kernel/db/database.ts'
import { keyReused, notFound } from '../../../kernel/problem.ts'

export type SavedView = { id: string; name: string; filters: Record<string, string | boolean | string[]> }

/** The person's own named filters of the queue. */
export function listViews(db: Database, actor: Actor): Promise<SavedView[]> {
  return db.read<SavedView>(
    scopeOf(actor),
    sql`select id, name, filters from saved_views where region_id = ${actor.region} and person_id = ${actor.personId}::uuid and removed_at is null order by created_at, id`,
  )
}

/** Keeps a named filter. @throws keyReused when the id names a view already */
export async function saveView(
  db: Database,
  actor: Actor,
  view: SavedView,
  remember: (view: SavedView) => Sql,
): Promise<SavedView> {
  try {
    await db.commit(scopeOf(actor), [
      sql`insert into saved_views (region_id, id, person_id, name, filters, created_at) values (${actor.region}, ${view.id}, ${actor.personId}, ${view.name}, ${JSON.stringify(view.filters)}::jsonb, app_now())`,
      remember(view),
    ])
  } catch (error) {
    throw violated(error) === 'saved_views_pkey' ? keyReused() : error
  }
  return view
}

export async function removeView(
  db: Database,
  actor: Actor,
  id: string,
  remember: (answer: { id: string }) => Sql,
): Promise<{ id: string }> {
  const remove = [
    sql`with removed as (update saved_views set removed_at = app_now() where region_id = ${actor.region} and id = ${id}::uuid and person_id = ${actor.personId}::uuid and removed_at is null returning 1)
      select refuse('noView') where not exists (select from removed)`,
    remember({ id }),
  ]
  try {
    await db.commit(scopeOf(actor), remove)
  } catch (error) {
    throw error instanceof Refused && error.code === 'noView' ? notFound() : error
  }
  return { id }
}
