import type { Level, Post } from '@linli/contract'
import { postWith } from '../demo/roster.ts'
import type { Door } from '../demo/town.ts'
import { chanceOf } from '../drive/chance.ts'

/** A district of the size that the service-365 document prints: 12 streets or towns, 130 communities and 13 villages. */
export const PRINTED_SIZE = {
  streets: 12,
  communities: 130,
  villages: 13,
  gridWorkers: 1800,
  helpers: 10_000,
}
export type TownSize = typeof PRINTED_SIZE
const BUILDINGS_A_GRID = 2
const FLOORS = 6

type Rules = {
  readonly levels: readonly Pick<Level, 'key' | 'name'>[]
  readonly posts: readonly Post[]
  readonly skills: readonly { readonly key: string }[]
}
type Person = { readonly name: string; readonly phone: string; readonly door: Door }
/** Where a post is held: by the way to the area in words (none for the whole place), or in a unit. */
export type Held = { readonly post: Post } & ({ readonly at: readonly string[] } | { readonly unit: string })
export type PrintedTown = {
  readonly levels: Rules['levels']
  /** Every building. */
  readonly buildings: readonly Omit<Door, 'room'>[]
  readonly staff: readonly (Person & { readonly held: Held })[]
  readonly helpers: readonly (Person & {
    readonly skill: string
    readonly homeEntry: boolean
    readonly points: boolean
  })[]
  /** The way in words to the area of a level in which a door lies. */
  way(door: Omit<Door, 'room'>, level: string): readonly string[]
}

/** Made-up names: no list repeats within its product with the next. */
const FIRST = [...'柳青樟杏荷竹梅兰松桂枫桐']
const SECOND = [...'岸桥荫园风坪塘湾坡林溪洲']
const SURNAMES = [...'万熊涂邓胡罗邹龚喻章程陶袁徐吴闵魏余彭饶聂易甘傅姜夏黎蔡梅史']
const GIVEN = [...'秀国志桂建小文玉海春思雅永丽少佩大晓长慧光水俊凤德静家美伟月']

const at = <T>(list: readonly T[], n: number): T => {
  const found = list[n % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}
/** Different for every n below 27,000. */
const nameOf = (n: number): string =>
  at(SURNAMES, n) +
  at(GIVEN, Math.floor(n / SURNAMES.length)) +
  at(GIVEN, Math.floor(n / SURNAMES.length / GIVEN.length) * 7 + 3)

/**
 * Draws the ground and the people of a town of that size from the place's own levels, posts and skills: always the same.
 * @param units keys of the place's units; each gets one who handles its orders
 * @throws when the place has no communities or no buildings in them
 */
export function printedTown(
  rules: Rules,
  units: readonly string[],
  size: TownSize = PRINTED_SIZE,
): PrintedTown {
  const { levels } = rules
  const community = levels.findIndex(({ key }) => key === 'community')
  const building = levels.findIndex(({ key }) => key === 'building')
  if (community < 0 || building <= community)
    throw new Error('a town needs communities and buildings in them')
  const way = ({ names, compound }: Omit<Door, 'room'>, level: string): string[] => {
    const depth = levels.findIndex(({ key }) => key === level) + 1
    const down = names.slice(0, depth)
    return depth > building ? down.toSpliced(building, 0, compound) : down
  }
  const buildings = buildingsOf(levels, community, building, size)
  const areasOf = (level: string): string[][] => [
    ...new Map(buildings.map((one) => way(one, level)).map((one) => [one.join(' '), one])).values(),
  ]
  const person = (n: number): Person => ({
    name: nameOf(n),
    phone: `198${String(n).padStart(8, '0')}`,
    door: { ...at(buildings, n * 7), room: `${(n % FLOORS) + 1}0${(Math.floor(n / FLOORS) % 4) + 1}` },
  })
  const held = heldPosts(rules.posts, areasOf, units, size.gridWorkers)
  const staff = held.map((one, n) => ({ ...person(n), held: one }))
  const helpers = Array.from({ length: size.helpers }, (_, n) => {
    const chance = chanceOf('printed helper', n)
    return {
      ...person(held.length + n),
      skill: at(rules.skills, n).key,
      homeEntry: chance.happens('homeEntry', 0.85),
      points: chance.happens('points', 0.8),
    }
  })
  return { levels, buildings, staff, helpers, way }
}

/** Grids are dealt to the communities in turn, and communities to the streets, so that all are about equally large. */
function buildingsOf(
  levels: Rules['levels'],
  community: number,
  building: number,
  { streets, communities, villages, gridWorkers }: TownSize,
): Omit<Door, 'room'>[] {
  const named = (level: number, name: string): string => `${name}${levels[level]?.name.zh ?? ''}`
  const all = communities + villages
  return Array.from({ length: gridWorkers }, (_, grid) => {
    const n = grid % all
    const stem = at(FIRST, n) + at(SECOND, Math.floor(n / FIRST.length))
    const upper = Array.from({ length: community }, (_, level) =>
      named(level, level === 0 ? `${at(SECOND, n % streets)}${at(FIRST, n % streets)}` : '第1'),
    )
    const own = n < communities ? named(community, stem) : `${stem}村`
    const order = Math.floor(grid / all) + 1
    const lower = Array.from({ length: building - community - 1 }, (_, depth) =>
      named(community + 1 + depth, depth === 0 ? `第${order}` : '第1'),
    )
    return Array.from({ length: BUILDINGS_A_GRID }, (_, number) => ({
      compound: `${stem}${order}号院`,
      names: [...upper, own, ...lower, `${number + 1}栋`],
    }))
  }).flat()
}

/** One holder of every post in every area of its level and in every unit, and the printed number of grid workers; helpers' posts stay open. */
function heldPosts(
  posts: readonly Post[],
  areasOf: (level: string) => string[][],
  units: readonly string[],
  gridWorkers: number,
): Held[] {
  const worker = postWith(posts, ['gridWorker'])
  return posts.flatMap((post): Held[] => {
    if (post.roles.every((role) => role === 'helper')) return []
    if (post.level === 'unit') return units.map((unit) => ({ post, unit }))
    if (post.level === 'region') return [{ post, at: [] }]
    if (post.roles.includes('gridWorker')) {
      if (post !== worker) return []
      const grids = areasOf(post.level)
      return Array.from({ length: gridWorkers }, (_, n) => ({ post, at: at(grids, n) }))
    }
    return areasOf(post.level).map((area) => ({ post, at: area }))
  })
}
