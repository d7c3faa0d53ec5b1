import type { Post as PlacePost, Role } from '@linli/contract'
import { SEATS, type Seat } from '@linli/contract/demo/endpoints'
import { type Chance, chanceOf } from '../drive/chance.ts'
import type { PlaceRules } from '../rooms/places/index.ts'
import type { Door, Layout } from './town.ts'

/** Somebody of the demo town. All of them are made up; their numbers begin with 199 0000. */
export type Townsperson = { readonly name: string; readonly phone: string; readonly door: Door }
/** A post held at an area, by the way to it in words, or in a unit. */
export type Post =
  | { readonly post: string; readonly at: readonly string[] }
  | { readonly post: string; readonly unit: string }
export type PostHolder = Townsperson & { readonly posts: readonly Post[] }
export type Volunteer = Townsperson & {
  readonly skills: readonly string[]
  readonly homeEntry: boolean
  /** Whether at any hour; else by day as usual. */
  readonly anyHour: boolean
  readonly widely: boolean
  readonly points: boolean
}

const SURNAMES = [...'万熊涂邓胡罗邹龚喻章程陶袁徐吴闵魏余彭饶聂易甘傅姜夏黎蔡梅史']
const GIVEN =
  '秀英 国强 志明 桂兰 建华 小红 文斌 玉珍 海涛 春梅 思远 雅琴 永福 丽娟 少平 佩芳 大勇 晓燕 长根 慧敏 光荣 水莲 俊杰 凤英 德胜 静怡 家旺 美玲 伟民 月娥'.split(
    ' ',
  )

const phone = (n: number): string => `1990000${String(n).padStart(4, '0')}`

/** A name no other number has: the two lists have no common length, so 900 pairs come before one repeats. */
function nameOf(n: number): string {
  const surname = SURNAMES[n % SURNAMES.length] ?? ''
  return surname + (GIVEN[(n * 7 + Math.floor(n / SURNAMES.length)) % GIVEN.length] ?? '')
}

/** Who sets the town up, and who appoints its administrators; they hold no seat. */
export const FOUNDER = { name: '建区专员', phone: phone(99) }
export const SECURITY_FOUNDER = { name: '建区安全员', phone: phone(98) }

/** The people of the seats: a visitor sits down as one of them, so simulated neighbours never use them. */
export const SEAT_PEOPLE: {
  readonly [seat in Seat]: {
    readonly name: string
    readonly phone: string
    readonly screen: '/' | '/desk/' | '/wall/'
    /** The number of the entrance and the room in it. */
    readonly home: readonly [entrance: number, room: string]
  }
} = {
  resident: { name: '罗美珍', phone: phone(1), screen: '/', home: [0, '301'] },
  buildingHead: { name: '徐建国', phone: phone(2), screen: '/', home: [0, '102'] },
  helper: { name: '万志远', phone: phone(3), screen: '/', home: [1, '202'] },
  secondHelper: { name: '胡晓芸', phone: phone(4), screen: '/', home: [3, '501'] },
  gridWorker: { name: '涂小燕', phone: phone(5), screen: '/', home: [4, '401'] },
  duty: { name: '熊思敏', phone: phone(6), screen: '/desk/', home: [20, '302'] },
  reviewer: { name: '邹立平', phone: phone(7), screen: '/desk/', home: [24, '201'] },
  caller: { name: '龚雨桐', phone: phone(8), screen: '/desk/', home: [28, '602'] },
  publisher: { name: '喻文静', phone: phone(9), screen: '/desk/', home: [32, '401'] },
  unitHandler: { name: '陶永强', phone: phone(10), screen: '/', home: [36, '101'] },
  regionAdmin: { name: '程立新', phone: phone(11), screen: '/desk/', home: [40, '502'] },
  securityAdmin: { name: '余守安', phone: phone(14), screen: '/desk/', home: [46, '403'] },
  leader: { name: '章致和', phone: phone(12), screen: '/wall/', home: [44, '301'] },
  auditor: { name: '袁清越', phone: phone(13), screen: '/desk/', home: [48, '202'] },
}

export type Roster = {
  readonly seats: { readonly [seat in Seat]: PostHolder }
  /** Seats whose people are helpers too, at any hour, so that the walk works whenever somebody looks. */
  readonly seatVolunteers: readonly Volunteer[]
  /** 150 residents of ordinary homes. */
  readonly residents: readonly Townsperson[]
  /** A head of every building but the seat's own, where the place has that post: the first resident found in it. */
  readonly buildingHeads: readonly PostHolder[]
  /** 32 helpers, two or three in each grid; every skill is verified for several of them. */
  readonly volunteers: readonly Volunteer[]
  /** The staff that the simulated neighbours work with: in each area and unit somebody who is no seat. */
  readonly staff: {
    readonly [kind in 'duty' | 'reviewers' | 'callers' | 'publishers' | 'gridWorkers']: readonly PostHolder[]
  }
  /** Somebody of a unit who signs for what is sent there. */
  unitPerson(unitKey: string, n: number): PostHolder
}

type Rules = Pick<PlaceRules, 'posts' | 'skills' | 'items' | 'supplies'>

/**
 * The post of a place that carries the roles: the one that carries nothing else, and of several the one named like the first.
 * @param level only posts of this level; `below` the whole place when null
 */
export function postWith(
  posts: readonly PlacePost[],
  roles: readonly Role[],
  level?: string | 'below',
): PlacePost | undefined {
  return posts
    .filter((post) => roles.every((role) => post.roles.includes(role)))
    .filter(
      (post) => level === undefined || (level === 'below' ? post.level !== 'region' : post.level === level),
    )
    .sort(
      (a, b) => a.roles.length - b.roles.length || Number(b.key === roles[0]) - Number(a.key === roles[0]),
    )[0]
}

/** The people of a demo town on its ground, in the posts that its place has. */
export function rosterOf(rules: Rules, layout: Layout): Roster {
  const { posts } = rules
  const person = (n: number): Townsperson => ({ name: nameOf(n), phone: phone(n), door: layout.doorOf(n) })
  const everywhere = (post: PlacePost | undefined): Post[] =>
    post ? layout.areasOf(post.level).map((at) => ({ post: post.key, at })) : []
  const here = (post: PlacePost | undefined, door: Door): Post[] =>
    post ? [{ post: post.key, at: layout.way(door, post.level) }] : []
  const oneEach = (post: PlacePost | undefined, first: number): PostHolder[] =>
    everywhere(post).map((held, n) => ({ ...person(first + n), posts: [held] }))

  const heads = postWith(posts, ['helper'], 'building')
  const gridWorker = postWith(posts, ['gridWorker'])
  const unitHandler = postWith(posts, ['unitHandler'])
  const regionDuty = postWith(posts, ['intake', 'dispatcher'], 'region')
  const duty = postWith(posts, ['intake', 'dispatcher'], 'below') ?? regionDuty
  const [reviewer, caller, publisher] = (['reviewer', 'caller', 'publisher'] as const).map((role) =>
    postWith(posts, [role]),
  )
  const held = (seat: Seat, door: Door): Post[] => {
    switch (seat) {
      case 'buildingHead':
        return here(heads, door)
      case 'gridWorker':
        return here(gridWorker, door)
      case 'unitHandler':
        return unitHandler ? unitsAtHand(rules).map((unit) => ({ post: unitHandler.key, unit })) : []
      case 'duty':
        return everywhere(regionDuty ?? duty)
      case 'resident':
      case 'helper':
      case 'secondHelper':
        return []
      default:
        return everywhere(postWith(posts, [seat]))
    }
  }
  const seat = (key: Seat): PostHolder => {
    const { name, phone: number, home } = SEAT_PEOPLE[key]
    const entrance = layout.entrances[home[0] % layout.entrances.length]
    const door = { ...(entrance ?? layout.doorOf(0)), room: home[1] }
    return { name, phone: number, door, posts: held(key, door) }
  }
  const seats = Object.fromEntries(
    Object.keys(SEATS).map((key) => [key, seat(key as Seat)]),
  ) as Roster['seats'] // Object.keys forgets the key type
  const residents = Array.from({ length: 150 }, (_, n) => person(1000 + n))
  return {
    seats,
    seatVolunteers: seatVolunteers(rules, seats),
    residents,
    buildingHeads: heads ? buildingHeads(heads, residents, seats.resident.door, layout) : [],
    volunteers: Array.from({ length: 32 }, (_, n) => volunteer(rules, person(200 + n), n)),
    staff: {
      duty: oneEach(duty, 100),
      reviewers: oneEach(reviewer, 110),
      callers: oneEach(caller, 120),
      publishers: oneEach(publisher, 130),
      gridWorkers: oneEach(gridWorker, 140),
    },
    unitPerson: (unit, n) => ({
      ...person(300 + n),
      posts: unitHandler ? [{ post: unitHandler.key, unit }] : [],
    }),
  }
}

/** The unit of the seat: the one that supplies most, else the first that an item is sent to. */
function unitsAtHand({ supplies, items }: Rules): string[] {
  const [most] = [...supplies].sort((a, b) => b.items.length - a.items.length)
  const unit = most?.unit ?? items.find((item) => item.unit !== null)?.unit
  return unit ? [unit] : []
}

const keysAt = ({ skills }: Rules, ...at: number[]): string[] => [
  ...new Set(at.flatMap((one) => skills[one % skills.length]?.key ?? [])),
]

const seatVolunteers = (rules: Rules, seats: Roster['seats']): Volunteer[] =>
  [seats.helper, seats.secondHelper, seats.buildingHead].map((seat, at) => ({
    ...seat,
    skills: at === 0 ? keysAt(rules, 0, 1, 2) : keysAt(rules, 0, 3, 5),
    homeEntry: true,
    anyHour: true,
    widely: false,
    points: true,
  }))

function volunteer(rules: Rules, person: Townsperson, n: number): Volunteer {
  const chance = chanceOf('volunteer', n)
  return {
    ...person,
    skills: keysAt(rules, n, n * 4 + 1),
    homeEntry: chance.happens('homeEntry', 0.85),
    anyHour: n % 2 === 0,
    widely: chance.happens('widely', 0.6),
    points: chance.happens('points', 0.8),
  }
}

function buildingHeads(
  { key, level }: PlacePost,
  residents: readonly Townsperson[],
  taken: Door,
  layout: Layout,
): PostHolder[] {
  const way = (door: Door): string => layout.way(door, level).join(' ')
  const firsts = new Map<string, Townsperson>()
  for (const resident of residents)
    if (!firsts.has(way(resident.door))) firsts.set(way(resident.door), resident)
  firsts.delete(way(taken))
  return [...firsts.values()].map((resident) => ({
    ...resident,
    posts: [{ post: key, at: layout.way(resident.door, level) }],
  }))
}

/** A made-up name for somebody who only passes through. */
export const inventedName = (chance: Chance): string =>
  chance.pick('surname', SURNAMES) + chance.pick('given', GIVEN)
