import type { NoticeKind } from '@linli/contract/notices/words'
import type { Listener, Listeners, OutboxEvent } from '../../kernel/outbox/listeners.ts'
import { deliverDue } from './actions/deliverDue.ts'
import { postNotices } from './actions/postNotices.ts'
import type { NoticesNeeds } from './needs.ts'
import {
  type OrderPeople,
  recipientsOf,
  type Told,
  toldByActivities,
  toldByCare,
  toldByDevices,
  toldByDuties,
  toldByMerchants,
  toldByOrder,
  toldByPartners,
  toldByPeople,
  toldByPoints,
  toldByPrivacy,
  toldByStaff,
  toldByStations,
  toldByVisits,
} from './rules/whoIsTold.ts'
import type { NewNotice } from './store.ts'

/** What happened to orders and points becomes notices for the people concerned. Safe to repeat: one notice an event and person. */
export function listenersOf(needs: NoticesNeeds): Listeners {
  const listener = (
    noticesOf: (event: OutboxEvent) => Promise<NewNotice[]>,
    concerns: (event: OutboxEvent) => boolean,
  ): Listener => ({
    concerns,
    hear: async (events) => {
      for (const [region, here] of Map.groupBy(events, ({ region }) => region)) {
        const notices = (await Promise.all(here.map(noticesOf))).flat()
        await postNotices(needs, region, notices)
        if (notices.length > 0) await deliverDue(needs, region)
      }
    },
  })
  return {
    'orders.*': listener(
      (event) => ofOrder(needs, event),
      ({ topic, payload }) => mayTell(toldByOrder(topic), payload),
    ),
    'points.*': listener(ofPoints, ({ topic }) => toldByPoints(topic) !== undefined),
    'privacy.*': listener(ofPeople(toldByPrivacy), ({ topic }) => toldByPrivacy(topic) !== undefined),
    'people.*': listener(ofPeople(toldByPeople), ({ topic }) => toldByPeople(topic) !== undefined),
    'duties.*': listener(ofPeople(toldByDuties), ({ topic }) => toldByDuties(topic) !== undefined),
    'activities.*': listener(
      ofPeople(toldByActivities),
      ({ topic }) => toldByActivities(topic) !== undefined,
    ),
    'care.*': listener(ofPeople(toldByCare), ({ topic }) => toldByCare(topic) !== undefined),
    'devices.*': listener(ofPeople(toldByDevices), ({ topic }) => toldByDevices(topic) !== undefined),
    'staff.*': listener(ofPeople(toldByStaff), ({ topic }) => toldByStaff(topic) !== undefined),
    'merchants.*': listener(ofPeople(toldByMerchants), ({ topic }) => toldByMerchants(topic) !== undefined),
    'partners.*': listener(ofPeople(toldByPartners), ({ topic }) => toldByPartners(topic) !== undefined),
    'stations.*': listener(ofPeople(toldByStations), ({ topic }) => toldByStations(topic) !== undefined),
    'visits.*': listener(
      ofVisits,
      ({ topic, payload }) => toldByVisits(topic) !== undefined && texts(payload['told']).length > 0,
    ),
  }
}

/** Whether a step can have anybody to tell: those who asked and did it themselves are told nothing. */
function mayTell(rows: readonly Told[], { people, actor }: OutboxEvent['payload']): boolean {
  if (rows.some(({ audience }) => audience !== 'askers')) return true
  return rows.length > 0 && texts(people).some((person) => person !== actor)
}

async function ofOrder(needs: NoticesNeeds, event: OutboxEvent): Promise<NewNotice[]> {
  const rows = toldByOrder(event.topic)
  if (rows.length === 0) return []
  const { id: orderId, number, once, year, told: named } = event.payload
  // Of no order, and said once however often it is found.
  if (typeof once === 'string' && typeof year === 'number')
    return texts(named).map((personId) => {
      return {
        personId,
        kind: 'yearUnknown',
        orderId: null,
        facts: { amount: year },
        dedupeKey: `${once}:${personId}`,
      }
    })
  if (typeof orderId !== 'string' || typeof number !== 'string')
    throw new Error('an event of orders came without id or number')
  const about = texts(event.payload.about)
  const told = recipientsOf(rows, await peopleOf(needs, event, rows))
  const recipients = told.filter(({ personId }) => !about.includes(personId))
  return recipients.map(({ personId, kind }) => {
    // Of what is overdue below them people hear once a day, unless it is an emergency: the queue shows which.
    if (kind === 'deadlineEscalated' && event.payload['urgency'] !== 'emergency') {
      const dedupeKey = `overdueBelow:${beijingDay(event.at)}:${personId}`
      return { personId, kind: 'overdueBelow', orderId: null, facts: {}, dedupeKey }
    }
    return { personId, kind, orderId, facts: { number }, dedupeKey: `${event.id}:${personId}` }
  })
}

async function ofPoints({
  id,
  topic,
  payload: { orderId, amount, number, people },
}: OutboxEvent): Promise<NewNotice[]> {
  const kind = toldByPoints(topic)
  if (!kind) return []
  const facts = {
    ...(typeof amount === 'number' ? { amount } : {}),
    ...(typeof number === 'string' ? { number } : {}),
  }
  return texts(people).map((personId) => {
    return { kind, orderId: text(orderId), facts, personId, dedupeKey: `${id}:${personId}` }
  })
}

/** What tells the people that the event names, with no facts of its own. */
const ofPeople =
  (toldBy: (topic: string) => NoticeKind | undefined) =>
  async ({ id, topic, payload: { people } }: OutboxEvent): Promise<NewNotice[]> => {
    const kind = toldBy(topic)
    if (!kind) return []
    return texts(people).map((personId) => {
      return { kind, orderId: null, facts: {}, personId, dedupeKey: `${id}:${personId}` }
    })
  }

/**
 * Visits come in parts all day: of them the second person hears once a day by Beijing's clock, and so does whoever named
 * them of each answer. `told` is who hears of it, `left` how many doors.
 */
async function ofVisits({ id, topic, payload: { told, left }, at }: OutboxEvent): Promise<NewNotice[]> {
  const kind = toldByVisits(topic)
  if (!kind) return []
  const day = beijingDay(at)
  const about = kind.startsWith('visitCompanion') ? `${kind}:${day}` : id
  const facts = typeof left === 'number' ? { amount: left } : {}
  return texts(told).map((personId) => {
    return { kind, orderId: null, facts, personId, dedupeKey: `${about}:${personId}` }
  })
}

const beijingDay = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

/** Reads the people from the event; a team's, a unit's or the pool's only where a row speaks to them. */
async function peopleOf(
  needs: NoticesNeeds,
  { region, payload }: OutboxEvent,
  rows: readonly Told[],
): Promise<OrderPeople> {
  const to = (audience: Told['audience']) => rows.some((row) => row.audience === audience)
  const assignee = assigneeOf(payload.assignee)
  const [teams, units] = [assignee.teamId, assignee.unitId].map((id) => (id ? [id] : []))
  const asMembers = to('doers') && !assignee.personId && (assignee.teamId ?? assignee.unitId) !== null
  return {
    actor: text(payload.actor),
    people: texts(payload.people),
    assignee: assignee.personId,
    members: asMembers ? await needs.membersOf(region, { teams: teams ?? [], units: units ?? [] }) : [],
    called:
      to('called') && texts(payload['called']).length > 0
        ? await needs.membersOf(region, { teams: [], units: texts(payload['called']) })
        : [],
    named: texts(payload['told']),
    above: texts(payload['above']),
    helpers: to('pool') ? await needs.helpersAsked(region, text(payload.id) ?? '') : [],
  }
}

function assigneeOf(value: unknown) {
  const of = typeof value === 'object' && value !== null ? value : {}
  const pick = (key: string): string | null => text(Object.getOwnPropertyDescriptor(of, key)?.value)
  return { personId: pick('personId'), teamId: pick('teamId'), unitId: pick('unitId') }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
