import { idFrom } from '../drive/chance.ts'
import type { Call } from '../drive/client.ts'
import { systemScope } from '../kernel/auth/actor.ts'
import { grantStatement, personByPhone, registerCaller } from '../rooms/people/index.ts'
import { placeRules } from '../rooms/places/index.ts'
import { type Ground, inBatches, operatorSession, REGION } from './ground.ts'
import {
  BUILDING_HEADS,
  FOUNDER,
  type PostHolder,
  RESIDENTS,
  SEAT_PEOPLE,
  SEAT_VOLUNTEERS,
  STAFF,
  type Townsperson,
  unitPerson,
  VOLUNTEERS,
  type Volunteer,
} from './roster.ts'
import { communities, ENTRANCES, entrancePath, readTown, registerCsv, type TownMap } from './town.ts'

const AT_ONCE = 8
const WEEK = [1, 2, 3, 4, 5, 6, 7]
/** Every command of the founding has a key made from its name: founding again, after whatever stop, is the same founding. */
const keyed = (...name: (string | number)[]): { key: string } => ({ key: idFrom('found', ...name) })

type Tokens = (phone: string) => Promise<string>

/**
 * Streets, communities, grids, buildings, doors, people, posts, helpers and teams, all by the rooms' own operations as
 * the region's administrator. Safe to repeat.
 */
export async function foundTown(
  ground: Ground,
  call: Call,
  tokens: Tokens,
  say: (line: string) => void,
): Promise<TownMap> {
  const admin = await firstAdministrator(ground, tokens)
  const { levels } = await placeRules(ground.db, REGION)
  await call(
    'importRegister',
    {
      params: { register: 'areas' },
      query: {},
      file: csv(registerCsv(levels, ENTRANCES, false)),
      ...keyed('areas'),
    },
    admin,
  )
  const town = await readTown(call, admin)
  const people = everybody((await call('listUnits', {}, admin)).items.map(({ key }) => key))
  const doors = people.map(({ door }) => door)
  const different = [...new Map(doors.map((door) => [Object.values(door).join(' '), door])).values()]
  await call(
    'importRegister',
    {
      params: { register: 'households' },
      query: {},
      file: csv(registerCsv(levels, different, true)),
      ...keyed('households'),
    },
    admin,
  )
  say(
    `街道 2，社区 ${communities().length}，楼栋 ${town.all.filter(({ level }) => level === 'building').length}，房屋 ${different.length}`,
  )
  const homes = await householdIds(call, admin)
  const ids = await inBatches(people, AT_ONCE, async (person) => registered(call, admin, town, homes, person))
  const idOf = new Map(people.map(({ phone }, at) => [phone, ids[at] ?? '']))
  await holdPosts(call, tokens, admin, town, people, idOf)
  await inBatches([...SEAT_VOLUNTEERS, ...VOLUNTEERS], AT_ONCE, (helper) =>
    joined(call, tokens, admin, town, helper, idOf.get(helper.phone) ?? ''),
  )
  await teams(call, admin, town, idOf)
  say(`人员 ${people.length}，志愿者 ${VOLUNTEERS.length + SEAT_VOLUNTEERS.length}`)
  return town
}

const csv = (bytes: Buffer) => ({ name: 'register.csv', type: 'text/csv', bytes })

/** Nobody may appoint the first administrator but the founding itself; everything after is that person's work. */
async function firstAdministrator(ground: Ground, tokens: Tokens): Promise<string> {
  const { phone, name } = FOUNDER
  if (!(await personByPhone(ground.db, ground.crypto, REGION, phone))) {
    await registerCaller(ground.db, ground.crypto, REGION, phone, name, '/')
    const { accountId } = await operatorSession(ground, phone)
    await ground.db.commit(systemScope(REGION), [
      grantStatement(REGION, { accountId, role: 'regionAdmin', areaPath: '/', unitId: null, postId: null }),
    ])
  }
  return tokens(phone)
}

/** Each person once, with every post. */
function everybody(units: readonly string[]): (Townsperson & { posts: PostHolder['posts'] })[] {
  const handlers = units.map(unitPerson)
  const residents = RESIDENTS.map(
    (person) => BUILDING_HEADS.find(({ phone }) => phone === person.phone) ?? { ...person, posts: [] },
  )
  return [
    ...Object.values(SEAT_PEOPLE),
    ...Object.values(STAFF).flat(),
    ...handlers,
    ...residents,
    ...VOLUNTEERS.map((helper) => ({ ...helper, posts: [] })),
  ]
}

async function householdIds(call: Call, admin: string): Promise<Map<string, string>> {
  const homes = new Map<string, string>()
  for (let after: string | undefined; ; ) {
    const page = await call(
      'listHouseholds',
      { query: { path: '/', limit: 100, ...(after ? { after } : {}) } },
      admin,
    )
    for (const { id, path, room } of page.items) homes.set(`${path} ${room}`, id)
    if (page.next === null) return homes
    after = page.next
  }
}

async function registered(
  call: Call,
  admin: string,
  town: TownMap,
  homes: ReadonlyMap<string, string>,
  { name, phone, door }: Townsperson,
): Promise<string> {
  const path = entrancePath(town, door)
  const householdId = homes.get(`${path} ${door.room}`)
  const body = { name, phone, path, ...(householdId ? { householdId } : {}) }
  return (await call('registerPerson', { body, ...keyed('person', phone) }, admin)).id
}

async function holdPosts(
  call: Call,
  tokens: Tokens,
  admin: string,
  town: TownMap,
  people: readonly (Townsperson & { posts: PostHolder['posts'] })[],
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  const { items: units } = await call('listUnits', {}, admin)
  const held = people.flatMap((person) => person.posts.map((post) => ({ person, post })))
  await inBatches(held, AT_ONCE, async ({ person, post }) => {
    await tokens(person.phone) // a post needs an account: the first sign-in makes it
    const unitId = 'unit' in post ? units.find(({ key }) => key === post.unit)?.id : undefined
    const where =
      'unit' in post
        ? { unitId: unitId ?? '' }
        : post.at.length > 0
          ? { areaPath: town.pathOf(...post.at) }
          : {}
    const place = 'unit' in post ? post.unit : post.at.join()
    await call(
      'assignPost',
      {
        params: { id: idOf.get(person.phone) ?? '' },
        body: { post: post.post, ...where },
        ...keyed('post', person.phone, post.post, place),
      },
      admin,
    )
  })
}

/** 我要当志愿者, then the skills are verified and clearance is given. */
async function joined(
  call: Call,
  tokens: Tokens,
  admin: string,
  town: TownMap,
  helper: Volunteer,
  id: string,
): Promise<void> {
  const { street, community } = helper.door
  const hours = helper.anyHour ? WEEK.map((weekday) => ({ weekday, from: '00:00', to: '24:00' })) : []
  const servesPath = helper.widely ? town.pathOf(street) : town.pathOf(street, community)
  const body = { servesPath, skills: [...helper.skills], quota: 6, pointsOptIn: helper.points, hours }
  await call('joinAsHelper', { body, ...keyed('helper', helper.phone) }, await tokens(helper.phone))
  for (const skill of helper.skills)
    await call(
      'verifySkill',
      { params: { id }, body: { skill, verified: true }, ...keyed('skill', helper.phone, skill) },
      admin,
    )
  if (helper.homeEntry)
    await call(
      'setHomeEntry',
      { params: { id }, body: { homeEntry: true }, ...keyed('homeEntry', helper.phone) },
      admin,
    )
}

/** One volunteers' team in each community, of the helpers who live there. */
async function teams(
  call: Call,
  admin: string,
  town: TownMap,
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { street, community } of communities()) {
    const body = { kind: 'volunteers', name: `${community}志愿者队`, path: town.pathOf(street, community) }
    const { id } = await call('openTeam', { body, ...keyed('team', community) }, admin)
    const members = [...SEAT_VOLUNTEERS, ...VOLUNTEERS].filter(({ door }) => door.community === community)
    for (const { phone } of members)
      await call(
        'joinTeam',
        { params: { id }, body: { personId: idOf.get(phone) ?? '' }, ...keyed('member', community, phone) },
        admin,
      )
  }
}
