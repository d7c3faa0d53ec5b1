import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { type Folk, GRID, type Person } from './folk.ts'
import type { Dice } from './form.ts'
import type { Entry, Journal } from './journal.ts'
import { isTaken } from './journal.ts'

/** One that the desk accepts and offers, and one that the policy does. */
const MANUAL = 'volunteerElders'
export const AUTOMATIC = 'shopping'

export class Unexpected extends Error {}

/** A neighbour of the list, by the dice. @throws when it is empty */
export function oneOf<T>(list: readonly T[], dice: Dice): T {
  const one = list[dice.below(list.length)]
  if (one === undefined) throw new Error('an empty list')
  return one
}

/** Sends a command that must be taken. @throws Unexpected */
export async function must(
  journal: Journal,
  operation: string,
  path: string,
  body: unknown,
  by: Person,
): Promise<Entry> {
  const entry = await journal.send({ operation, path, body, token: by.token })
  if (!isTaken(entry))
    throw new Unexpected(`${operation} ${path}: ${entry.status} ${JSON.stringify(entry.answer)}`)
  return entry
}

export const orderBody = (id: string, item: string) => ({
  id,
  channel: 'hand',
  kind: 'help',
  item,
  detail: '想请人来帮个忙，谢谢。',
  path: GRID,
})

/** So long somebody watches an order that the policy offers; after a kill its job may be tried again minutes later. */
const WATCHED_MILLISECONDS = 8000

/**
 * An order that stands offered: placed, and accepted and offered by the desk or by the policy.
 * @returns its id and version; undefined when the policy's offer is not there yet
 */
export async function offered(
  journal: Journal,
  folk: Folk,
  by: Person,
  automatic: boolean,
  id: string = newId(),
) {
  const item = automatic ? AUTOMATIC : MANUAL
  await must(journal, 'placeOrder', '/orders', orderBody(id, item), by)
  if (automatic) {
    const end = performance.now() + WATCHED_MILLISECONDS
    while ((await journal.read<{ state: string }>(`/orders/${id}`, by.token))?.state !== 'offered') {
      if (performance.now() > end) return undefined
      await sleep(50)
    }
  } else {
    const content = { version: 1, item, kind: 'help', urgency: 'ordinary', path: GRID }
    await must(journal, 'acceptOrder', `/orders/${id}/accept`, content, folk.desk)
    await must(journal, 'offerOrder', `/orders/${id}/offer`, { version: 2 }, folk.desk)
  }
  return { id, version: 3 }
}

/** One order from the first word to the last, through the public API; some end sooner. */
export async function liveOrder(journal: Journal, folk: Folk, dice: Dice): Promise<void> {
  const resident = oneOf(folk.residents, dice)
  const helper = oneOf(folk.helpers, dice)
  const order = await offered(journal, folk, resident, dice() < 0.4)
  if (!order) return
  const at = (step: string): string => `/orders/${order.id}/${step}`
  let { version } = order
  const step = async (operation: string, path: string, body: object, by: Person): Promise<void> => {
    const { answer } = await must(journal, operation, at(path), { version, ...body }, by)
    version = Number(answer.version)
  }
  if (dice() < 0.1) {
    await step('cancelOrder', 'cancel', { reason: '不用了' }, resident)
    return
  }
  if (dice() < 0.3) await step('addNote', 'notes', { text: '下午在家' }, resident)
  const claim = await must(journal, 'claimOrder', at('claim'), {}, helper)
  version = Number(claim.answer.version)
  await step('contactRequester', 'contact', { how: 'phone' }, helper)
  if (dice() < 0.5) await step('reportProgress', 'progress', { text: '已经在路上' }, helper)
  await step('handleOrder', 'handle', { reply: '办好了。', resolved: 'solved' }, helper)
  await step('approveHandling', 'approve', {}, folk.reviewer)
  // A good rating closes the order by itself; else the caller asks.
  if (dice() < 0.5) await step('rateOrder', 'rate', { resolved: 'solved', score: 5 }, resident)
  else await step('closeOrder', 'close', { reached: true, resolved: 'solved', score: 4 }, folk.caller)
}

/** One redemption: held, and then collected at the shop, left, or kept waiting. */
export async function liveRedemption(
  journal: Journal,
  folk: Folk,
  reward: string,
  dice: Dice,
): Promise<void> {
  const by = oneOf(folk.residents, dice)
  const id = newId()
  const body = { id, rewardId: reward, quantity: 1, points: 10 }
  const held = await journal.send({
    operation: 'redeemPoints',
    path: '/points/redemptions',
    body,
    token: by.token,
  })
  if (!isTaken(held)) return // too few points by now: a refusal in words
  if (dice() < 0.4) await must(journal, 'cancelRedemption', `/points/redemptions/${id}/cancel`, {}, by)
  else if (dice() < 0.7) {
    const mine = await journal.read<{ items: { id: string; code: string | null }[] }>(
      '/me/redemptions',
      by.token,
    )
    const code = mine?.items.find((one) => one.id === id)?.code
    if (!code) throw new Unexpected(`the redemption ${id} shows no code`)
    await must(journal, 'collectRedemption', '/points/redemptions/collect', { code }, folk.clerk)
  }
}
