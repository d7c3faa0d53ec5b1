import type { Words } from '@linli/contract'
import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'

export type RegionRow = {
  gbCode: string
  name: Words
  preset: string
  presetVersion: number
  isDemo: boolean
}
/** What limits are counted by; like the stamp, how often any of it was edited only grows. */
const CLOCK_KINDS = ['clock', 'week', 'day', 'alert']
export type RuleVersion = { kind: string; key: string; id: string; body: Record<string, unknown> }

/** Says whether any rule changed: every edit adds a row or ends one, so the two counts only grow. */
const STAMP = sql`select count(*) || '.' || count(to_at) as stamp from policy_versions`

export async function rulesStamp(db: Database, region: number): Promise<string> {
  const [row] = await db.read<{ stamp: string }>({ region }, sql`${STAMP} where region_id = ${region}`)
  return row?.stamp ?? ''
}

/** The region and its current rules, read together. */
export async function readRules(db: Database, region: number) {
  const [row] = await db.read<{
    stamp: string
    clockEdition: number
    region: RegionRow | null
    rules: RuleVersion[] | null
    pastItems: RuleVersion[] | null
  }>(
    { region },
    sql`
    select (${STAMP} where region_id = ${region}) as stamp,
      (select count(*) + count(to_at) from policy_versions where region_id = ${region} and kind = any(${CLOCK_KINDS}::text[]))::int as "clockEdition",
      (select jsonb_build_object('gbCode', gb_code, 'name', name, 'preset', preset, 'presetVersion', preset_version, 'isDemo', is_demo)
       from regions where id = ${region}) as region,
      (select jsonb_agg(jsonb_build_object('kind', kind, 'key', key, 'id', id, 'body', body) order by kind, (body->>'position')::int)
       from policy_versions where region_id = ${region} and to_at is null) as rules,
      (select jsonb_agg(jsonb_build_object('kind', kind, 'key', key, 'id', id, 'body', body) order by version)
       from policy_versions where region_id = ${region} and kind = 'item' and to_at is not null) as "pastItems"`,
  )
  return row
}
