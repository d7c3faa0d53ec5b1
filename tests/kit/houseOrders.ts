import { isOpen, type State } from '@linli/contract'
import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import { orderNumber } from '../../apps/server/src/rooms/orders/rules/number.ts'
import { tokensOf } from '../../apps/server/src/rooms/orders/search.ts'
import type { TestHouse } from './house.ts'
import { canaryPhone, canaryText, type Ground } from './houseGround.ts'

export type OrderWish = {
  readonly ground: Ground
  readonly state: State
  readonly requester: string
  readonly assignee?: { readonly person?: string; readonly unit?: string | null } | undefined
  readonly aboutPerson?: string | undefined
  readonly aboutUnit?: string | null | undefined
  readonly restriction?: string
  readonly shown?: boolean
}
/** A day that is over: no order of today has such a number. */
const PLANTED_ON = '2026-01-01'
let serial = 0
const WITH_HANDLER: readonly State[] = [
  'dispatched',
  'inProgress',
  'paused',
  'joint',
  'escalated',
  'rework',
  'handled',
  'followUp',
  'closed',
]
const HANDLED: readonly State[] = ['handled', 'followUp', 'closed']

/** Plants an order with words, parties and its first event. @param item one that anybody may claim and that needs no photo */
export async function plantOrder(test: TestHouse, item: string, wish: OrderWish): Promise<string> {
  return (await plantNumberedOrder(test, item, wish)).id
}

/** The same, with the number that people see. */
export async function plantNumberedOrder(
  { admin, house }: TestHouse,
  item: string,
  wish: OrderWish,
): Promise<{ id: string; number: string }> {
  const { ground, state, requester } = wish
  const id = newId()
  const { person, unit } = wish.assignee ?? { person: newId() }
  const has = WITH_HANDLER.includes(state) || wish.assignee !== undefined
  const handled = HANDLED.includes(state)
  const phone = canaryPhone(ground)
  const { crypto } = house
  serial += 1
  const number = orderNumber(PLANTED_ON, serial)
  const tokens = tokensOf(`${number} ${canaryText(ground, '标题')} ${canaryText(ground, '诉求')}`)
  await admin.query({
    name: 'plant-order', // planted by the thousand: planned once, and all of it in one statement
    text: `with o as (insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, path, community, placed_at, placed_by, requester_id, beneficiary_id,
        about_person_id, about_unit_id, restriction, assignee_person_id, assignee_unit_id, offer_wave, offer_path, handled_at, handled_by, show_consent_at, shown_at, assigned_at, closed_at)
      values ($1, $2, $3, 1, $4, 'help', 'hand', 'ordinary', $5, $6, $7, now(), $8, $8, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, case when $32::boolean then now() end, case when $37::boolean then now() end)),
    texts as (insert into order_texts (region_id, order_id, title, detail, address_cipher, contact_name, contact_phone_cipher, contact_phone_hmac, contact_phone_tail)
      values ($1, $2, $30, $20, $21, $22, $23, $24, $25)),
    parties as (insert into order_parties (region_id, id, order_id, role, person_id) values ($1, $26, $2, 'requester', $8)),
    assignee as (insert into order_parties (region_id, id, order_id, role, person_id, unit_id)
      select $1, $31, $2, 'assignee', case when $13::uuid is null then $12::uuid end, $13 where $32::boolean),
    events as (insert into order_events (region_id, id, order_id, version, verb, to_state, actor_person_id, actor_role, round, path, item, at) values ($1, $27, $2, 1, 'placeOrder', 'submitted', $8, 'resident', 1, $6, $5, now())),
    search as (insert into order_search (region_id, order_id, path, placed_at, tokens) values ($1, $2, $6, now(), array_to_tsvector($33::text[]))),
    shown as (insert into order_publications (region_id, id, order_id, slug, title, need, outcome, community, published_by, published_at)
      select $1, $34, $2, $35, '换灯泡', '灯不亮', '换好了', $7, $36::uuid, now() where $19::timestamptz is not null)
    insert into order_remarks (region_id, id, order_id, version, audience, text) values ($1, $28, $2, 1, 'staff', $29)`,
    values: [
      ground.region,
      id,
      number,
      state,
      item,
      ground.path,
      ground.community,
      requester,
      wish.aboutPerson ?? null,
      wish.aboutUnit ?? null,
      wish.restriction ?? 'none',
      has ? (person ?? null) : null,
      has ? (unit ?? null) : null,
      state === 'offered' ? 1 : null,
      state === 'offered' ? ground.community : null,
      handled ? new Date() : null,
      handled ? newId() : null,
      state === 'closed' ? new Date() : null,
      wish.shown ? new Date() : null,
      canaryText(ground, '诉求'),
      crypto.encryptField(canaryText(ground, '地址'), `order_texts.address:${ground.region}`),
      canaryText(ground, '称呼'),
      crypto.encryptField(phone, `order_texts.phone:${ground.region}`),
      crypto.lookUp(phone),
      `${phone.slice(0, 3)}${phone.slice(-4)}`,
      newId(),
      newId(),
      newId(),
      canaryText(ground, '内部'),
      canaryText(ground, '标题'),
      newId(),
      has,
      tokens,
      newId(),
      newSlug(),
      newId(),
      !isOpen(state),
    ],
  })
  return { id, number }
}
