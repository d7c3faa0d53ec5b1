import type { Channel, Kind, Role, Urgency } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import { type Actor, holds, scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import { together } from '../../../kernel/db/together.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { forbidden } from '../../../kernel/problem.ts'
import {
  notAtThisStation,
  phoneNeeded,
  photoNotYours,
  tooManyOfGuest,
  unknownPlace,
  unknownSubject,
} from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import { areaAt } from '../rules/area.ts'
import { firstClocks } from '../rules/clocks.ts'
import { takenByStaff } from '../rules/standing.ts'
import { titleOf } from '../rules/words.ts'
import { tokensOf } from '../search.ts'
import { startStatements } from '../store/clockRows.ts'
import { databaseTime } from '../store/databaseTime.ts'
import { nextNumber } from '../store/numbers.ts'
import {
  eventStatement,
  evidenceStatements,
  insertOrderStatement,
  partyStatement,
  searchStatement,
  textStatement,
  voiceStatements,
} from '../store/order.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type Parties, partiesByPhone } from './partiesByPhone.ts'
import { repeatedOrder } from './repeatedOrder.ts'
import { itemOf, keptFrom, type StepResult } from './takeStep.ts'

type Body = BodyOf<typeof orderEndpoints.placeOrder>
type Asked = { readonly actor: Actor; remember(result: StepResult): Sql }

/**
 * 点单, through any door: for oneself, for another, at the counter or by telephone. The id is the client's own, so that
 * the same order sent twice is one order.
 * A guest asks at the station whose code they scanned, by its own door.
 * @throws notAtThisStation, tooManyOfGuest, unknownItem, unknownPlace, unknownSubject, phoneNeeded, photoNotYours, keyReused (the id is another person's order), idTaken (the person's own, with other content); forbidden for a door that is not the person's
 */
export async function placeOrder(
  needs: OrderNeeds,
  { actor, remember }: Asked,
  body: Body,
  again = false,
): Promise<StepResult> {
  const { region } = actor
  const role = doorRole(actor, body.channel)
  const rules = await needs.rules(region)
  const item = body.item === undefined ? undefined : itemOf(rules, body.item)
  await assertSubjectExists(needs, region, body)
  const staff = role === 'intake' || role === 'gridWorker'
  const who = await partiesOf(needs, actor, body, staff)
  const urgency: Urgency = (staff ? body.urgency : undefined) ?? item?.urgency ?? 'ordinary'
  const kind: Kind = body.kind
  const result: StepResult = {
    id: body.id,
    number: await nextNumber(needs.db, region),
    version: 1,
    state: 'submitted',
  }
  const title = titleOf(body.title, item?.name.zh, body.detail)
  const now = await databaseTime(needs.db, region)
  const plan = firstClocks({ urgency, item: item?.key ?? null }, rules.clocks, now)
  const scope = scopeOf(actor)
  const people = [
    ...new Set(
      [takenByStaff(body.channel) ? null : actor.personId, who.requester, who.beneficiary].filter(
        (id) => id !== null,
      ),
    ),
  ]
  const order = {
    ...result,
    kind,
    channel: body.channel,
    urgency,
    item: item?.key ?? null,
    itemVersion: item?.version ?? null,
    path: body.path,
    community: areaAt(body.path, rules.depthOf('community')),
    placedBy: actor.personId,
    requester: who.requester,
    beneficiary: who.beneficiary,
    anonymous: body.anonymous ?? false,
    confidential: body.confidential ?? false,
    vulnerable: who.vulnerable || (staff && (body.vulnerable ?? false)),
    restriction: staff ? (body.restriction ?? 'none') : 'none',
    aboutPerson: body.aboutPersonId ?? null,
    aboutUnit: body.aboutUnitId ?? null,
  }
  const words = {
    title,
    detail: body.detail,
    address: body.address ?? null,
    name: body.contactName ?? null,
    phone: who.phone,
    voice: body.voice ?? null,
  }
  const photos = body.photos ?? []
  const statements = [
    remember(result), // first, so that a repeat meets its own key before the order's id
    ...needs.areaMustBeOpen(region, body.path),
    ...(actor.isGuest ? [needs.guestMayPlace(region, actor.personId, body.path)] : []),
    insertOrderStatement(scope, order, plan), // then, so that another order's id is met before anything else of it
    ...evidenceStatements(scope, body.id, 1, 1, 'requestPhoto', actor.personId, photos),
    ...voiceStatements(scope, body.id, actor.personId, body.voice),
    together([
      ...(who.unknown ? [needs.newPersonStatement(region, who.unknown)] : []),
      partyStatement(scope, body.id, { role: 'placer', personId: actor.personId }),
      ...(who.requester
        ? [partyStatement(scope, body.id, { role: 'requester', personId: who.requester })]
        : []),
      ...(who.beneficiary && who.beneficiary !== who.requester
        ? [partyStatement(scope, body.id, { role: 'beneficiary', personId: who.beneficiary })]
        : []),
      textStatement(scope, body.id, words, needs.crypto),
      eventStatement(scope, body.id, {
        version: 1,
        verb: 'placeOrder',
        from: null,
        to: 'submitted',
        actorId: actor.personId,
        actorRole: role,
        round: 1,
        path: body.path,
        item: order.item,
        facts: { channel: body.channel, kind, urgency },
        clocks: plan,
      }),
      ...startStatements(scope, body.id, 1, 0, plan),
      searchStatement(scope, body.id, body.path, tokensOf(`${result.number} ${title} ${body.detail}`)),
      outboxStatement(region, 'orders.orderPlaced.1', {
        ...result,
        path: body.path,
        verb: 'placeOrder',
        round: 1,
        item: item?.key ?? null,
        automatic: item?.automatic ?? false,
        urgency,
        actor: actor.personId,
        requester: who.requester,
        placer: actor.personId,
        people,
        units: [],
        teams: [],
        assignee: {},
        facts: { channel: body.channel },
        ...keptFrom({ ...order, aboutPersonId: order.aboutPerson, aboutUnitId: order.aboutUnit }),
      }),
    ]),
  ]
  try {
    await needs.db.commit(scope, statements)
  } catch (error) {
    if (error instanceof Refused && error.code === 'photoNotYours') throw photoNotYours()
    if (error instanceof Refused && error.code === 'notHere') throw notAtThisStation()
    if (error instanceof Refused && error.code === 'tooManyAsked') throw tooManyOfGuest()
    if (error instanceof Refused && error.code === 'unknownPlace') {
      // Kept on a phone, or chosen a moment ago, and redrawn since: the order goes on to the successor.
      const path = await needs.areaNow(region, body.path)
      if (path === undefined || path === body.path) throw unknownPlace()
      return placeOrder(needs, { actor, remember }, { ...body, path }, again)
    }
    // Another order registered the same number meanwhile: now the person is known.
    if (violated(error) === 'people_phone' && !again)
      return placeOrder(needs, { actor, remember }, body, true)
    if (violated(error) !== 'orders_pkey') throw error
    return repeatedOrder(needs, actor, { order, words, photos })
  }
  return result
}

/** Whom the order is about must be of this region: the one named is kept from reading it. @throws unknownSubject */
async function assertSubjectExists(
  needs: OrderNeeds,
  region: number,
  { aboutPersonId, aboutUnitId }: Body,
): Promise<void> {
  if (aboutPersonId && !(await needs.names(region, [aboutPersonId])).has(aboutPersonId))
    throw unknownSubject()
  if (aboutUnitId && !(await needs.unitNames(region, [aboutUnitId])).has(aboutUnitId)) throw unknownSubject()
}

/** The role in which a door may be used: telephone and counter are intake's, grid reports the grid worker's. */
function doorRole(actor: Actor, channel: Channel): Role {
  const role: Role =
    channel === 'telephone' || channel === 'counter'
      ? 'intake'
      : channel === 'gridReport'
        ? 'gridWorker'
        : 'resident'
  // A guest has one door, and it is nobody else's.
  if (!holds(actor, role) || (channel === 'guest') !== (actor.isGuest === true)) throw forbidden()
  return role
}

/** Whose need it is. A caller who leaves no number has no person behind the order. */
async function partiesOf(needs: OrderNeeds, actor: Actor, body: Body, staff: boolean): Promise<Parties> {
  // Of a guest's numbers only one that answered a code: nobody is rung up by a stranger's words.
  const phone = actor.isGuest
    ? await needs.guestPhone(actor.region, actor.personId)
    : (body.contactPhone ?? null)
  const forAnother = !actor.isGuest && (body.forAnother === true || body.channel === 'proxy' || staff)
  if (!forAnother) return { requester: actor.personId, beneficiary: actor.personId, phone, vulnerable: false }
  if (!phone) {
    if (staff) return { requester: null, beneficiary: null, phone: null, vulnerable: false }
    throw phoneNeeded()
  }
  return partiesByPhone(needs, actor.region, { phone, name: body.contactName ?? null, path: body.path })
}
