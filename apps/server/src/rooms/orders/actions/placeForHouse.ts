import type { HouseDoor, Kind, Urgency } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import { together } from '../../../kernel/db/together.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import type { OrderNeeds } from '../needs.ts'
import { areaAt } from '../rules/area.ts'
import { firstClocks } from '../rules/clocks.ts'
import { titleOf } from '../rules/words.ts'
import { tokensOf } from '../search.ts'
import { startStatements } from '../store/clockRows.ts'
import { databaseTime } from '../store/databaseTime.ts'
import { nextNumber } from '../store/numbers.ts'
import {
  eventStatement,
  evidenceStatements,
  insertOrderStatement,
  loadOrder,
  partyStatement,
  searchStatement,
  textStatement,
} from '../store/order.ts'
import { type Parties, partiesByPhone } from './partiesByPhone.ts'
import { itemOf, type StepResult } from './takeStep.ts'

export type HouseOrder = {
  /** Chosen by whoever asks for it, so that asking again is the same order. */
  readonly id: string
  readonly channel: HouseDoor
  readonly path: string
  /** Absent: the item's, else help. */
  readonly kind?: Kind
  /** Key of the catalogue's item. */
  readonly item?: string
  /** Absent: the item's name, else the first words. */
  readonly title?: string
  readonly detail: string
  readonly address: string | null
  /** Absent: the item's, else ordinary. */
  readonly urgency?: Urgency
  /** On whose arrangement the house acts: a person or a key of another system; not a party of the order. */
  readonly placedBy: string
  /** Who is told and asked whether it was settled, and whose need it is; or the number that finds them, if there is one. */
  readonly about:
    | { readonly requester: string; readonly beneficiary: string; readonly phone?: string | null }
    | { readonly phone: string | null }
  readonly name: string | null
  readonly confidential: boolean
  readonly vulnerable: boolean
  /** Files that `placedBy` sent. */
  readonly photos?: readonly string[]
  /** Until when whoever sent it here wants it done. */
  readonly senderDueAt?: string | null
  /** Its number at whoever sent it here: found by it too. */
  readonly alsoNumbered?: string
  /** What else is written in the same commit. */
  also?(placed: StepResult): readonly Sql[]
}

/**
 * The house's own door: an order that no person of the place pressed for. From then on it is an order like any other,
 * with its clocks and its intake. Safe to repeat: the id makes it one, and the answer is the order as it stands.
 * @throws unknownItem
 */
export async function placeForHouse(
  needs: OrderNeeds,
  region: number,
  wanted: HouseOrder,
  again = false,
): Promise<StepResult> {
  const { id, channel } = wanted
  const rules = await needs.rules(region)
  const item = wanted.item === undefined ? undefined : itemOf(rules, wanted.item)
  const urgency: Urgency = wanted.urgency ?? item?.urgency ?? 'ordinary'
  const kind: Kind = wanted.kind ?? item?.kind ?? 'help'
  const scope = systemScope(region)
  const path = (await needs.areaNow(region, wanted.path)) ?? wanted.path
  const who = await partiesOf(needs, region, wanted, path)
  const number = await nextNumber(needs.db, region)
  const title = titleOf(wanted.title, item?.name.zh, wanted.detail)
  const now = await databaseTime(needs.db, region)
  const plan = firstClocks({ urgency, item: item?.key ?? null }, rules.clocks, now)
  const result: StepResult = { id, number, version: 1, state: 'submitted' }
  const people = [...new Set([who.requester, who.beneficiary])].filter((one) => one !== null)
  const order = {
    ...result,
    kind,
    channel,
    urgency,
    item: item?.key ?? null,
    itemVersion: item?.version ?? null,
    path,
    community: areaAt(path, rules.depthOf('community')),
    placedBy: wanted.placedBy,
    requester: who.requester,
    beneficiary: who.beneficiary,
    anonymous: false,
    confidential: wanted.confidential,
    vulnerable: wanted.vulnerable || who.vulnerable,
    restriction: 'none',
    aboutPerson: null,
    aboutUnit: null,
    senderDueAt: wanted.senderDueAt ?? null,
  }
  const words = {
    title,
    detail: wanted.detail,
    address: wanted.address,
    name: wanted.name,
    phone: who.phone,
    voice: null,
  }
  const statements = [
    insertOrderStatement(scope, order, plan), // first, so that its id is met before anything else of it
    ...evidenceStatements(scope, id, 1, 1, 'requestPhoto', wanted.placedBy, wanted.photos ?? []),
    together([
      ...(who.unknown ? [needs.newPersonStatement(region, who.unknown)] : []),
      ...(who.requester ? [partyStatement(scope, id, { role: 'requester', personId: who.requester })] : []),
      ...(who.beneficiary && who.beneficiary !== who.requester
        ? [partyStatement(scope, id, { role: 'beneficiary', personId: who.beneficiary })]
        : []),
      textStatement(scope, id, words, needs.crypto),
      eventStatement(scope, id, {
        version: 1,
        verb: 'placeOrder',
        from: null,
        to: 'submitted',
        actorId: null,
        actorRole: 'system',
        round: 1,
        path,
        item: order.item,
        facts: { channel, kind, urgency },
        clocks: plan,
      }),
      ...startStatements(scope, id, 1, 0, plan),
      searchStatement(
        scope,
        id,
        path,
        tokensOf(`${number} ${wanted.alsoNumbered ?? ''} ${title} ${wanted.detail}`),
      ),
      ...(wanted.also?.(result) ?? []),
      outboxStatement(region, 'orders.orderPlaced.1', {
        ...result,
        path,
        verb: 'placeOrder',
        round: 1,
        item: order.item,
        automatic: item?.automatic ?? false,
        urgency,
        actor: null,
        requester: who.requester,
        placer: null,
        people,
        units: [],
        teams: [],
        assignee: {},
        facts: { channel },
        restricted: false,
        about: [],
      }),
    ]),
  ]
  try {
    await needs.db.commit(scope, statements)
  } catch (error) {
    // Another order registered the same number meanwhile: now the person is known.
    if (violated(error) === 'people_phone' && !again) return placeForHouse(needs, region, wanted, true)
    if (violated(error) !== 'orders_pkey') throw error
    const before = await loadOrder(needs.db, scope, id)
    if (before?.placedBy !== wanted.placedBy || before.channel !== channel) throw error
    return { id, number: before.number, version: before.version, state: before.state }
  }
  return result
}

async function partiesOf(
  needs: OrderNeeds,
  region: number,
  { about, name }: HouseOrder,
  path: string,
): Promise<Parties> {
  if ('requester' in about) return { phone: null, ...about, vulnerable: false }
  if (about.phone === null) return { requester: null, beneficiary: null, phone: null, vulnerable: false }
  return partiesByPhone(needs, region, { phone: about.phone, name, path })
}
