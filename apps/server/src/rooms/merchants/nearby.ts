import Flatbush from 'flatbush'
import type { Shop, Spot } from './rules/reach.ts'

/** So many of a service are weighed exactly: the sheet they are found on is flat, and bends by a few thousandths over a county. */
const WEIGHED = 4

/**
 * Lays merchants out by service, so that those near a spot are found without weighing all of a county for each of its
 * grids. What was measured may be nearer than it lies, and is always among the answer.
 * @returns the merchants of which one is the nearest of its service; without a spot only the measured ones
 */
export function layOut(
  shops: readonly Shop[],
): (from: Spot | undefined, measured: ReadonlyMap<string, number>) => Shop[] {
  const [first] = shops
  const bend = Math.cos(((first?.latitude ?? 0) / 1e7) * (Math.PI / 180))
  const sheets = [...new Set(shops.flatMap(({ services }) => services))].map((service) => {
    const here = shops.filter(({ services }) => services.includes(service))
    const index = new Flatbush(here.length)
    for (const { longitude, latitude } of here) index.add(longitude * bend, latitude)
    index.finish()
    return { here, index }
  })
  const byId = new Map(shops.map((shop) => [shop.id, shop]))
  return (from, measured) => {
    const found = new Set<Shop>()
    for (const id of measured.keys()) {
      const shop = byId.get(id)
      if (shop) found.add(shop)
    }
    if (!from) return [...found]
    for (const { here, index } of sheets) {
      const unmeasured = (at: number) => !measured.has(here[at]?.id ?? '')
      for (const at of index.neighbors(
        from.longitude * bend,
        from.latitude,
        WEIGHED,
        Number.POSITIVE_INFINITY,
        unmeasured,
      )) {
        const shop = here[at]
        if (shop) found.add(shop)
      }
    }
    return [...found]
  }
}
