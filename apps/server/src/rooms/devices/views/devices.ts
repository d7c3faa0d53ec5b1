import type { DeviceRule } from '@linli/contract'
import type { DeviceRow, DeviceView } from '@linli/contract/devices/shapes'
import type {
  ContactKind,
  DeviceKind,
  DeviceState,
  Language,
  PressOutcome,
  PressStage,
} from '@linli/contract/devices/words'
import sql, { empty } from 'sql-template-tag'
import { type Actor, rangesOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { maskName, maskPhone } from '../../../kernel/policy/mask.ts'
import { fullName, inRanges } from '../../places/index.ts'
import { KEEPERS } from '../policy.ts'
import { isLow, isSilent } from '../store/quiet.ts'

type Read = Row & {
  id: string
  serial: string
  kind: DeviceKind
  model: string
  state: DeviceState
  areaName: string
  room: string | null
  name: string | null
  battery: number | null
  heardAt: string | null
  testedAt: string | null
  isSilent: boolean
  isLow: boolean
}
const columns = (
  rule: DeviceRule,
) => sql`d.id, d.serial, d.kind, d.model, d.state, ${fullName('d.region_id', 'd.path')} as "areaName", h.room, w.name,
  d.battery, d.heard_at as "heardAt", d.tested_at as "testedAt", ${isSilent(rule)} as "isSilent", ${isLow(rule)} as "isLow"`
const FROM = sql`from devices d left join people w on w.region_id = d.region_id and w.id = d.person_id
  left join households h on h.region_id = d.region_id and h.id = d.household_id`

const rowOf = ({ name, room, ...row }: Read): DeviceRow => ({
  ...row,
  name: maskName(name),
  room: room ?? '',
})

type Wanted = { readonly state?: DeviceState; readonly quiet?: boolean; readonly serial?: string }

/** Devices where the reader answers for them, by serial number. */
export async function devicesIn(
  db: Database,
  me: Actor,
  rule: DeviceRule,
  wanted: Wanted,
  limit: number,
  after: string | undefined,
): Promise<DeviceRow[]> {
  const rows = await db.read<Read>(
    systemScope(me.region),
    sql`select ${columns(rule)} ${FROM}
    where d.region_id = ${me.region} and ${inRanges('d.path', rangesOf(me, ['intake', ...KEEPERS]))}
      ${wanted.state ? sql`and d.state = ${wanted.state}` : empty}
      ${wanted.quiet ? sql`and (${isSilent(rule)} or ${isLow(rule)})` : empty}
      ${wanted.serial ? sql`and strpos(lower(d.serial), ${wanted.serial.toLowerCase()}) > 0` : empty}
      ${after ? sql`and d.serial > ${after}` : empty}
    order by d.serial limit ${limit}`,
  )
  return rows.map(rowOf)
}

type One = Read & {
  version: number
  path: string
  personId: string | null
  householdId: string | null
  language: Language | null
  phoneTail: string | null
  boundAt: string | null
  keyAt: string | null
}

/** One device with its contacts, holders and presses; numbers masked. */
export async function deviceView(
  db: Database,
  region: number,
  rule: DeviceRule,
  id: string,
): Promise<DeviceView | undefined> {
  const scope = systemScope(region)
  const [[row], contacts, bindings, presses] = await Promise.all([
    db.read<One>(
      scope,
      sql`select ${columns(rule)}, d.version, d.path, d.person_id as "personId", d.household_id as "householdId", d.language,
        coalesce(d.phone_tail, w.phone_tail) as "phoneTail", d.bound_at as "boundAt", d.key_at as "keyAt"
      ${FROM} where d.region_id = ${region} and d.id = ${id}::uuid`,
    ),
    db.read<Row & { kind: ContactKind; name: string; tail: string; nights: boolean }>(
      scope,
      sql`select kind, name, phone_tail as tail, nights from device_contacts where region_id = ${region} and device_id = ${id}::uuid order by place`,
    ),
    db.read<Row & { name: string; from: string; to: string | null }>(
      scope,
      sql`select w.name, b.from_at as "from", b.to_at as "to" from device_bindings b join people w on w.region_id = b.region_id and w.id = b.person_id
      where b.region_id = ${region} and b.device_id = ${id}::uuid order by b.from_at desc limit 20`,
    ),
    db.read<Row & { id: string; at: string; stage: PressStage; outcome: PressOutcome | null }>(
      scope,
      sql`select id, pressed_at as at, stage, outcome from device_presses where region_id = ${region} and device_id = ${id}::uuid order by pressed_at desc limit 20`,
    ),
  ])
  if (!row) return undefined
  const { phoneTail, keyAt, version, path, personId, householdId, language, boundAt, ...rest } = row
  return {
    ...rowOf(rest),
    version,
    path,
    personId,
    householdId,
    language,
    boundAt,
    keyAt,
    hasKey: keyAt !== null,
    phone: maskPhone(phoneTail),
    contacts: contacts.map(({ name, tail, ...contact }) => ({
      ...contact,
      name: maskName(name) ?? '',
      phone: maskPhone(tail),
    })),
    bindings: bindings.map(({ name, ...binding }) => ({ ...binding, name: maskName(name) ?? '' })),
    presses,
  }
}
