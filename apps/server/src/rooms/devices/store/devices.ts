import type {
  ContactKind,
  DeviceKind,
  DeviceMessageKind,
  DeviceState,
  Language,
} from '@linli/contract/devices/words'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { fullName } from '../../places/index.ts'

// Everything of devices is read and written by the room's own hand: the net opens it to nobody else.

/** Contexts of the encrypted numbers. */
export const phoneContext = (region: number, id: string): string => `devices.phone:${region}:${id}`
export const contactContext = (region: number, id: string): string => `device_contacts.phone:${region}:${id}`

export type DeviceFacts = {
  readonly id: string
  readonly serial: string
  readonly state: DeviceState
  readonly version: number
  readonly path: string
  readonly personId: string | null
  readonly householdId: string | null
  readonly quietOrderId: string | null
  readonly keyHash: Buffer | null
  /** The press that lives. */
  readonly pressId: string | null
  readonly orderId: string | null
  /** The message was heard before. */
  readonly isKnown: boolean
}
const FACTS = sql`d.id, d.serial, d.state, d.version, d.path, d.person_id as "personId", d.household_id as "householdId", d.quiet_order_id as "quietOrderId",
  d.key_hash as "keyHash", p.id as "pressId", p.order_id as "orderId"`
const knows = (key: string | null): Sql =>
  sql`exists (select from device_messages m where m.region_id = d.region_id and m.device_id = d.id and m.key = ${key}) as "isKnown"`
const FROM = sql`from devices d left join device_presses p on p.region_id = d.region_id and p.device_id = d.id and p.ended_at is null`

export async function deviceBySerial(
  db: Database,
  region: number,
  serial: string,
  key: string | null = null,
): Promise<DeviceFacts | undefined> {
  const [row] = await db.read<Row & DeviceFacts>(
    systemScope(region),
    sql`select ${FACTS}, ${knows(key)} ${FROM} where d.region_id = ${region} and d.serial = ${serial}`,
  )
  return row
}
export async function deviceById(db: Database, region: number, id: string): Promise<DeviceFacts | undefined> {
  const [row] = await db.read<Row & DeviceFacts>(
    systemScope(region),
    sql`select ${FACTS}, ${knows(null)} ${FROM} where d.region_id = ${region} and d.id = ${id}::uuid`,
  )
  return row
}

/** What the order of a device says of its home and its holder. */
export type HomeFacts = {
  readonly name: string
  readonly areaName: string
  readonly room: string | null
  readonly phoneCipher: string | null
}
export async function homeOf(db: Database, region: number, id: string): Promise<HomeFacts | undefined> {
  const [row] = await db.read<Row & HomeFacts>(
    systemScope(region),
    sql`select w.name, ${fullName('d.region_id', 'd.path')} as "areaName", h.room, d.phone_cipher as "phoneCipher"
    from devices d join people w on w.region_id = d.region_id and w.id = d.person_id
      left join households h on h.region_id = d.region_id and h.id = d.household_id
    where d.region_id = ${region} and d.id = ${id}::uuid`,
  )
  return row
}

/** Where a member of a household lives now. */
export async function homeOfMember(
  db: Database,
  region: number,
  householdId: string,
  personId: string,
): Promise<{ path: string; isMember: boolean } | undefined> {
  const [row] = await db.read<{ path: string; isMember: boolean }>(
    systemScope(region),
    sql`select h.path, exists (select from household_members m where m.region_id = h.region_id and m.household_id = h.id
        and m.person_id = ${personId}::uuid and m.to_at is null) as "isMember"
    from households h where h.region_id = ${region} and h.id = ${householdId}::uuid and h.closed_at is null`,
  )
  return row
}

/** Violates `devices_serial` when the number is there already. */
export const insertDevice = (
  region: number,
  by: string,
  device: { id: string; serial: string; kind: DeviceKind; model: string; path: string },
): Sql => sql`
  insert into devices (region_id, id, serial, kind, model, state, path, version, by_person, added_at)
  values (${region}, ${device.id}::uuid, ${device.serial}, ${device.kind}, ${device.model}, 'stock', ${device.path}, 1, ${by}::uuid, app_now())`

/** Changes a device if it is still as the sender saw it; refuses `deviceChanged`. */
const changed = (region: number, id: string, version: number, set: Sql): Sql => sql`
  with changed as (update devices set ${set}, version = version + 1 where region_id = ${region} and id = ${id}::uuid and version = ${version} returning 1)
  select case when exists (select from changed) then '' else refuse('deviceChanged')::text end`

export type Phone = { readonly cipher: string; readonly tail: string }
export type Bound = {
  readonly personId: string
  readonly householdId: string
  readonly path: string
  readonly language: Language
  /** Undefined: it stays as it is. */
  readonly phone: Phone | undefined
}
export const bindStatement = (region: number, id: string, version: number, bound: Bound): Sql =>
  changed(
    region,
    id,
    version,
    sql`state = 'bound', person_id = ${bound.personId}::uuid, household_id = ${bound.householdId}::uuid, path = ${bound.path}, language = ${bound.language},
      bound_at = coalesce(bound_at, app_now())
      ${bound.phone ? sql`, phone_cipher = ${bound.phone.cipher}, phone_tail = ${bound.phone.tail}` : sql``}`,
  )

/** A new hold of a device begins. */
export const beginBinding = (
  region: number,
  deviceId: string,
  by: string,
  { personId, householdId }: Pick<Bound, 'personId' | 'householdId'>,
): Sql => sql`
  insert into device_bindings (region_id, id, device_id, person_id, household_id, by_person, from_at)
  values (${region}, ${newId()}, ${deviceId}::uuid, ${personId}::uuid, ${householdId}::uuid, ${by}::uuid, app_now())`

/** It goes back: whose it was, the number and the contacts go with it. */
export const unbindStatements = (
  region: number,
  id: string,
  version: number,
  by: string,
  retire: boolean,
): Sql[] => [
  changed(
    region,
    id,
    version,
    sql`state = ${retire ? 'retired' : 'stock'}, person_id = null, household_id = null, language = null, phone_cipher = null, phone_tail = null, bound_at = null,
      quiet_order_id = null, quiet_at = null
      ${retire ? sql`, retired_at = app_now(), key_hash = null, key_at = null` : sql``}`,
  ),
  sql`update device_bindings set to_at = app_now(), ended_by = ${by}::uuid where region_id = ${region} and device_id = ${id}::uuid and to_at is null`,
  dropContacts(region, id),
]

export const keyStatement = (region: number, id: string, version: number, hash: Buffer): Sql =>
  changed(region, id, version, sql`key_hash = ${hash}, key_at = app_now()`)

export const dropContacts = (region: number, deviceId: string): Sql =>
  sql`delete from device_contacts where region_id = ${region} and device_id = ${deviceId}::uuid`

export type NewContact = {
  readonly id: string
  readonly kind: ContactKind
  readonly name: string
  readonly cipher: string
  readonly index: Buffer
  readonly tail: string
  readonly nights: boolean
}
export const insertContacts = (
  region: number,
  deviceId: string,
  holderId: string,
  contacts: readonly NewContact[],
): Sql => sql`
  insert into device_contacts (region_id, id, device_id, holder_id, place, kind, name, phone_cipher, phone_hmac, phone_tail, nights, at)
  select ${region}::int, n.id, ${deviceId}::uuid, ${holderId}::uuid, n.place, n.kind, n.name, n.cipher, decode(n.index, 'hex'), n.tail, n.nights, app_now()
  from jsonb_to_recordset(${JSON.stringify(
    contacts.map((contact, at) => ({ ...contact, index: contact.index.toString('hex'), place: at + 1 })),
  )}::jsonb) as n(id uuid, place int, kind text, name text, cipher text, index text, tail text, nights boolean)`

/** A message that counts once; violates `device_messages_pkey` for a repeat. */
export const messageStatement = (
  region: number,
  deviceId: string,
  { key, kind }: { key: string; kind: Exclude<DeviceMessageKind, 'heartbeat'> },
  door: string,
): Sql => sql`
  insert into device_messages (region_id, device_id, key, kind, door, at) values (${region}, ${deviceId}::uuid, ${key}, ${kind}, ${door}, app_now())`

/** Any message is a sign of life; one with a battery that will do ends what its silence began. */
export const heardStatement = (
  region: number,
  id: string,
  { battery, isTest, isWell }: { battery: number | null; isTest: boolean; isWell: boolean },
): Sql => sql`
  update devices set heard_at = app_now(), battery = coalesce(${battery}::int, battery)
    ${isTest ? sql`, tested_at = app_now()` : sql``} ${isWell ? sql`, quiet_order_id = null, quiet_at = null` : sql``}
  where region_id = ${region} and id = ${id}::uuid`
