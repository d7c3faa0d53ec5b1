import { communityName, compoundName, oneOf, personName, seeded } from './names.ts'
import { buildingPlace } from './townGround.ts'

/** How large a town is. The default is the largest place of the sources; `times` makes as many of everything. */
export type TownSize = {
  readonly grids: number
  readonly households: number
  readonly people: number
  /** 中心户: one household in its neighbourhood. */
  readonly hubs: number
  /** Fewer than grids: some serve two. */
  readonly gridWorkers: number
}
export const LARGEST_TOWN: TownSize = {
  grids: 146,
  households: 30_000,
  people: 110_000,
  hubs: 728,
  gridWorkers: 102,
}
export const timesTown = (size: TownSize, times: number): TownSize => ({
  grids: size.grids * times,
  households: size.households * times,
  people: size.people * times,
  hubs: size.hubs * times,
  gridWorkers: size.gridWorkers * times,
})

export type TownArea = {
  readonly id: string
  readonly path: string
  readonly parentPath: string
  readonly level: 'street' | 'community' | 'grid' | 'building' | 'entrance'
  readonly code: string
  readonly name: string
  readonly compound: string | null
}
export type TownHousehold = { readonly id: string; readonly path: string; readonly room: string }
/** Where a building stands, in 0.0000001 degrees of WGS84. */
export type TownPosition = { readonly path: string; readonly longitude: number; readonly latitude: number }
export type TownPerson = {
  readonly id: string
  readonly name: string
  readonly phone: string | null
  readonly path: string
  readonly householdId: string
}
export type Town = {
  readonly size: TownSize
  /** Parents before children. Levels are those of the preset `xihu`. */
  readonly areas: readonly TownArea[]
  readonly grids: readonly string[]
  readonly positions: readonly TownPosition[]
  readonly households: readonly TownHousehold[]
  /** Hub households, spread evenly. */
  readonly hubs: readonly TownHousehold[]
  /** Everybody, household by household; the same each time. */
  people(): Generator<TownPerson>
}

const COMMUNITY_GRIDS = 12
const STREET_COMMUNITIES = 6
const ENTRANCES = 2
const FLOORS = 6
const DOORS = 2
/** How a compound writes its buildings. */
const BUILDING_HABITS = ['栋', '幢', '号楼', '座'] as const
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A made-up town, the same for the same seed. Nothing of it is any real place, person or number. */
export function makeTown(size: TownSize = LARGEST_TOWN, seed = 1): Town {
  const random = seeded(seed)
  const areas: TownArea[] = []
  const positions: TownPosition[] = []
  const households: TownHousehold[] = []
  const grids: string[] = []
  const open = (
    parentPath: string,
    level: TownArea['level'],
    code: string,
    name: string,
    compound: string | null = null,
  ) => {
    const path = `${parentPath}${code}/`
    areas.push({ id: seededId(random), path, parentPath, level, code, name, compound })
    return path
  }
  const perBuilding = ENTRANCES * FLOORS * DOORS
  let street = ''
  let community = ''
  for (let number = 0; number < size.grids; number += 1) {
    const inCommunity = Math.floor(number / COMMUNITY_GRIDS)
    if (number % (COMMUNITY_GRIDS * STREET_COMMUNITIES) === 0) {
      const next = number / (COMMUNITY_GRIDS * STREET_COMMUNITIES) + 1
      street = open('/', 'street', `s${next}`, `示范${next}街道`)
    }
    if (number % COMMUNITY_GRIDS === 0)
      community = open(
        street,
        'community',
        `c${(inCommunity % STREET_COMMUNITIES) + 1}`,
        communityName(inCommunity),
      )
    const grid = open(
      community,
      'grid',
      `g${(number % COMMUNITY_GRIDS) + 1}`,
      `${(number % COMMUNITY_GRIDS) + 1}网格`,
    )
    grids.push(grid)
    const compound = compoundName(number)
    const habit = oneOf(random, BUILDING_HABITS)
    const doors = Math.floor(((number + 1) * size.households) / size.grids) - households.length
    for (let building = 1; building <= Math.ceil(doors / perBuilding); building += 1) {
      const letter = habit === '座' ? LETTERS[building - 1] : undefined
      const at = open(grid, 'building', `b${building}`, `${letter ?? building}${habit}`, compound)
      positions.push({ path: at, ...buildingPlace(number, building, random) })
      const here = Math.min(perBuilding, doors - (building - 1) * perBuilding)
      for (let entrance = 1; entrance <= Math.ceil(here / (FLOORS * DOORS)); entrance += 1) {
        const path = open(at, 'entrance', `e${entrance}`, `${entrance}单元`)
        const rooms = Math.min(FLOORS * DOORS, here - (entrance - 1) * FLOORS * DOORS)
        for (let door = 0; door < rooms; door += 1)
          households.push({
            id: seededId(random),
            path,
            room: `${Math.floor(door / DOORS) + 1}0${(door % DOORS) + 1}`,
          })
      }
    }
  }
  const hubs = spread(households, size.hubs)
  return { size, areas, grids, positions, households, hubs, people: () => peopleOf(size, households, seed) }
}

function* peopleOf(
  size: TownSize,
  households: readonly TownHousehold[],
  seed: number,
): Generator<TownPerson> {
  const random = seeded(seed + 1)
  let made = 0
  for (const [at, household] of households.entries()) {
    const until = Math.floor(((at + 1) * size.people) / households.length)
    const surname = personName(random).slice(0, 1)
    // Every name of a family is another, since without a number the name at the door says who somebody is.
    const family = new Set<string>()
    while (made < until) {
      const name = surname + personName(random).slice(1)
      if (family.has(name)) continue
      family.add(name)
      const phone = family.size <= 2 ? `1991${String(made).padStart(7, '0')}` : null
      yield { id: seededId(random), name, phone, path: household.path, householdId: household.id }
      made += 1
    }
  }
}

/** As many of a list as are wanted, evenly. */
const spread = <T>(list: readonly T[], wanted: number): T[] =>
  Array.from(
    { length: Math.min(wanted, list.length) },
    (_, n) => list[Math.floor((n * list.length) / wanted)],
  ).flatMap((one) => (one === undefined ? [] : [one]))

/** A UUID of version 7 whose time and chance come from the seed. */
function seededId(random: () => number): string {
  const hex = (digits: number): string =>
    Math.floor(random() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  return `0190${hex(4)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(6)}${hex(6)}`
}
