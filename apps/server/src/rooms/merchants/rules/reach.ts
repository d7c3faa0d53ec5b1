import type { Walk } from '@linli/contract/merchants/shapes'
import type { WalkHow } from '@linli/contract/merchants/words'

/** WGS-84, in 0.0000001 degrees. */
export type Spot = { readonly longitude: number; readonly latitude: number }
export type Minutes = { readonly minutes: number; readonly how: WalkHow }

const METRES_PER_UNIT = (6_371_008.8 * Math.PI) / 180 / 10_000_000 // mean radius of the earth (IUGG)
const RADIANS = Math.PI / 180 / 10_000_000

/** The straight line between two spots in metres; over the few kilometres that are walked the earth is flat to a thousandth. */
export function metresBetween(a: Spot, b: Spot): number {
  const east = (a.longitude - b.longitude) * Math.cos(((a.latitude + b.latitude) / 2) * RADIANS)
  return Math.hypot(east, a.latitude - b.latitude) * METRES_PER_UNIT
}

/**
 * Minutes on foot: what the place measured, else the straight line lengthened by the detour factor at the stated pace,
 * whole minutes rounded up. Undefined where nothing is known.
 */
export function minutesTo(
  from: Spot | undefined,
  to: Spot,
  measured: number | undefined,
  walk: Walk,
): Minutes | undefined {
  if (measured !== undefined) return { minutes: measured, how: 'measured' }
  if (!from) return undefined
  const metres = (metresBetween(from, to) * walk.detourHundredths) / 100
  return { minutes: Math.max(1, Math.ceil(metres / walk.metresPerMinute)), how: 'reckoned' }
}

export type Shop = Spot & { readonly id: string; readonly name: string; readonly services: readonly string[] }
export type Nearest = { readonly name: string } & Minutes

/** The nearest merchant of each service from one spot. */
export function nearestOf(
  from: Spot | undefined,
  shops: readonly Shop[],
  measured: ReadonlyMap<string, number>,
  walk: Walk,
): Map<string, Nearest> {
  const nearest = new Map<string, Nearest>()
  for (const shop of shops) {
    const away = minutesTo(from, shop, measured.get(shop.id), walk)
    if (!away) continue
    for (const service of shop.services) {
      const best = nearest.get(service)
      if (!best || away.minutes < best.minutes) nearest.set(service, { name: shop.name, ...away })
    }
  }
  return nearest
}
