import type { Seat } from '@linli/contract/demo/endpoints'
import { type Chance, chanceOf } from '../drive/chance.ts'
import { communities, type Door, doorOf, ENTRANCES, grids, streets } from './town.ts'

/** Somebody of the demo town. All of them are made up; their numbers begin with 199 0000. */
export type Townsperson = { readonly name: string; readonly phone: string; readonly door: Door }
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
const SKILLS = [
  'electrics',
  'plumbing',
  'locks',
  'appliances',
  'haircutting',
  'nursing',
  'counselling',
  'tutoring',
  'law',
]

const phone = (n: number): string => `1990000${String(n).padStart(4, '0')}`

/** A name no other number has: the two lists have no common length, so 900 pairs come before one repeats. */
function nameOf(n: number): string {
  const surname = SURNAMES[n % SURNAMES.length] ?? ''
  return surname + (GIVEN[(n * 7 + Math.floor(n / SURNAMES.length)) % GIVEN.length] ?? '')
}
const person = (n: number): Townsperson => ({ name: nameOf(n), phone: phone(n), door: doorOf(n) })

const everyStreet = (post: string): Post[] => streets().map((street) => ({ post, at: [street] }))
const HOME: Door = { ...(ENTRANCES[0] ?? doorOf(0)), room: '301' }
const home = (entrance: number, room: string): Door => ({ ...(ENTRANCES[entrance] ?? HOME), room })
const everywhere = (post: string): Post[] => [{ post, at: [] }]

/** Who sets the town up; holds no seat. */
export const FOUNDER = { name: '建区专员', phone: phone(99) }

/** The people of the seats: a visitor sits down as one of them, so simulated neighbours never use them. */
export const SEAT_PEOPLE: { readonly [seat in Seat]: PostHolder & { readonly screen: '/' | '/desk/' } } = {
  resident: { name: '罗美珍', phone: phone(1), door: HOME, posts: [], screen: '/' },
  buildingHead: {
    name: '徐建国',
    phone: phone(2),
    door: home(0, '102'),
    posts: [
      { post: 'buildingHead', at: [HOME.street, HOME.community, HOME.grid, HOME.compound, HOME.building] },
    ],
    screen: '/',
  },
  helper: { name: '万志远', phone: phone(3), door: home(1, '202'), posts: [], screen: '/' },
  secondHelper: { name: '胡晓芸', phone: phone(4), door: home(3, '501'), posts: [], screen: '/' },
  gridWorker: {
    name: '涂小燕',
    phone: phone(5),
    door: home(4, '401'),
    posts: [{ post: 'gridWorker', at: [HOME.street, HOME.community, HOME.grid] }],
    screen: '/',
  },
  duty: {
    name: '熊思敏',
    phone: phone(6),
    door: home(20, '302'),
    posts: everywhere('regionDuty'),
    screen: '/desk/',
  },
  reviewer: {
    name: '邹立平',
    phone: phone(7),
    door: home(24, '201'),
    posts: everyStreet('reviewer'),
    screen: '/desk/',
  },
  caller: {
    name: '龚雨桐',
    phone: phone(8),
    door: home(28, '602'),
    posts: everyStreet('caller'),
    screen: '/desk/',
  },
  publisher: {
    name: '喻文静',
    phone: phone(9),
    door: home(32, '401'),
    posts: everyStreet('publisher'),
    screen: '/desk/',
  },
  unitHandler: {
    name: '陶永强',
    phone: phone(10),
    door: home(36, '101'),
    posts: [{ post: 'unitHandler', unit: 'propertyHerun' }],
    screen: '/',
  },
  regionAdmin: {
    name: '程立新',
    phone: phone(11),
    door: home(40, '502'),
    posts: everywhere('regionAdmin'),
    screen: '/desk/',
  },
  leader: {
    name: '章致和',
    phone: phone(12),
    door: home(44, '301'),
    posts: everywhere('leader'),
    screen: '/desk/',
  },
  auditor: {
    name: '袁清越',
    phone: phone(13),
    door: home(48, '202'),
    posts: everywhere('auditor'),
    screen: '/desk/',
  },
}

/** Seats whose people are helpers too, at any hour, so that the walk works whenever somebody looks. */
export const SEAT_VOLUNTEERS: readonly Volunteer[] = [
  SEAT_PEOPLE.helper,
  SEAT_PEOPLE.secondHelper,
  SEAT_PEOPLE.buildingHead,
].map((seat, at) => ({
  ...seat,
  skills: at === 0 ? ['electrics', 'plumbing', 'locks'] : ['electrics', 'appliances', 'nursing'],
  homeEntry: true,
  anyHour: true,
  widely: false,
  points: true,
}))

/** 150 residents of ordinary homes. */
export const RESIDENTS: readonly Townsperson[] = Array.from({ length: 150 }, (_, n) => person(1000 + n))

/** 32 helpers, two or three in each grid; every skill is verified for several of them. */
export const VOLUNTEERS: readonly Volunteer[] = Array.from({ length: 32 }, (_, n) => {
  const chance = chanceOf('volunteer', n)
  return {
    ...person(200 + n),
    skills: [...new Set([SKILLS[n % 9] ?? '', SKILLS[(n * 4 + 1) % 9] ?? ''])],
    homeEntry: chance.happens('homeEntry', 0.85),
    anyHour: n % 2 === 0,
    widely: chance.happens('widely', 0.6),
    points: chance.happens('points', 0.8),
  }
})

/** The staff that the simulated neighbours work with: for each community, street and unit somebody who is no seat. */
export const STAFF: {
  readonly [kind in 'duty' | 'reviewers' | 'callers' | 'publishers' | 'gridWorkers']: readonly PostHolder[]
} = {
  duty: communities().map(({ street, community }, n) => ({
    ...person(100 + n),
    posts: [{ post: 'communityWorker', at: [street, community] }],
  })),
  reviewers: streets().map((street, n) => ({
    ...person(110 + n),
    posts: [{ post: 'reviewer', at: [street] }],
  })),
  callers: streets().map((street, n) => ({ ...person(120 + n), posts: [{ post: 'caller', at: [street] }] })),
  publishers: streets().map((street, n) => ({
    ...person(130 + n),
    posts: [{ post: 'publisher', at: [street] }],
  })),
  gridWorkers: grids().map(({ street, community, grid }, n) => ({
    ...person(140 + n),
    posts: [{ post: 'gridWorker', at: [street, community, grid] }],
  })),
}

/** Somebody of each unit who signs for what is sent there. */
export const unitPerson = (unitKey: string, n: number): PostHolder => ({
  ...person(170 + n),
  posts: [{ post: 'unitHandler', unit: unitKey }],
})

/** A 楼栋长 for every building but the seat's own: the first resident found in it. */
export const BUILDING_HEADS: readonly PostHolder[] = RESIDENTS.filter(
  ({ door }, at) =>
    RESIDENTS.findIndex((other) => sameBuilding(other.door, door)) === at && !sameBuilding(door, HOME),
).map((resident) => ({ ...resident, posts: [{ post: 'buildingHead', at: wayToBuilding(resident.door) }] }))

function sameBuilding(a: Door, b: Door): boolean {
  return wayToBuilding(a).join() === wayToBuilding(b).join()
}

function wayToBuilding(door: Door): string[] {
  return [door.street, door.community, door.grid, door.compound, door.building]
}

/** A made-up name for somebody who only passes through. */
export const inventedName = (chance: Chance): string =>
  chance.pick('surname', SURNAMES) + chance.pick('given', GIVEN)
