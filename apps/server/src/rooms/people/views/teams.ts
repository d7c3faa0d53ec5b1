import sql, { empty } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { inRanges, placeRules } from '../../places/index.ts'
import { rolesFor } from '../policy.ts'

type Row = { id: string; kind: string; name: string; path: string; members: number; openedAt: string }

/** The service teams of the reader's areas. */
export async function listTeams(db: Database, me: Actor, query: { path?: string }) {
  const rules = await placeRules(db, me.region)
  const rows = await db.read<Row>(
    scopeOf(me),
    sql`
    select t.id, t.kind, t.name, t.path, t.opened_at as "openedAt", (select count(*)::int from team_members m where m.region_id = t.region_id and m.team_id = t.id and m.to_at is null) as members
    from teams t where t.region_id = ${me.region} and t.closed_at is null and ${inRanges('t.path', rangesOf(me, rolesFor('listTeams')))}
      ${query.path ? sql`and t.path >= ${query.path} and t.path < ${`${query.path.slice(0, -1)}0`}` : empty} order by t.name, t.id limit 500`,
  )
  return {
    items: rows.map((row) => ({
      ...row,
      kindName: rules.teams.find(({ key }) => key === row.kind)?.name ?? { zh: row.kind, en: row.kind },
    })),
  }
}
