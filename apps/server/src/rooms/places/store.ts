import type { Preset, Words } from '@linli/contract'
import sql, { type Sql } from 'sql-template-tag'
import type { CryptoProvider } from '../../kernel/crypto/provider.ts'
import type { Tx } from '../../kernel/db/database.ts'
import { newId, newSlug } from '../../kernel/ids.ts'
import type { CurrentRow, PresetPlan } from './rules/presetPlan.ts'

/** A write made here or in another room's store, to be run in a register's transaction. */
export type Statement = Sql

export type FoundedRegion = { id: number; preset: string; presetVersion: number }

/** The region's row, locked: founding and upgrading never run side by side. */
export async function lockRegion(tx: Tx, region: number): Promise<FoundedRegion | undefined> {
  const [row] = await tx.query<FoundedRegion>(
    sql`select id, preset, preset_version as "presetVersion" from regions where id = ${region} for update`,
  )
  return row
}

export async function insertRegion(tx: Tx, region: number, preset: Preset, isDemo: boolean): Promise<void> {
  await tx.query(sql`
    insert into regions (id, gb_code, name, preset, preset_version, is_demo, founded_at)
    values (${region}, ${preset.gbCode}, ${JSON.stringify(preset.name)}::jsonb, ${preset.key}, ${preset.version}, ${isDemo}, app_now())
    on conflict (id) do nothing`)
}

/** The region itself is the root of its areas: `/`. */
export async function insertRootArea(tx: Tx, region: number, name: Words): Promise<void> {
  await tx.query(sql`
    insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
    values (${region}, ${newId()}, '/', null, 'region', '', ${name.zh}, ${newSlug()}, app_now())
    on conflict (region_id, path) do nothing`)
}

export async function currentRuleRows(tx: Tx, region: number): Promise<CurrentRow[]> {
  return tx.query<CurrentRow>(
    sql`select kind, key, origin, body from policy_versions where region_id = ${region} and to_at is null`,
  )
}

/** Ends the versions that a plan replaces or retires, and writes the new ones. */
export async function writePlan(tx: Tx, region: number, preset: Preset, plan: PresetPlan): Promise<void> {
  const ended = [...plan.write, ...plan.retire].map(({ kind, key }) => ({ kind, key }))
  await tx.query(sql`
    update policy_versions v set to_at = app_now()
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as e(kind text, key text)
    where v.region_id = ${region} and v.kind = e.kind and v.key = e.key and v.to_at is null`)
  const rows = plan.write.map((row) => ({ id: newId(), ...row }))
  await tx.query(sql`
    insert into policy_versions (region_id, id, kind, key, version, origin, preset_version, body, from_at)
    select ${region}, n.id, n.kind, n.key,
      coalesce((select max(version) from policy_versions o where o.region_id = ${region} and o.kind = n.kind and o.key = n.key), 0) + 1,
      'preset', ${preset.version}, n.body, app_now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, kind text, key text, body jsonb)`)
  await tx.query(sql`update regions set preset_version = ${preset.version} where id = ${region}`)
}

/** Founding units by key; one that is there already keeps its name and number. */
export async function insertUnits(tx: Tx, region: number, preset: Preset): Promise<void> {
  const rows = preset.units.map((unit) => ({ id: newId(), key: unit.key, kind: unit.kind, name: unit.name }))
  await tx.query(sql`
    insert into units (region_id, id, key, kind, name, opened_at)
    select ${region}, n.id, n.key, n.kind, n.name, app_now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, key text, kind text, name jsonb)
    on conflict (region_id, key) do nothing`)
  const parents = preset.units.flatMap(({ key, parent }) => (parent ? [{ key, parent }] : []))
  await tx.query(sql`
    update units u set parent_id = p.id
    from jsonb_to_recordset(${JSON.stringify(parents)}::jsonb) as n(key text, parent text)
    join units p on p.region_id = ${region} and p.key = n.parent
    where u.region_id = ${region} and u.key = n.key and u.parent_id is null`)
}

/** Everybody who writes below an area takes its row first, so that two cannot take the same code. */
export async function lockArea(tx: Tx, region: number, path: string): Promise<{ level: string } | undefined> {
  const [row] = await tx.query<{ level: string }>(
    sql`select level from areas where region_id = ${region} and path = ${path} and closed_at is null for update`,
  )
  return row
}

/** Codes and open names below an area; closed siblings keep their codes for ever. */
export async function siblings(tx: Tx, region: number, parent: string) {
  return tx.query<{ code: string; name: string; compound: string | null; closed: boolean }>(
    sql`select code, name, compound, closed_at is not null as closed from areas where region_id = ${region} and parent_path = ${parent}`,
  )
}

export type NewArea = {
  readonly id: string
  readonly path: string
  readonly parentPath: string
  readonly level: string
  readonly code: string
  readonly name: string
  readonly compound: string | null
}

export function insertAreas(region: number, areas: readonly NewArea[]): Sql {
  const rows = areas.map((area) => ({ ...area, slug: newSlug() }))
  return sql`
    insert into areas (region_id, id, path, parent_path, level, code, name, compound, qr_slug, opened_at)
    select ${region}, n.id, n.path, n."parentPath", n.level, n.code, n.name, n.compound, n.slug, app_now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(id uuid, path text, "parentPath" text, level text, code text, name text, compound text, slug text)`
}

/** @param compound undefined leaves it as it is */
export function renameAreaStatement(
  region: number,
  id: string,
  name: string,
  compound: string | null | undefined,
): Sql {
  return sql`with renamed as (
      update areas set name = ${name}, compound = case when ${compound === undefined}::boolean then compound else ${compound ?? null}::text end
      where region_id = ${region} and id = ${id} and closed_at is null returning 1)
    select refuse('stale') where not exists (select from renamed)`
}

/** Closes an area that nothing open stands below. @returns false when something does */
export async function closeAreaRow(tx: Tx, region: number, id: string): Promise<boolean> {
  const closed = await tx.query(sql`
    update areas a set closed_at = app_now()
    where region_id = ${region} and id = ${id} and closed_at is null
      and not exists (select from areas c where c.region_id = a.region_id and c.parent_path = a.path and c.closed_at is null)
      and not exists (select from households h where h.region_id = a.region_id and h.path = a.path and h.closed_at is null)
    returning 1`)
  return closed.length === 1
}

export type NewHousehold = {
  readonly id: string
  readonly path: string
  readonly room: string
  readonly cipher: string
  /** Hexadecimal. */
  readonly index: string
}

/** The full address as it is kept: encrypted for this household only, and an index to find it by. */
export function householdAddress(crypto: CryptoProvider, region: number, id: string, address: string) {
  return {
    cipher: crypto.encryptField(address, `households.address:${region}:${id}`),
    index: crypto.lookUp(`address:${region}:${address}`).toString('hex'),
  }
}

export function insertHouseholds(region: number, households: readonly NewHousehold[]): Sql {
  return sql`
    insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
    select ${region}, n.id, n.path, n.room, n.cipher, decode(n.index, 'hex'), app_now()
    from jsonb_to_recordset(${JSON.stringify(households)}::jsonb) as n(id uuid, path text, room text, cipher text, index text)`
}

export function reopenHouseholds(region: number, ids: readonly string[]): Sql {
  return sql`update households set closed_at = null where region_id = ${region} and id = any (${[...ids]}::uuid[])`
}

/** Imports of one region follow one another. */
export async function lockImports(tx: Tx, region: number): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtext('linli.registers'), ${region}::int)`)
}

export function importStatement(
  region: number,
  personId: string,
  register: string,
  sha256: Buffer,
  result: { rowsRead: number; added: number; changed: number },
): Sql {
  return sql`
    insert into register_imports (region_id, id, register, file_sha256, rows_read, rows_added, rows_changed, by_person, at)
    values (${region}, ${newId()}, ${register}, ${sha256}, ${result.rowsRead}, ${result.added}, ${result.changed}, ${personId}, app_now())`
}
