import type { RuleKind } from '@linli/contract/places/ruleWords'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { RuleBody } from '../rules/ruleBody.ts'

export type NewVersion = {
  readonly id: string
  readonly kind: RuleKind
  readonly key: string
  readonly body: RuleBody
  readonly origin: 'preset' | 'place'
  readonly presetVersion: number | null
  readonly why: string
}

/**
 * The next version of a row takes the place of the one that was seen; `ruleChanged` when it is not the one in force any more.
 * Edits and upgrades of a region follow one another: the region's row is held against founding, not against what refers to it.
 */
export const versionStatements = (region: number, seen: string | null, next: NewVersion): readonly Sql[] => [
  sql`select id from regions where id = ${region} for no key update`,
  sql`select refuse('ruleChanged') where ${seen}::uuid is distinct from
    (select id from policy_versions where region_id = ${region} and kind = ${next.kind} and key = ${next.key} and to_at is null)`,
  sql`update policy_versions set to_at = app_now() where region_id = ${region} and kind = ${next.kind} and key = ${next.key} and to_at is null`,
  sql`insert into policy_versions (region_id, id, kind, key, version, origin, preset_version, body, from_at, why)
    values (${region}, ${next.id}, ${next.kind}, ${next.key},
      (select coalesce(max(version), 0) + 1 from policy_versions where region_id = ${region} and kind = ${next.kind} and key = ${next.key}),
      ${next.origin}, ${next.presetVersion}, ${JSON.stringify(next.body)}::jsonb, app_now(), ${next.why})`,
]

export type CurrentVersion = Row & {
  kind: RuleKind
  key: string
  id: string
  version: number
  origin: 'preset' | 'place'
  presetVersion: number | null
  body: RuleBody
  from: string
}

/** Every row in force of the kinds that are edited. */
export const currentVersions = (db: Database, region: number, kinds: readonly string[]) =>
  db.read<CurrentVersion>(
    systemScope(region),
    sql`select kind, key, id, version, origin, preset_version as "presetVersion", body, from_at as "from" from policy_versions
      where region_id = ${region} and to_at is null and kind = any(${[...kinds]}::text[])
      order by kind, (body ->> 'position')::int, key`,
  )

export type PastVersion = CurrentVersion & { to: string | null; by: string | null; why: string | null }

/** All versions of one row, the latest first, and who wrote each. */
export const versionsOf = (db: Database, region: number, kind: RuleKind, key: string) =>
  db.read<PastVersion>(
    systemScope(region),
    sql`select v.kind, v.key, v.id, v.version, v.origin, v.preset_version as "presetVersion", v.body, v.from_at as "from", v.to_at as "to", v.why,
        (select p.name from audit_entries e join people p on p.region_id = e.region_id and p.id = e.person_id
          where e.region_id = v.region_id and e.subject_id = v.id and e.action = 'setRule') as by
      from policy_versions v where v.region_id = ${region} and v.kind = ${kind} and v.key = ${key} order by v.version desc limit 200`,
  )

/** Keys of the units that an item may lead to. */
export async function openUnitKeys(db: Database, region: number): Promise<string[]> {
  const rows = await db.read<Row & { key: string }>(
    systemScope(region),
    sql`select key from units where region_id = ${region} and closed_at is null and key is not null`,
  )
  return rows.map(({ key }) => key)
}
