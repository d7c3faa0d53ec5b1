import type { Urgency } from '@linli/contract'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import { together } from '../../../kernel/db/together.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import type { OrderNeeds } from '../needs.ts'
import { areaAt } from '../rules/area.ts'
import { planClocks } from '../rules/clocks.ts'
import { tokensOf } from '../search.ts'
import { nextNumber } from '../store/numbers.ts'
import {
  eventStatement,
  insertOrderStatement,
  partyStatement,
  searchStatement,
  startStatements,
  textStatement,
} from '../store/order.ts'

export type HouseOrder = {
  /** Chosen by whoever asks for it, so that asking again is the same order. */
  readonly id: string
  readonly path: string
  readonly title: string
  readonly detail: string
  readonly address: string
  readonly urgency: Urgency
  /** On whose arrangement the house acts; not a party of the order. */
  readonly placedBy: string
  /** Who is told and asked whether it was settled, and whose need it is. */
  readonly requester: string
  readonly beneficiary: string
  readonly name: string
}

/**
 * The house's own door: an order that nobody pressed for, because something that was agreed on did not happen. From then
 * on it is an order like any other, with its clocks and its intake. Safe to repeat: the id makes it one.
 */
export async function placeForHouse(needs: OrderNeeds, region: number, wanted: HouseOrder): Promise<void> {
  const { id, urgency } = wanted
  const rules = await needs.rules(region)
  const scope = systemScope(region)
  const path = (await needs.areaNow(region, wanted.path)) ?? wanted.path
  const number = await nextNumber(needs.db, region)
  const plan = planClocks(
    { urgency, item: null, clocks: [] },
    { starts: ['accept'], stops: [], resumes: [] },
    false,
    rules.limitOf,
  )
  const result = { id, number, version: 1, state: 'submitted' as const }
  const people = [...new Set([wanted.requester, wanted.beneficiary])]
  const statements = [
    insertOrderStatement(
      scope,
      {
        ...result,
        kind: 'help',
        channel: 'care',
        urgency,
        item: null,
        itemVersion: null,
        path,
        community: areaAt(path, rules.depthOf('community')),
        placedBy: wanted.placedBy,
        requester: wanted.requester,
        beneficiary: wanted.beneficiary,
        anonymous: false,
        confidential: true, // who is cared for is nobody's news but the handlers'
        vulnerable: true,
        restriction: 'none',
        aboutPerson: null,
        aboutUnit: null,
      },
      plan,
    ),
    together([
      partyStatement(scope, id, { role: 'requester', personId: wanted.requester }),
      ...(wanted.beneficiary === wanted.requester
        ? []
        : [partyStatement(scope, id, { role: 'beneficiary', personId: wanted.beneficiary })]),
      textStatement(
        scope,
        id,
        {
          title: wanted.title,
          detail: wanted.detail,
          address: wanted.address,
          name: wanted.name,
          phone: null,
          voice: null,
        },
        needs.crypto,
      ),
      eventStatement(scope, id, {
        version: 1,
        verb: 'placeOrder',
        from: null,
        to: 'submitted',
        actorId: null,
        actorRole: 'system',
        round: 1,
        path,
        item: null,
        facts: { channel: 'care', kind: 'help', urgency },
      }),
      ...startStatements(scope, id, 1, 0, plan),
      searchStatement(scope, id, path, tokensOf(`${number} ${wanted.title}`)),
      outboxStatement(region, 'orders.orderPlaced.1', {
        ...result,
        path,
        verb: 'placeOrder',
        round: 1,
        item: null,
        automatic: false,
        urgency,
        actor: null,
        requester: wanted.requester,
        placer: null,
        people,
        units: [],
        teams: [],
        assignee: {},
        facts: { channel: 'care' },
        restricted: false,
        about: [],
      }),
    ]),
  ]
  try {
    await needs.db.commit(scope, statements)
  } catch (error) {
    if (violated(error) !== 'orders_pkey') throw error
  }
}
