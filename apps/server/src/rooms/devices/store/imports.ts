import type { ContactKind, DeviceKind, Language } from '@linli/contract/devices/words'
import sql, { type Sql } from 'sql-template-tag'
import type { Tx } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'

export type ImportedDevice = {
  readonly id: string
  readonly serial: string
  readonly kind: DeviceKind
  readonly model: string
  readonly path: string
  readonly householdId: string | null
  /** Null while it is in stock. */
  readonly personId: string | null
  readonly language: Language | null
  readonly cipher: string | null
  readonly tail: string | null
}
export type ImportedContact = {
  readonly id: string
  readonly deviceId: string
  readonly holderId: string
  readonly place: number
  readonly kind: ContactKind
  readonly name: string
  readonly cipher: string
  /** Hexadecimal. */
  readonly index: string
  readonly tail: string
}

// The net opens devices to the room's own hand alone: an import checks each row's place against the importer's own area.
const OWN_HAND = sql`select set_config('app.system', 'on', true)`

/** Which of some devices are there already. */
export async function knownSerials(tx: Tx, region: number, serials: readonly string[]): Promise<Set<string>> {
  await tx.query(OWN_HAND)
  const rows = await tx.query<{ serial: string }>(
    sql`select serial from devices where region_id = ${region} and serial = any(${[...serials]}::text[])`,
  )
  return new Set(rows.map(({ serial }) => serial))
}

/** Who lives where now, by household and name. */
export async function membersOf(
  tx: Tx,
  region: number,
  households: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.query<{ household: string; name: string; id: string }>(
    sql`select m.household_id as household, p.name, p.id from household_members m join people p on p.region_id = m.region_id and p.id = m.person_id
    where m.region_id = ${region} and m.to_at is null and m.household_id = any(${[...households]}::uuid[])`,
  )
  return new Map(rows.map(({ household, name, id }) => [`${household} ${name.normalize('NFKC').trim()}`, id]))
}

export const insertDevices = (region: number, by: string, devices: readonly ImportedDevice[]): Sql => sql`
  insert into devices (region_id, id, serial, kind, model, state, path, person_id, household_id, language, phone_cipher, phone_tail, bound_at, version, by_person, added_at)
  select ${region}::int, n.id, n.serial, n.kind, n.model, case when n."personId" is null then 'stock' else 'bound' end, n.path, n."personId",
    case when n."personId" is null then null else n."householdId" end, n.language, n.cipher, n.tail, case when n."personId" is null then null else app_now() end, 1, ${by}::uuid, app_now()
  from jsonb_to_recordset(${JSON.stringify(devices)}::jsonb) as n(id uuid, serial text, kind text, model text, path text, "householdId" uuid, "personId" uuid, language text, cipher text, tail text)`

export const insertBindings = (region: number, by: string, devices: readonly ImportedDevice[]): Sql => sql`
  insert into device_bindings (region_id, id, device_id, person_id, household_id, by_person, from_at)
  select ${region}::int, n.id, n.device, n.person, n.household, ${by}::uuid, app_now()
  from unnest(${devices.map(() => newId())}::uuid[], ${devices.map(({ id }) => id)}::uuid[], ${devices.map(({ personId }) => personId)}::uuid[],
    ${devices.map(({ householdId }) => householdId)}::uuid[]) as n(id, device, person, household)`

export const insertContacts = (region: number, contacts: readonly ImportedContact[]): Sql => sql`
  insert into device_contacts (region_id, id, device_id, holder_id, place, kind, name, phone_cipher, phone_hmac, phone_tail, nights, at)
  select ${region}::int, n.id, n."deviceId", n."holderId", n.place, n.kind, n.name, n.cipher, decode(n.index, 'hex'), n.tail, false, app_now()
  from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as n(id uuid, "deviceId" uuid, "holderId" uuid, place int, kind text, name text, cipher text, index text, tail text)`
