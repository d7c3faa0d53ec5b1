import type { Door, Kind } from '@linli/contract'
import { type Chance, chanceOf, idFrom } from '../drive/chance.ts'
import { CLOSINGS, type Need, OPENINGS } from './needs.ts'
import type { Townsperson } from './roster.ts'
import type { Setting } from './setting.ts'

/** An order before it is placed: whose need it is, by which door it comes, and its words. */
export type PlannedOrder = {
  readonly id: string
  readonly requester: Townsperson
  readonly need: Need
  readonly kind: Kind
  readonly channel: Door
  readonly detail: string
  readonly withPhoto: boolean
  readonly anonymous: boolean
  readonly confidential: boolean
}
/** A planned order with the moment it is placed, in milliseconds before now. */
export type AgedOrder = PlannedOrder & { readonly age: number }

export const ORDERS = 400
const HOUR = 3600_000
const DAYS = 6
/** The newest, one in thirteen, come within the last hour and a half, so that there is something to take up at once. */
const NEWEST = 1 / 13
const RECENT = 1.5 * HOUR
const SEED = 'demo town 1'
/** The last of all: placed when everything else is done, so that its presence says the town is whole. */
export const lastOrder = (orders: number): string => idFrom(SEED, 'last order', orders)

/** One need, drawn: the same subject always gives the same order. */
export function drawOrder({ roster }: Setting, id: string, chance: Chance, need: Need): PlannedOrder {
  const kind = need.kind ?? 'help'
  const channel = chance.pick<Door>('channel', need.by ?? ['hand'])
  return {
    id,
    need,
    kind,
    channel,
    requester: chance.pick('requester', roster.residents),
    detail: chance.pick('opening', OPENINGS) + need.text + chance.pick('closing', CLOSINGS),
    withPhoto:
      channel !== 'telephone' && channel !== 'counter' && chance.happens('photo', need.photo ? 0.9 : 0.7),
    anonymous: kind === 'complaint' && chance.happens('anonymous', 0.3),
    confidential: kind !== 'help' && chance.happens('confidential', 0.1),
  }
}

/** A need for the n-th order: each comes once before any comes twice, then they are drawn. */
export const needAt = ({ needs }: Setting, n: number, chance: Chance): Need =>
  (n < needs.length ? needs[n] : undefined) ?? chance.pick('need', needs)

/** The orders of the founding, oldest first, over six days up to now, by day and more of them of late. */
export function planOrders(setting: Setting, orders = ORDERS): AgedOrder[] {
  const numbers = chanceOf(SEED).shuffle(
    'order',
    Array.from({ length: orders }, (_, n) => n),
  )
  const older = Math.ceil(orders * (1 - NEWEST))
  const age = (at: number): number =>
    at < older
      ? RECENT + (1 - (at + 0.5) / older) ** 1.15 * (DAYS * 24 * HOUR - RECENT)
      : ((orders - at - 0.5) / (orders - older)) * RECENT
  const aged = numbers.map((n, at) => {
    const chance = chanceOf(SEED, n)
    const need = needAt(setting, n, chance)
    return { ...drawOrder(setting, idFrom(SEED, 'order', n), chance, need), age: age(at) }
  })
  const last = chanceOf(SEED, 'last')
  const newest = drawOrder(setting, lastOrder(orders), last, needAt(setting, 0, last))
  return [...aged, { ...newest, channel: 'hand', age: 0 }]
}
