import type { Post } from '@linli/contract'
import { ANY_HOUR } from '@linli/contract/people/shapes'
import { idFrom } from '../drive/chance.ts'
import type { Call } from '../drive/client.ts'
import { placeRules } from '../rooms/places/index.ts'
import { administratorOf, appointed, firstAdministrators } from './administrators.ts'
import { servesPath } from './demoCast.ts'
import { type Ground, inBatches, REGION } from './ground.ts'
import type { PostHolder, Roster, Townsperson, Volunteer } from './roster.ts'
import { type Setting, settingOf } from './setting.ts'
import { doorPath, readTown, registerCsv, type TownMap } from './town.ts'

const AT_ONCE = 8
/** Every command of the founding has a key made from its name: founding again, after whatever stop, is the same founding. */
const keyed = (...name: (string | number)[]): { key: string } => ({ key: idFrom('found', ...name) })

type Tokens = (phone: string) => Promise<string>

/**
 * Streets, communities, grids, buildings, doors, people, posts, helpers and teams, all by the rooms' own operations as
 * the region's administrators. Safe to repeat.
 */
export async function foundTown(
  ground: Ground,
  call: Call,
  tokens: Tokens,
  say: (line: string) => void,
): Promise<TownMap> {
  const rules = await placeRules(ground.db, REGION)
  const setting = settingOf(rules)
  const { layout, roster } = setting
  const { admin, security } = await firstAdministrators(ground, tokens)
  await call(
    'importRegister',
    {
      params: { register: 'areas' },
      query: {},
      file: csv(registerCsv(layout.levels, layout.entrances)),
      ...keyed('areas'),
    },
    admin,
  )
  const town = await readTown(call, admin)
  const people = everybody(
    roster,
    (await call('listUnits', {}, admin)).items.map(({ key }) => key),
  )
  const doors = people.map(({ door }) => door)
  const different = [...new Map(doors.map((door) => [`${door.names.join(' ')} ${door.room}`, door])).values()]
  await call(
    'importRegister',
    {
      params: { register: 'households' },
      query: {},
      file: csv(registerCsv(layout.levels, different)),
      ...keyed('households'),
    },
    admin,
  )
  const counted = layout.levels.map(
    ({ key, name }) => `${name.zh} ${town.all.filter(({ level }) => level === key).length}`,
  )
  say(`${counted.join('，')}，房屋 ${different.length}`)
  const homes = await householdIds(call, admin)
  const ids = await inBatches(people, AT_ONCE, async (person) =>
    registered(call, admin, doorPath(town, layout, person.door), homes, person),
  )
  const idOf = new Map(people.map(({ phone }, at) => [phone, ids[at] ?? '']))
  const working = await appointThree(call, security, rules.posts, people)
  await holdPosts(call, tokens, admin, town, working, idOf)
  const helpers = [...roster.seatVolunteers, ...roster.volunteers]
  await inBatches(helpers, AT_ONCE, (helper) => {
    const id = idOf.get(helper.phone) ?? ''
    return joined(call, tokens, admin, servesPath(town, layout, helper), helper, id)
  })
  await teams(ground, call, admin, town, setting, idOf)
  say(`人员 ${people.length}，志愿者 ${helpers.length}`)
  return town
}

const csv = (bytes: Buffer) => ({ name: 'register.csv', type: 'text/csv', bytes })

/** Each person once, with every post. */
export function everybody(
  roster: Roster,
  units: readonly string[],
): (Townsperson & { posts: PostHolder['posts'] })[] {
  const handlers = units.map(roster.unitPerson)
  const residents = roster.residents.map(
    (person) => roster.buildingHeads.find(({ phone }) => phone === person.phone) ?? { ...person, posts: [] },
  )
  return [
    ...Object.values(roster.seats),
    ...Object.values(roster.staff).flat(),
    ...handlers,
    ...residents,
    ...roster.volunteers.map((helper) => ({ ...helper, posts: [] })),
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
  path: string,
  homes: ReadonlyMap<string, string>,
  { name, phone, door }: Townsperson,
): Promise<string> {
  const householdId = homes.get(`${path} ${door.room}`)
  const body = { name, phone, path, ...(householdId ? { householdId } : {}) }
  return (await call('registerPerson', { body, ...keyed('person', phone) }, admin)).id
}

/** Appoints whoever has an administrator's post. @returns everybody with the posts that are left */
async function appointThree(
  call: Call,
  security: string,
  posts: readonly Post[],
  people: readonly PostHolder[],
): Promise<PostHolder[]> {
  const roles = new Map(posts.map((post) => [post.key, administratorOf(post)]))
  for (const person of people)
    for (const { post } of person.posts) {
      const role = roles.get(post)
      if (role) await appointed(call, security, person, role)
    }
  return people.map((person) => ({ ...person, posts: person.posts.filter(({ post }) => !roles.get(post)) }))
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
  servesPath: string,
  helper: Volunteer,
  id: string,
): Promise<void> {
  const hours = helper.anyHour ? ANY_HOUR : []
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

/** One team in each community, of the helpers who live there: of the place's kind for volunteers, or of its last kind. */
async function teams(
  ground: Ground,
  call: Call,
  admin: string,
  town: TownMap,
  { layout, roster }: Setting,
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  const { teams: kinds } = await placeRules(ground.db, REGION)
  const kind = kinds.find(({ key }) => key === 'volunteers') ?? kinds.at(-1)
  if (!kind) return
  for (const way of layout.areasOf('community')) {
    const community = way.at(-1) ?? ''
    const body = { kind: kind.key, name: `${community}${kind.name.zh}`, path: town.pathOf(...way) }
    const { id } = await call('openTeam', { body, ...keyed('team', community) }, admin)
    const members = [...roster.seatVolunteers, ...roster.volunteers].filter(
      ({ door }) => layout.way(door, 'community').join() === way.join(),
    )
    for (const { phone } of members)
      await call(
        'joinTeam',
        {
          params: { id },
          body: { personId: idOf.get(phone) ?? '', hasAgreed: true },
          ...keyed('member', community, phone),
        },
        admin,
      )
  }
}
