import type { PairingRule } from '@linli/contract'
import type { Pairing, PairingTask } from '../rules/pairing.ts'

export type At = { readonly id: string; readonly path: string }
type Building = { readonly path: string; readonly longitude: number | null; readonly latitude: number | null }
/** Those to be paired with one rule, gathered where they live. */
export type Gathered = { readonly task: PairingTask; readonly groups: readonly (readonly At[])[] }

/** Only so many of the nearest takers come into question for a place. */
const NEAR = 8
/** Buildings that nobody has placed stand so far from each other in the register, in metres. */
const PACE = 40
const METRES = 0.0111

/**
 * The task of one rule: households gathered by building, so that the program stays small; members and units one by one.
 * Whoever serves an area and not a building stands at the first of its buildings.
 */
export function taskOf(
  rule: PairingRule,
  wanted: readonly At[],
  takers: readonly At[],
  buildings: readonly Building[],
): Gathered {
  // Where units are to stand, an area without buildings has a point of its own: whoever stands there stays there.
  const bare =
    rule.by === null ? takers.filter(({ path }) => !buildings.some((one) => one.path.startsWith(path))) : []
  const known = [
    ...buildings,
    ...bare.map(({ path }) => ({ path, longitude: null, latitude: null })),
  ].toSorted((one, other) => (one.path < other.path ? -1 : 1))
  const points = pointsOf(known)
  const pointOf = (path: string): { x: number; y: number } =>
    points.get(buildingOf(path, points)) ??
    points.get(known.find((one) => one.path.startsWith(path))?.path ?? '') ?? { x: 0, y: 0 }
  const groups = [
    ...Map.groupBy(wanted, ({ id, path }) =>
      rule.what === 'households' ? buildingOf(path, points) : id,
    ).values(),
  ]
  const near = rule.by === null ? takers.length : NEAR
  return {
    groups,
    task: {
      places: groups.map((members) => {
        const path = members[0]?.path ?? '/'
        return { ...pointOf(path), count: members.length, ...(path === '/' ? { isAnywhere: true } : {}) }
      }),
      takers: takers.map(({ path }) => pointOf(path)),
      least: rule.least,
      most: rule.most,
      near,
    },
  }
}

/** Which of those to be paired goes to which taker: of each place the first so many, in the order of their doors. */
export function pairsOfPlan({ groups }: Gathered, { pairs }: Pairing): { one: At; taker: number }[] {
  const next = groups.map(() => 0)
  return pairs.flatMap(({ place, taker, count }) => {
    const from = next[place] ?? 0
    next[place] = from + count
    return (groups[place] ?? []).slice(from, from + count).map((one) => ({ one, taker }))
  })
}

function buildingOf(path: string, points: ReadonlyMap<string, unknown>): string {
  for (let up = path; up !== '' && up !== '/'; up = up.replace(/[^/]+\/$/, '')) if (points.has(up)) return up
  return path
}

/** A point in metres for each building, from the first that has a position; whoever has none stands in the register's order from there. */
function pointsOf(buildings: readonly Building[]): Map<string, { x: number; y: number }> {
  const first = buildings.find((one) => one.latitude !== null)
  const [east, north] = [first?.longitude ?? 0, first?.latitude ?? 0]
  const narrow = Math.cos((north / 1e7 / 180) * Math.PI)
  return new Map(
    buildings.map(({ path, longitude, latitude }, at) => [
      path,
      longitude === null || latitude === null
        ? { x: at * PACE, y: 0 }
        : { x: (longitude - east) * METRES * narrow, y: (latitude - north) * METRES },
    ]),
  )
}
