/** Where somebody stands: the area, and its point in ten-millionths of a degree where it is on the map. */
export type Spot = {
  readonly path: string
  readonly at: { readonly longitude: number; readonly latitude: number } | null
}

/** Metres in a ten-millionth of a degree of latitude. */
const METRES = 0.0111
/** Metres where one of two is not on the map, by how many levels up they meet: in one building, one grid, one community, one street. */
const BY_LEVELS = [50, 300, 800, 2500] as const
const FAR = 6000

/** Minutes on foot in a straight line; `measured` says whether both stand on the map. */
export function wayBetween(
  from: Spot,
  to: Spot,
  metresPerMinute: number,
): { readonly minutes: number; readonly measured: boolean } {
  if (from.at && to.at) {
    const narrow = Math.cos((from.at.latitude / 1e7 / 180) * Math.PI)
    const east = (to.at.longitude - from.at.longitude) * METRES * narrow
    const north = (to.at.latitude - from.at.latitude) * METRES
    return { minutes: Math.hypot(east, north) / metresPerMinute, measured: true }
  }
  const [here, there] = [codesOf(from.path), codesOf(to.path)]
  let same = 0
  while (same < here.length && here[same] === there[same]) same += 1
  const apart = Math.max(here.length, there.length) - same
  return { minutes: (BY_LEVELS[apart] ?? FAR) / metresPerMinute, measured: false }
}

const codesOf = (path: string): string[] => path.split('/').filter(Boolean)
