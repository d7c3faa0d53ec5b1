import { keptBySender, type Role, TRANSITIONS, type Transition } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import sql from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { maskName, maskPhone } from '../../../kernel/policy/mask.ts'
import { demand, type FieldRule, fits, visibility } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { askerOf, guardContext } from '../actions/takeStep.ts'
import type { OrderNeeds } from '../needs.ts'
import { orderFields, orderPolicy } from '../policy.ts'
import { hidesAddress, hidesContact } from '../rules/contact.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { couldPass } from '../rules/guards.ts'
import { standingTo } from '../rules/standing.ts'
import { withoutTold } from '../rules/toldClocks.ts'
import { ASK_COLUMNS } from '../store/factColumns.ts'
import { addressContext, type LoadedOrder } from '../store/order.ts'
import { ALL_CLOCKS, type ReadClock, toClock } from './clocks.ts'
import { type ListedOrder, ROW_COLUMNS, ROW_FROM, toRow } from './rows.ts'

type Timeline = {
  version: number
  verb: string
  at: string
  toState: OrderView['state']
  actorRole: Role | 'system'
  actorName: string | null
  facts: Record<string, string | number | boolean | null>
  remarks: { text: string; audience: string }[]
  photos: string[]
}
type Detail = ListedOrder &
  Omit<LoadedOrder, 'clocks'> & {
    detail: string
    addressCipher: string | null
    contactName: string | null
    phoneTail: string | null
    voice: string | null
    clocks: ReadClock[]
    timeline: Timeline[]
    photos: string[]
    rating: OrderView['rating']
    slug: string | null
    asked: { by: string | null; unit: string | null } | null
    called: OrderView['calls']
    mergedOrder: OrderView['mergedInto']
    merged: OrderView['merged']
    sender: { name: string; number: string } | null
  }

/** Everything one reader may see of one order, and the buttons that make sense for that reader now. @throws notFound, forbidden */
export async function orderPage(
  needs: OrderNeeds,
  actor: Actor,
  id: string,
  language: 'zh' | 'en',
  link: string,
): Promise<OrderView> {
  const [row] = await needs.db.read<Detail>(scopeOf(actor), DETAIL(actor.region, id))
  if (!row) throw notFound()
  const rules = await needs.rules(actor.region)
  const facts: LoadedOrder = { ...row, clocks: row.clocks.filter(({ stoppedAt }) => stoppedAt === null) }
  const asker = askerOf(actor)
  const standing = standingTo(facts, asker)
  demand(orderPolicy.operations.getOrder, actor, standing)
  const item = row.item ? rules.item(row.item, row.itemVersion) : undefined
  const hidden = hidesContact(facts, asker)
  const see = (rule: FieldRule) => (hidden ? 'hidden' : visibility(rule, actor, standing))
  const name = see(orderFields.contactName)
  const phone = see(orderFields.contactPhone)
  const doers = visibility(orderFields.doersRemark, actor, standing) === 'clear'
  const staff = visibility(orderFields.staffRemark, actor, standing) === 'clear'
  return {
    ...toRow(row, actor, language, rules.rework.rounds),
    ask: row.ask && {
      kind: row.ask.kind,
      askedAt: row.ask.askedAt,
      askedBy: staff ? (row.asked?.by ?? null) : maskName(row.asked?.by ?? null),
      amount: row.ask.amount,
      unit: row.ask.unit,
      until: row.ask.until,
      unitName: row.asked?.unit ?? null,
    },
    calls: row.called,
    supervision: row.supervision,
    mergedInto: row.mergedOrder,
    merged: staff ? row.merged : [],
    sender: row.sender && { ...row.sender, decides: keptBySender(row.channel), dueAt: row.senderDueAt },
    detail: row.detail,
    address:
      row.addressCipher &&
      visibility(orderFields.address, actor, standing) === 'clear' &&
      !hidesAddress(facts, asker, item)
        ? needs.crypto.decryptField(row.addressCipher, addressContext(actor.region))
        : null,
    contactName: name === 'clear' ? row.contactName : name === 'masked' ? maskName(row.contactName) : null,
    contactPhone: phone === 'hidden' ? null : maskPhone(row.phoneTail),
    mayReveal: !hidden && row.phoneTail !== null && fits(accessRows('revealContact'), actor, standing),
    placedForAnother: row.placedBy !== row.requesterId,
    voice: row.voice,
    photos: row.photos,
    evidenceNeeded: [...(item?.evidence ?? [])],
    contactedAt: row.contactedAt,
    timeline: row.timeline.map((entry) => toEntry(entry, staff, doers)),
    clocks: row.clocks.map((clock) =>
      toClock(clock, Date.parse(row.now), rules.clocks.calendarOf(row.assigneeUnitId)),
    ),
    rating: row.rating,
    publicationSlug: row.slug,
    consentedToShow: row.showConsentAt !== null,
    actions: actionsFor(
      facts,
      actor,
      guardContext(facts, rules, { actor, version: undefined, remember: () => sql`` }),
    ),
    groupText:
      row.state === 'offered' && staff
        ? needs.groupText({
            item: item?.name.zh ?? row.title, // the group reads Chinese, whoever copies the text
            place: row.place.split(' ')[0] ?? '',
            wave: row.offerWave ?? 1,
            dueAt: row.dueAt,
            link,
          })
        : null,
  }
}

/** The verbs a person may use on the order as it is: the buttons. */
export function actionsFor(
  order: OrderFacts,
  actor: Actor,
  context: Parameters<typeof couldPass>[2],
): string[] {
  const standing = standingTo(order, askerOf(actor))
  return TRANSITIONS.filter(
    (row: Transition) =>
      (row.from as readonly string[]).includes(order.state) &&
      fits(row.who, actor, standing) &&
      couldPass(row, order, context),
  ).map(({ verb }) => verb)
}

function accessRows(operation: keyof typeof orderPolicy.operations) {
  const access = orderPolicy.operations[operation]
  return access === 'public' || access === 'signedIn' ? [] : access
}

/** Handlers and requesters are named by role; the desk sees who it was. Events keep ids, which stay inside. */
function toEntry(entry: Timeline, staff: boolean, doers: boolean): OrderView['timeline'][number] {
  const shownFacts = Object.fromEntries(
    Object.entries(withoutTold(entry.facts)).filter(([key]) => !/Ids?$/.test(key)),
  )
  const requesterSide = entry.actorRole === 'resident'
  return {
    version: entry.version,
    verb: entry.verb,
    at: entry.at,
    toState: entry.toState,
    actorRole: entry.actorRole,
    actorName: staff && !requesterSide ? entry.actorName : maskName(requesterSide ? null : entry.actorName),
    remarks: entry.remarks
      .filter(({ audience }) => audience === 'everybody' || (audience === 'doers' ? doers : staff))
      .map(({ text }) => text),
    photos: entry.photos,
    facts: shownFacts,
  }
}

/** One order with everything about it. What came with it stands beside its words, every later photo in the history: each once. */
export const DETAIL = (region: number, id: string) => sql`
  select net_note_seen(o.id), ${ROW_COLUMNS}, ${ASK_COLUMNS},
    (select json_build_object('by', (select p.name from people p where p.region_id = a.region_id and p.id = a.asked_by), 'unit', (select u.name->>'zh' from units u where u.region_id = a.region_id and u.id = a.unit_id))
       from order_asks a where a.region_id = o.region_id and a.order_id = o.id and a.settled_at is null) as asked,
    (select coalesce(json_agg(json_build_object('unitId', k.unit_id, 'unitName', (select u.name->>'zh' from units u where u.region_id = k.region_id and u.id = k.unit_id), 'how', k.how, 'calledAt', k.called_at,
        'dueAt', (select c.due_at from order_clocks c where c.region_id = k.region_id and c.order_id = k.order_id and c.unit_id = k.unit_id and c.stopped_at is null limit 1),
        'answeredAt', k.answered_at, 'answer', k.answer, 'fitting', k.fitting, 'judged', k.judged, 'ended', k.ended_at is not null) order by k.called_at, k.id), '[]')
       from order_calls k where k.region_id = o.region_id and k.order_id = o.id) as called,
    (select json_build_object('id', m.id, 'number', m.number, 'state', m.state) from orders m where m.region_id = o.region_id and m.id = o.merged_into) as "mergedOrder",
    (select coalesce(json_agg(json_build_object('id', m.id, 'number', m.number, 'state', m.state) order by m.number), '[]') from orders m where m.region_id = o.region_id and m.merged_into = o.id) as merged,
    (select json_build_object('name', s.name, 'number', u.number) from upstream_orders u join upstream_senders s on s.region_id = u.region_id and s.id = u.sender_id
      where u.region_id = o.region_id and u.order_id = o.id) as sender,
    t.detail, t.address_cipher as "addressCipher", t.contact_name as "contactName", t.contact_phone_tail as "phoneTail", t.voice_file_id as voice,
    ${ALL_CLOCKS} as clocks,
    (select coalesce(json_agg(json_build_object('version', e.version, 'verb', e.verb, 'at', e.at, 'toState', e.to_state, 'actorRole', e.actor_role, 'facts', e.facts,
        'actorName', (select p.name from people p where p.region_id = e.region_id and p.id = e.actor_person_id),
        'remarks', (select coalesce(json_agg(json_build_object('text', r.text, 'audience', r.audience)), '[]') from order_remarks r where r.region_id = e.region_id and r.order_id = e.order_id and r.version = e.version and r.erased_at is null),
        'photos', (select coalesce(json_agg(v.file_id), '[]') from order_evidence v where v.region_id = e.region_id and v.order_id = e.order_id and v.version = e.version and v.version > 1 and v.kind <> 'voice')
      ) order by e.version), '[]') from order_events e where e.region_id = o.region_id and e.order_id = o.id) as timeline,
    (select coalesce(json_agg(v.file_id), '[]') from order_evidence v where v.region_id = o.region_id and v.order_id = o.id and v.version = 1 and v.kind = 'requestPhoto') as photos,
    (select json_build_object('score', r.score, 'resolved', r.resolved, 'comment', r.comment, 'through', r.through) from order_ratings r where r.region_id = o.region_id and r.order_id = o.id order by r.round desc limit 1) as rating,
    (select p.slug from order_publications p where p.region_id = o.region_id and p.order_id = o.id and p.hidden_at is null) as slug
  from ${ROW_FROM} where o.region_id = ${region} and o.id = ${id}::uuid`
