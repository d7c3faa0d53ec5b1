import type {
  AskedAs,
  EmergencyCause,
  EmergencyService,
  PressAnswer,
  PressOutcome,
  PressStage,
  PressStep,
  SeenHow,
} from '@linli/contract/devices/words'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'

export type PressFacts = {
  readonly id: string
  readonly version: number
  readonly stage: PressStage
  readonly deviceId: string
  readonly personId: string
  readonly householdId: string | null
  readonly path: string
  readonly orderId: string
  readonly wave: number
  readonly takenBy: string | null
  readonly goingBy: string | null
}
const FACTS = sql`p.id, p.version, p.stage, p.device_id as "deviceId", p.person_id as "personId", d.household_id as "householdId", p.path, p.order_id as "orderId",
  p.wave, p.taken_by as "takenBy", p.going_by as "goingBy"`
const FROM = sql`from device_presses p join devices d on d.region_id = p.region_id and d.id = p.device_id`

/** A press as it stands, whoever asks, and what was asked of them: the caller decides who may see. */
export async function pressById(
  db: Database,
  region: number,
  id: string,
  me: string,
): Promise<(PressFacts & { askedAs: AskedAs | null; answer: PressAnswer | null }) | undefined> {
  const [row] = await db.read<Row & PressFacts & { askedAs: AskedAs | null; answer: PressAnswer | null }>(
    systemScope(region),
    sql`select ${FACTS}, a.why as "askedAs", a.answer ${FROM}
      left join device_press_asked a on a.region_id = p.region_id and a.press_id = p.id and a.person_id = ${me}::uuid
    where p.region_id = ${region} and p.id = ${id}::uuid`,
  )
  return row
}

export const AT_ONCE = 50
/** Presses whose silence is to be answered now. */
export const duePresses = (db: Database, region: number): Promise<PressFacts[]> =>
  db.read<Row & PressFacts>(
    systemScope(region),
    sql`select ${FACTS} ${FROM} where p.region_id = ${region} and p.ended_at is null and p.next_at <= app_now()
    order by p.next_at limit ${AT_ONCE}`,
  )

/** Violates `device_presses_live` when one lives already. */
export const insertPress = (
  region: number,
  press: { id: string; deviceId: string; personId: string; path: string; orderId: string; seconds: number },
): Sql => sql`
  insert into device_presses (region_id, id, device_id, person_id, path, order_id, stage, presses, pressed_at, last_at, next_at, wave, version)
  values (${region}, ${press.id}::uuid, ${press.deviceId}::uuid, ${press.personId}::uuid, ${press.path}, ${press.orderId}::uuid, 'calling', 1, app_now(), app_now(),
    app_now() + make_interval(secs => ${press.seconds}::int), 0, 1)`

/** Pressing again joins what lives; refuses `pressEnded` when it has just ended. */
export const joinStatement = (region: number, id: string): Sql => sql`
  with joined as (update device_presses set presses = presses + 1, last_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and ended_at is null returning 1)
  select case when exists (select from joined) then '' else refuse('pressEnded')::text end`

/** Moves a press on if nobody did since it was read; refuses `pressMoved`. */
const moved = (region: number, { id, version }: Pick<PressFacts, 'id' | 'version'>, set: Sql): Sql => sql`
  with moved as (update device_presses set ${set}, version = version + 1
    where region_id = ${region} and id = ${id}::uuid and version = ${version} and ended_at is null returning 1)
  select case when exists (select from moved) then '' else refuse('pressMoved')::text end`

const inSeconds = (seconds: number): Sql => sql`app_now() + make_interval(secs => ${seconds}::int)`

export const takeStatement = (region: number, press: PressFacts, by: string, seconds: number): Sql =>
  moved(region, press, sql`taken_by = ${by}::uuid, taken_at = app_now(), next_at = ${inSeconds(seconds)}`)

export const raiseStatement = (
  region: number,
  press: PressFacts,
  why: EmergencyCause,
  seconds: number,
): Sql =>
  moved(
    region,
    press,
    sql`stage = 'emergency', why = ${why}, emergency_at = app_now(), wave = 1, next_at = ${inSeconds(seconds)}`,
  )

export const widenStatement = (region: number, press: PressFacts, seconds: number): Sql =>
  moved(region, press, sql`wave = wave + 1, next_at = ${inSeconds(seconds)}`)

/** Everybody was asked and nobody goes: somebody must be rung up. */
export const ringStatement = (region: number, press: PressFacts): Sql =>
  moved(region, press, sql`ring_at = app_now(), next_at = null`)

/** Whoever went has not arrived in time: the next wave goes on. */
export const lostStatement = (region: number, press: PressFacts): Sql =>
  moved(region, press, sql`going_by = null, going_at = null, next_at = app_now()`)

export const goingStatement = (region: number, press: PressFacts, by: string, seconds: number): Sql =>
  moved(
    region,
    press,
    sql`going_by = coalesce(going_by, ${by}::uuid), going_at = coalesce(going_at, app_now()), ring_at = null, next_at = ${inSeconds(seconds)}`,
  )
/** Somebody is at the door: no clock runs any more but that of the order. */
export const thereStatement = (region: number, press: PressFacts, by: string): Sql =>
  moved(
    region,
    press,
    sql`going_by = ${by}::uuid, going_at = coalesce(going_at, app_now()), ring_at = null, next_at = null`,
  )

export const endStatement = (
  region: number,
  press: PressFacts,
  by: string,
  outcome: PressOutcome,
  seen?: SeenHow,
): Sql =>
  moved(
    region,
    press,
    sql`stage = 'ended', outcome = ${outcome}, ended_at = app_now(), ended_by = ${by}::uuid, next_at = null, ring_at = null
      ${seen ? sql`, seen_by = ${by}::uuid, seen_how = ${seen}` : sql``}`,
  )

/** A press that only waited for its call ends with its order. @returns nothing when there is none */
export const settleStatement = (region: number, orderId: string): Sql => sql`
  with settled as (update device_presses set stage = 'ended', outcome = 'settled', ended_at = app_now(), next_at = null, version = version + 1
    where region_id = ${region} and order_id = ${orderId}::uuid and stage = 'calling' and ended_at is null returning id, person_id)
  insert into device_press_steps (region_id, id, press_id, holder_id, verb, at) select ${region}::int, ${newId()}::uuid, id, person_id, 'ended', app_now() from settled`

export const testedStatement = (region: number, deviceId: string): Sql =>
  sql`update devices set tested_at = app_now() where region_id = ${region} and id = ${deviceId}::uuid`

type Step = {
  readonly by?: string
  readonly wave?: number
  readonly people?: number
  readonly service?: EmergencyService
}
/** What was done, for the history. */
export const stepStatement = (
  region: number,
  press: Pick<PressFacts, 'id' | 'personId'>,
  verb: PressStep,
  { by, wave, people, service }: Step = {},
): Sql => sql`
  insert into device_press_steps (region_id, id, press_id, holder_id, verb, by_person, wave, people, service, at)
  values (${region}, ${newId()}, ${press.id}::uuid, ${press.personId}::uuid, ${verb}, ${by ?? null}::uuid, ${wave ?? null}::int, ${people ?? null}::int, ${service ?? null}, app_now())`

export type Asked = { readonly personId: string; readonly why: AskedAs }
/** Those who are asked; whoever was asked in an earlier wave stays as they were. */
export const askStatement = (
  region: number,
  press: Pick<PressFacts, 'id' | 'personId'>,
  wave: number,
  asked: readonly Asked[],
): Sql => sql`
  insert into device_press_asked (region_id, press_id, person_id, holder_id, wave, why, asked_at)
  select ${region}::int, ${press.id}::uuid, n.person, ${press.personId}::uuid, ${wave}::int, n.why, app_now()
  from unnest(${asked.map(({ personId }) => personId)}::uuid[], ${asked.map(({ why }) => why)}::text[]) as n(person, why)
  on conflict (region_id, press_id, person_id) do nothing`

export const answerStatement = (region: number, id: string, by: string, answer: PressAnswer): Sql => sql`
  update device_press_asked set answer = ${answer}, answered_at = app_now() where region_id = ${region} and press_id = ${id}::uuid and person_id = ${by}::uuid`

/** Who was asked and has said nothing yet. */
export const silentOf = (db: Database, region: number, id: string): Promise<{ personId: string }[]> =>
  db.read(
    systemScope(region),
    sql`select person_id as "personId" from device_press_asked where region_id = ${region} and press_id = ${id}::uuid and answer is null`,
  )

export const askedOf = (db: Database, region: number, id: string): Promise<{ personId: string }[]> =>
  db.read(
    systemScope(region),
    sql`select person_id as "personId" from device_press_asked where region_id = ${region} and press_id = ${id}::uuid`,
  )
