import type { Cast } from '../drive/cast.ts'
import type { Call } from '../drive/client.ts'
import { newId } from '../kernel/ids.ts'
import type { Setting } from './setting.ts'

type Town = {
  readonly call: Call
  readonly tokens: (phone: string) => Promise<string>
  readonly cast: Cast
  readonly setting: Setting
}

/** The first waits to be handed over, the others are in the merchant's statement. */
const REDEMPTIONS = 3

/**
 * Lets some helpers redeem points at the counter of the unit's seat, so that its merchant has somebody to hand over to and
 * something to settle. What stands there already counts.
 */
export async function redeemSome({ call, tokens, cast, setting }: Town): Promise<void> {
  const { phone, posts } = setting.roster.seats.unitHandler
  if (posts.length === 0) return
  const clerk = await tokens(phone)
  const { items } = await call('listRedemptions', { query: {} }, clerk)
  const { items: offered } = await call('manageRewards', { query: {} }, clerk)
  const cheapest = offered.toSorted((one, other) => one.points - other.points)[0]
  if (items.length > 0 || !cheapest) return
  const { id: rewardId, points } = cheapest
  let left = REDEMPTIONS
  for (const helper of cast.helpers) {
    if (left === 0) return
    const token = await helper.token()
    const mine = (await call('listRewards', { query: {} }, token)).items.find(({ id }) => id === rewardId)
    if (!mine || mine.most === 0) continue
    const { id } = await call('redeemPoints', { body: { id: newId(), rewardId, quantity: 1, points } }, token)
    left -= 1
    if (left === REDEMPTIONS - 1) continue
    const waiting = (await call('myRedemptions', { query: {} }, token)).items.find((one) => one.id === id)
    if (waiting?.code) await call('collectRedemption', { body: { code: waiting.code } }, clerk)
  }
}
