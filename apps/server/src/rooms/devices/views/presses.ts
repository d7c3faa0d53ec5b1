import { type CatalogueItem, codesOf } from '@linli/contract'
import type { PressRow, PressView } from '@linli/contract/devices/shapes'
import {
  type AskedAs,
  type EmergencyCause,
  type EmergencyService,
  type Language,
  PRESS_STEPS,
  type PressAnswer,
  type PressOutcome,
  type PressStage,
  type PressStep,
} from '@linli/contract/devices/words'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { fullName, inRanges } from '../../places/index.ts'
import type { DeviceNeeds } from '../needs.ts'
import { DESK } from '../policy.ts'
import { contactContext } from '../store/devices.ts'

type Read = Row & {
  id: string
  version: number
  stage: PressStage
  name: string
  language: Language | null
  areaName: string
  room: string | null
  presses: number
  pressedAt: string
  lastAt: string
  isCancelled: boolean
  takenById: string | null
  takenBy: string | null
  nextAt: string | null
  cause: EmergencyCause | null
  emergencyAt: string | null
  wave: number
  asked: number
  going: string | null
  isThere: boolean
  ringAt: string | null
  outcome: PressOutcome | null
  endedAt: string | null
  orderId: string
  orderNumber: string
  isMine: boolean
}

const columns = (
  me: string,
) => sql`p.id, p.version, p.stage, w.name, d.language, ${fullName('p.region_id', 'p.path')} as "areaName", h.room, p.presses,
  p.pressed_at as "pressedAt", p.last_at as "lastAt", p.taken_by as "takenById", t.name as "takenBy", p.next_at as "nextAt", p.why as cause,
  p.emergency_at as "emergencyAt", p.wave, g.name as going, p.ring_at as "ringAt", p.outcome, p.ended_at as "endedAt", p.order_id as "orderId", o.number as "orderNumber",
  coalesce(o.assignee_person_id = ${me}::uuid, false) as "isMine",
  exists (select from device_press_steps s where s.region_id = p.region_id and s.press_id = p.id and s.verb = 'cancelled') as "isCancelled",
  (select count(*)::int from device_press_asked a where a.region_id = p.region_id and a.press_id = p.id) as asked,
  exists (select from device_press_asked a where a.region_id = p.region_id and a.press_id = p.id and a.answer = 'there') as "isThere"`
const FROM = sql`from device_presses p
  join devices d on d.region_id = p.region_id and d.id = p.device_id
  join people w on w.region_id = p.region_id and w.id = p.person_id
  join orders o on o.region_id = p.region_id and o.id = p.order_id
  left join households h on h.region_id = d.region_id and h.id = d.household_id
  left join people t on t.region_id = p.region_id and t.id = p.taken_by
  left join people g on g.region_id = p.region_id and g.id = p.going_by`

/** @param isDesk whoever answers for the area reads its order too; of the others only who has it */
const rowOf = (
  me: Actor,
  { name, takenById, takenBy, going, room, isMine, orderId, orderNumber, ...row }: Read,
  isDesk: boolean,
): PressRow => ({
  ...row,
  name: maskName(name) ?? '',
  room: room ?? '',
  takenBy: maskName(takenBy),
  takenByMe: takenById === me.personId,
  going: maskName(going),
  ...(isDesk || isMine ? { orderId, orderNumber } : { orderId: null, orderNumber: null }),
})

/** Emergencies first, then who waits longest: the next to be called stands on top. */
export async function livePresses(db: Database, me: Actor, limit: number): Promise<PressRow[]> {
  const rows = await db.read<Read>(
    systemScope(me.region),
    sql`select ${columns(me.personId)} ${FROM} where p.region_id = ${me.region} and p.ended_at is null and ${inRanges('p.path', rangesOf(me, DESK))}
    order by p.stage = 'emergency' desc, p.ring_at nulls last, p.taken_by is not null, p.pressed_at, p.id limit ${limit}`,
  )
  return rows.map((row) => rowOf(me, row, true))
}

/** Those that have ended, the newest first. */
export async function pastPresses(
  db: Database,
  me: Actor,
  limit: number,
  after: readonly [at: string, id: string] | undefined,
): Promise<PressRow[]> {
  const rows = await db.read<Read>(
    systemScope(me.region),
    sql`select ${columns(me.personId)} ${FROM} where p.region_id = ${me.region} and p.ended_at is not null and ${inRanges('p.path', rangesOf(me, DESK))}
      ${after ? sql`and (p.pressed_at, p.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by p.pressed_at desc, p.id desc limit ${limit}`,
  )
  return rows.map((row) => rowOf(me, row, true))
}

/** Emergencies that somebody is asked to go to. */
export async function pressesAskedOf(db: Database, me: Actor): Promise<PressRow[]> {
  const rows = await db.read<Read>(
    systemScope(me.region),
    sql`select ${columns(me.personId)} ${FROM} join device_press_asked a on a.region_id = p.region_id and a.press_id = p.id and a.person_id = ${me.personId}::uuid
    where p.region_id = ${me.region} and p.ended_at is null order by a.asked_at desc limit 20`,
  )
  return rows.map((row) => rowOf(me, row, false))
}

type PersonRow = Row & { name: string; as: AskedAs; wave: number; answer: PressAnswer | null; isMe: boolean }
type StepRow = Row & {
  id: string
  verb: PressStep
  at: string
  by: string | null
  wave: number | null
  people: number | null
  service: EmergencyService | null
}

/** Steps of one moment, as they follow from one another. */
const ORDER = codesOf(PRESS_STEPS)

/** Everything of one press, for whoever may see it; who else was asked is the desk's to see. */
export async function pressView(
  db: Database,
  me: Actor,
  id: string,
  isDesk: boolean,
  items: readonly CatalogueItem[],
): Promise<PressView | undefined> {
  const scope = systemScope(me.region)
  const of = (columns: Sql): Sql =>
    sql`${columns} where x.region_id = ${me.region} and x.press_id = ${id}::uuid`
  const [[row], people, steps] = await Promise.all([
    db.read<Read>(
      scope,
      sql`select ${columns(me.personId)} ${FROM} where p.region_id = ${me.region} and p.id = ${id}::uuid`,
    ),
    db.read<PersonRow>(
      scope,
      sql`${of(sql`select w.name, x.why as "as", x.wave, x.answer, x.person_id = ${me.personId}::uuid as "isMe"
        from device_press_asked x join people w on w.region_id = x.region_id and w.id = x.person_id`)} order by x.wave, w.name, x.person_id`,
    ),
    db.read<StepRow>(
      scope,
      sql`${of(sql`select x.id, x.verb, x.at, w.name as by, x.wave, x.people, x.service
        from device_press_steps x left join people w on w.region_id = x.region_id and w.id = x.by_person`)} order by x.at, x.id limit 200`,
    ),
  ])
  if (!row) return undefined
  const mine = people.find(({ isMe }) => isMe)
  return {
    ...rowOf(me, row, isDesk),
    isDesk,
    askedAs: mine?.as ?? null,
    answer: mine?.answer ?? null,
    people: isDesk
      ? people.map(({ as, wave, answer, name }) => ({ as, wave, answer, name: maskName(name) ?? '' }))
      : [],
    steps: steps
      .toSorted((a, b) => a.at.localeCompare(b.at) || ORDER.indexOf(a.verb) - ORDER.indexOf(b.verb))
      .map((step) => ({ ...step, by: maskName(step.by) })),
    items: isDesk ? items.filter(({ grabbable }) => grabbable).map(({ key, name }) => ({ key, name })) : [],
  }
}

/** Names and numbers of the contacts in clear and in their order: for a recorded look. */
export async function contactNumbers(
  { db, crypto }: Pick<DeviceNeeds, 'db' | 'crypto'>,
  region: number,
  deviceId: string,
) {
  const rows = await db.read<{
    id: string
    kind: 'family' | 'neighbour'
    name: string
    cipher: string
    nights: boolean
  }>(
    systemScope(region),
    sql`select id, kind, name, phone_cipher as cipher, nights from device_contacts
    where region_id = ${region} and device_id = ${deviceId}::uuid order by place`,
  )
  return rows.map(({ id, cipher, ...contact }) => ({
    ...contact,
    phone: crypto.decryptField(cipher, contactContext(region, id)),
  }))
}
