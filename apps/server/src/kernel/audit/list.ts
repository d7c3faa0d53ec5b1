import sql, { empty } from 'sql-template-tag'
import { type Actor, scopeOf } from '../auth/actor.ts'
import type { Database } from '../db/database.ts'

type Entry = {
  id: string
  at: string
  actorName: string | null
  action: string
  subjectKind: string
  subjectId: string | null
  reason: string | null
  refused: boolean
}

/** Who looked at what, and why, and who was refused a look; newest first. The colleague who looked is named: that is the purpose of the record. */
export async function listAudit(
  db: Database,
  me: Actor,
  query: { limit?: number; after?: string; action?: string; subjectId?: string; refused?: boolean },
) {
  const limit = query.limit ?? 20
  const after =
    query.after && /^\d{1,15}$/.test(query.after) ? sql`and e.seq < ${Number(query.after)}` : empty
  const rows = await db.read<Entry & { seq: number }>(
    scopeOf(me),
    sql`
    select e.id, e.seq, e.at, e.action, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.reason, e.facts ? 'refused' as refused,
      (select p.name from people p where p.region_id = e.region_id and p.id = e.person_id) as "actorName"
    from audit_entries e where e.region_id = ${me.region} ${query.action ? sql`and e.action = ${query.action}` : empty} ${query.subjectId ? sql`and e.subject_id = ${query.subjectId}::uuid` : empty}
      ${query.refused ? sql`and e.facts ? 'refused'` : empty} ${after}
    order by e.seq desc limit ${limit + 1}`,
  )
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(({ seq: _seq, ...entry }) => entry),
    next: rows.length > limit ? String(shown.at(-1)?.seq ?? '') : null,
  }
}
