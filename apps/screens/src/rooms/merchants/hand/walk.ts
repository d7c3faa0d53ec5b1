import type { MerchantCard, Walk } from '@linli/contract/merchants/shapes'
import type { Position } from '@linli/contract/stations/shapes'
import { metresBetween } from '../../stations/hand/nearby.ts'

export type Near = { readonly merchant: MerchantCard; readonly minutes: number | undefined }

/** The nearest first by minutes on foot, reckoned on the phone by the place's own rule: where somebody stands is sent nowhere. */
export function nearestFirst(
  merchants: readonly MerchantCard[],
  here: Position | undefined,
  { detourHundredths, metresPerMinute }: Walk,
): Near[] {
  const all = merchants.map((merchant) => ({
    merchant,
    minutes: here
      ? Math.max(
          1,
          Math.ceil((metresBetween(here, merchant.position) * detourHundredths) / 100 / metresPerMinute),
        )
      : undefined,
  }))
  return here ? all.sort((a, b) => (a.minutes ?? 0) - (b.minutes ?? 0)) : all
}
