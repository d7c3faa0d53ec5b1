import type { CareRhythm } from '@linli/contract'
import type { CareLine, CareRow, CareView, MyCare } from '@linli/contract/care/shapes'
import type { CareEnding, CareSide, ContactOutcome } from '@linli/contract/care/words'
import sql, { empty } from 'sql-template-tag'
import { type Actor, covers, rangesOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { fullName, inRanges } from '../../places/index.ts'
import { DESK } from '../policy.ts'
import { dueIn } from '../rules/rhythm.ts'
import { TODAY } from '../store/plans.ts'

type LineRow = { rhythm: string; dueAt: string; step: number; orderId: string | null }
type PlanRow = Row & {
  id: string
  personId: string
  householdId: string
  name: string
  path: string
  areaName: string
  room: string
  carerId: string
  carer: string
  from: string
  until: string
  agreedAt: string | null
  agreedBy: string | null
  endedAt: string | null
  ending: CareEnding | null
  lastSeenAt: string | null
  version: number
  now: string
  isWard: boolean
  isDeputy: boolean
  lines: LineRow[]
}

/** A plan with its lines and how `me` stands to it; the room's own hand reads, the caller decides who may see. */
const columns = (me: string) => sql`
  p.id, p.person_id as "personId", p.household_id as "householdId", w.name, p.path, ${fullName('p.region_id', 'p.path')} as "areaName", h.room, p.carer_id as "carerId",
  coalesce(c.name, '') as carer, p.from_on as "from", p.until_on as "until", p.agreed_at as "agreedAt", p.agreed_by as "agreedBy",
  p.ended_at as "endedAt", p.ending, app_now() as now, p.last_seen_at as "lastSeenAt", p.version,
  exists (select from card_members k where k.region_id = p.region_id and k.household_id = p.household_id and k.person_id = p.person_id
    and k.guardian_id = ${me}::uuid and k.minor_until > ${TODAY}) as "isWard",
  exists (select from care_deputies d where d.region_id = p.region_id and d.plan_id = p.id and d.person_id = ${me}::uuid) as "isDeputy",
  coalesce((select jsonb_agg(jsonb_build_object('rhythm', l.rhythm, 'dueAt', to_char(l.due_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'step', l.step, 'orderId', l.order_id)
      order by l.due_at, l.rhythm) from care_lines l where l.region_id = p.region_id and l.plan_id = p.id), '[]'::jsonb) as lines`
const FROM = sql`from care_plans p join people w on w.region_id = p.region_id and w.id = p.person_id
  join households h on h.region_id = p.region_id and h.id = p.household_id
  left join people c on c.region_id = p.region_id and c.id = p.carer_id`

const linesOf = (rhythms: readonly CareRhythm[], lines: readonly LineRow[], now: number): CareLine[] =>
  lines.flatMap(({ rhythm, dueAt, step, orderId }) => {
    const terms = rhythms.find(({ key }) => key === rhythm)
    if (!terms) return []
    const { name, needs } = terms
    const isWaiting = Date.parse(dueAt) <= dueIn(terms, now)
    return [{ rhythm, name, needs, dueAt, isWaiting, isMissed: step > 0, orderId }]
  })

/** @param isOwn the person's and the guardian's own pages name everybody; to all others names are masked */
const rowOf = (row: PlanRow, rhythms: readonly CareRhythm[], isOwn: boolean): CareRow => ({
  id: row.id,
  name: isOwn ? row.name : (maskName(row.name) ?? ''),
  areaName: row.areaName,
  room: row.room,
  carer: isOwn ? row.carer : (maskName(row.carer) ?? ''),
  from: row.from,
  until: row.until,
  isAgreed: row.agreedAt !== null,
  endedAt: row.endedAt,
  ending: row.ending,
  lines: linesOf(rhythms, row.lines, Date.parse(row.now)),
})

/** How somebody stands to a plan; undefined where it is none of theirs. */
export function sideOf(
  me: Actor,
  plan: Pick<PlanRow, 'personId' | 'carerId' | 'path' | 'isWard' | 'isDeputy'>,
): CareSide | undefined {
  if (plan.isWard) return 'ward'
  if (plan.personId === me.personId) return 'mine'
  if (plan.carerId === me.personId) return 'carer'
  if (plan.isDeputy) return 'deputy'
  return DESK.some((role) => covers(me, role, plan.path)) ? 'desk' : undefined
}

/** A plan as it stands, whoever asks: the caller decides by `sideOf`. */
export async function planById(
  db: Database,
  region: number,
  id: string,
  me: string,
): Promise<PlanRow | undefined> {
  const [row] = await db.read<PlanRow>(
    systemScope(region),
    sql`select ${columns(me)} ${FROM} where p.region_id = ${region} and p.id = ${id}::uuid`,
  )
  return row
}

/** Plans whose home lies where the reader arranges care, the newest first. */
export async function plansIn(
  db: Database,
  me: Actor,
  rhythms: readonly CareRhythm[],
  limit: number,
  after: string | undefined,
): Promise<CareRow[]> {
  const rows = await db.read<PlanRow>(
    systemScope(me.region),
    sql`select ${columns(me.personId)} ${FROM}
    where p.region_id = ${me.region} and ${inRanges('p.path', rangesOf(me, DESK))} and p.ended_at is null
      and p.person_id <> ${me.personId}::uuid ${after ? sql`and p.id < ${after}::uuid` : empty}
    order by p.id desc limit ${limit}`,
  )
  return rows.map((row) => rowOf(row, rhythms, false))
}

type ContactRow = Row & {
  id: string
  rhythm: string
  outcome: ContactOutcome
  at: string
  by: string
  orders: string[]
}
type StandInRow = Row & { id: string; from: string; to: string; takenBy: string | null; isMine: boolean }

/** Everything of one plan for whoever stands to it. */
export async function careView(
  db: Database,
  me: Actor,
  rhythms: readonly CareRhythm[],
  row: PlanRow,
  side: CareSide,
): Promise<CareView> {
  const { region } = me
  const isOwn = side === 'mine' || side === 'ward'
  const shown = (name: string | null): string => (isOwn ? (name ?? '') : (maskName(name) ?? ''))
  const scope = systemScope(region)
  const [contacts, standIns, deputies] = await Promise.all([
    db.read<ContactRow>(
      scope,
      sql`select k.id, k.rhythm, k.outcome, k.device_at as at, coalesce(b.name, '') as by, k.order_ids as orders
      from care_contacts k left join people b on b.region_id = k.region_id and b.id = k.by_person
      where k.region_id = ${region} and k.plan_id = ${row.id}::uuid order by k.device_at desc, k.id desc limit 60`,
    ),
    db.read<StandInRow>(
      scope,
      sql`select s.id, s.from_on as "from", s.to_on as "to", b.name as "takenBy", coalesce(s.taken_by = ${me.personId}::uuid, false) as "isMine"
      from care_stand_ins s left join people b on b.region_id = s.region_id and b.id = s.taken_by
      where s.region_id = ${region} and s.plan_id = ${row.id}::uuid and s.to_on >= ${TODAY} order by s.from_on, s.id limit 20`,
    ),
    db.read<Row & { personId: string; name: string }>(
      scope,
      sql`select d.person_id as "personId", b.name from care_deputies d join people b on b.region_id = d.region_id and b.id = d.person_id
      where d.region_id = ${region} and d.plan_id = ${row.id}::uuid order by d.person_id`,
    ),
  ])
  const isOpen = row.endedAt === null
  return {
    ...rowOf(row, rhythms, isOwn),
    version: row.version,
    side,
    deputies: deputies.map(({ name }) => shown(name)),
    lastSeenAt: row.lastSeenAt,
    contacts: contacts.map((contact) => ({
      ...contact,
      rhythm: rhythms.find(({ key }) => key === contact.rhythm)?.name ?? {
        zh: contact.rhythm,
        en: contact.rhythm,
      },
      by: shown(contact.by),
    })),
    standIns: standIns.map((one) => ({ ...one, takenBy: one.takenBy === null ? null : shown(one.takenBy) })),
    mayAnswer: isOpen && isOwn && row.agreedAt === null,
    mayEnd: isOpen && (isOwn || side === 'desk'),
    change:
      isOpen && side === 'desk'
        ? {
            householdId: row.householdId,
            carerId: row.carerId,
            deputies: deputies.map(({ personId }) => personId),
          }
        : null,
    mayHandOver: isOpen && side === 'carer' && row.agreedAt !== null,
  }
}

/** Whom one cares for now (also as today's stand-in), the plans for oneself and one's wards, and days one may take over. */
export async function myCare(db: Database, me: Actor, rhythms: readonly CareRhythm[]): Promise<MyCare> {
  const { region, personId } = me
  const scope = systemScope(region)
  const [carer, own, open] = await Promise.all([
    db.read<PlanRow>(
      scope,
      sql`select ${columns(personId)} ${FROM}
      where p.region_id = ${region} and p.ended_at is null and p.agreed_at is not null and p.from_on <= ${TODAY} and p.until_on >= ${TODAY}
        and p.id in (select m.id from care_plans m where m.region_id = ${region} and m.carer_id = ${personId}::uuid and m.ended_at is null
          union select s.plan_id from care_stand_ins s where s.region_id = ${region} and s.taken_by = ${personId}::uuid and ${TODAY} between s.from_on and s.to_on
          union select d.plan_id from care_deputies d join care_lines l on l.region_id = d.region_id and l.plan_id = d.plan_id and l.step >= 2
            where d.region_id = ${region} and d.person_id = ${personId}::uuid)
      order by p.id limit 200`,
    ),
    db.read<PlanRow>(
      scope,
      sql`select ${columns(personId)} ${FROM}
      where p.region_id = ${region} and (p.ended_at is null or p.ended_at > app_now() - interval '30 days')
        and p.id in (select m.id from care_plans m where m.region_id = ${region} and m.person_id = ${personId}::uuid
          union select m.id from card_members k join care_plans m on m.region_id = k.region_id and m.person_id = k.person_id
            where k.region_id = ${region} and k.guardian_id = ${personId}::uuid and k.minor_until > ${TODAY})
      order by p.id desc limit 20`,
    ),
    db.read<Row & MyCare['open'][number]>(
      scope,
      sql`select s.id, s.plan_id as "planId", ${fullName('p.region_id', 'p.path')} as "areaName", s.from_on as "from", s.to_on as "to", coalesce(c.name, '') as carer
      from care_deputies d join care_stand_ins s on s.region_id = d.region_id and s.plan_id = d.plan_id and s.taken_by is null and s.to_on >= ${TODAY}
        join care_plans p on p.region_id = s.region_id and p.id = s.plan_id and p.ended_at is null
        left join people c on c.region_id = p.region_id and c.id = p.carer_id
      where d.region_id = ${region} and d.person_id = ${personId}::uuid order by s.from_on, s.id limit 30`,
    ),
  ])
  return {
    carer: carer.map((row) => ({ ...rowOf(row, rhythms, false), path: row.path })),
    own: own
      .filter((row) => row.personId === personId || row.isWard)
      .map((row) => ({
        ...rowOf(row, rhythms, true),
        side: row.isWard ? ('ward' as const) : ('mine' as const),
        mayAnswer: row.endedAt === null && row.agreedAt === null,
      })),
    open: open.map((one) => ({ ...one, carer: maskName(one.carer) ?? '' })),
  }
}

/** What the alarm's order says of the plan it comes from. */
export async function orderFactsOf(db: Database, region: number, id: string) {
  const [row] = await db.read<
    Row & {
      path: string
      areaName: string
      room: string
      name: string
      personId: string
      agreedBy: string
      byPerson: string
    }
  >(
    systemScope(region),
    sql`select p.path, ${fullName('p.region_id', 'p.path')} as "areaName", h.room, w.name, p.person_id as "personId", p.agreed_by as "agreedBy", p.by_person as "byPerson"
    ${FROM} where p.region_id = ${region} and p.id = ${id}::uuid and p.agreed_by is not null`,
  )
  return row
}
