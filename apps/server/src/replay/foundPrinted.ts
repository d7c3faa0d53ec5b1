import { ANY_HOUR } from '@linli/contract/people/shapes'
import { administratorOf, appointed, firstAdministrators } from '../demo/administrators.ts'
import { operatorSession, REGION } from '../demo/ground.ts'
import { readTown, registerCsv, type TownMap } from '../demo/town.ts'
import type { Cast, Player } from '../drive/cast.ts'
import { idFrom } from '../drive/chance.ts'
import type { Call } from '../drive/client.ts'
import { placeRules } from '../rooms/places/index.ts'
import { someAtOnce } from './atOnce.ts'
import type { OwnHouse } from './ownHouse.ts'
import { type PrintedTown, printedTown, type TownSize } from './printedTown.ts'
import type { ProgressFile } from './progressFile.ts'

const AT_ONCE = 24
const QUOTA = 6
const keyed = (...name: (string | number)[]): { key: string } => ({ key: idFrom('printed town', ...name) })

type Founding = {
  readonly house: Pick<OwnHouse, 'db' | 'crypto'>
  readonly call: Call
  readonly tokens: (phone: string) => Promise<string>
  readonly progress: ProgressFile
  readonly say: (line: string) => void
  readonly stopped: () => boolean
}

/**
 * Founds a town of the printed size through the public API: areas, homes and people by register files, posts one by one,
 * helpers by their own sign-up. What is done stands in the progress file, and every command has its own key: an
 * interrupted founding goes on where it was.
 */
export async function foundPrinted(
  founding: Founding,
  size?: TownSize,
): Promise<{ map: TownMap; cast: Cast }> {
  const { house, call, tokens, say } = founding
  const { admin, security } = await firstAdministrators(house, tokens)
  const rules = await placeRules(house.db, REGION)
  const { items: units } = await call('listUnits', {}, admin)
  const town = printedTown(
    rules,
    units.map(({ key }) => key),
    size,
  )
  await registers(founding, town, admin)
  const map = await readTown(call, admin)
  say(
    `  地点 areas ${map.all.length}，岗位 posts ${town.staff.length}，志愿者 helpers ${town.helpers.length}`,
  )
  const unitIds = new Map(units.map(({ key, id }) => [key, id]))
  await eachOnce(founding, '岗位 posts', town.staff, async ({ name, phone, held }) => {
    const role = administratorOf(held.post)
    if (role) return appointed(call, security, { name, phone }, role)
    const { personId: id } = await operatorSession(house, phone) // a post needs an account: the first sign-in makes it
    const where =
      'unit' in held
        ? { unitId: unitIds.get(held.unit) ?? '' }
        : held.at.length > 0
          ? { areaPath: map.pathOf(...held.at) }
          : {}
    const body = { post: held.post.key, ...where }
    await call('assignPost', { params: { id }, body, ...keyed('post', phone) }, admin)
  })
  const serves = servesIn(town, map)
  await eachOnce(founding, '志愿者 helpers', town.helpers, async (helper) => {
    const { phone, skill } = helper
    const { token, personId: id } = await operatorSession(house, phone)
    const own = {
      servesPath: serves(helper),
      skills: [skill],
      quota: QUOTA,
      pointsOptIn: helper.points,
      hours: ANY_HOUR,
    }
    await call('joinAsHelper', { body: own, ...keyed('helper', phone) }, token)
    await call(
      'verifySkill',
      { params: { id }, body: { skill, verified: true }, ...keyed('skill', phone) },
      admin,
    )
    if (helper.homeEntry)
      await call(
        'setHomeEntry',
        { params: { id }, body: { homeEntry: true }, ...keyed('entry', phone) },
        admin,
      )
  })
  return { map, cast: castOf(founding, town, map, new Map(units.map(({ key, name }) => [key, name.zh]))) }
}

const servesIn =
  ({ way }: PrintedTown, map: TownMap) =>
  ({ door }: PrintedTown['helpers'][number]): string =>
    map.pathOf(...way(door, 'community'))

/** Areas, homes and people, each as one file. */
async function registers(founding: Founding, town: PrintedTown, admin: string): Promise<void> {
  const { levels, buildings, staff, helpers } = town
  const people = [...staff, ...helpers]
  const doors = people.map(({ door }) => door)
  const different = [
    ...new Map(doors.map((door) => [`${town.way(door, 'building').join(' ')} ${door.room}`, door])).values(),
  ]
  const homes = registerCsv(levels, doors).toString().trimEnd().slice(1).split('\r\n')
  const named = homes.map((line, n) => {
    const person = people[n - 1]
    return person ? `${person.name},${person.phone},${line}` : `姓名,电话,${line}`
  })
  const files = [
    ['areas', registerCsv(levels, buildings)],
    ['households', registerCsv(levels, different)],
    ['people', Buffer.from(`\ufeff${named.join('\r\n')}\r\n`)],
  ] as const
  for (const [register, bytes] of files) {
    if (founding.stopped() || founding.progress.done.has(register)) continue
    founding.say(`  导入 importing ${register} …`)
    const file = { name: `${register}.csv`, type: 'text/csv', bytes }
    const result = await founding.call(
      'importRegister',
      { params: { register }, query: {}, file, ...keyed(register) },
      admin,
    )
    if (!result.applied) throw new Error(`${register}: ${JSON.stringify(result.errors.slice(0, 3))}`)
    await founding.progress.add(register)
  }
}

/** Does something for each person whom the progress file does not name yet, and tells how far it is. */
async function eachOnce<P extends { readonly phone: string }>(
  { progress, say, stopped }: Founding,
  what: string,
  people: readonly P[],
  work: (person: P) => Promise<void>,
): Promise<void> {
  let done = people.filter(({ phone }) => progress.done.has(phone)).length
  await someAtOnce(
    people.filter(({ phone }) => !progress.done.has(phone)),
    AT_ONCE,
    async (person) => {
      if (stopped()) return
      await work(person)
      await progress.add(person.phone)
      done += 1
      if (done % 500 === 0) say(`  ${what} ${done}/${people.length}`)
    },
  )
  if (stopped()) throw new Error('the founding was left off; the next run goes on')
}

function castOf(
  { tokens }: Founding,
  { staff, helpers, way, levels }: PrintedTown,
  map: TownMap,
  unitNames: ReadonlyMap<string, string>,
): Cast {
  const player = ({ name, phone }: { name: string; phone: string }): Player => ({
    name,
    phone,
    token: () => tokens(phone),
  })
  const holding = (...roles: readonly string[]) =>
    staff.flatMap((person) =>
      'at' in person.held && roles.every((role) => person.held.post.roles.some((held) => held === role))
        ? [{ ...player(person), path: map.pathOf(...person.held.at) }]
        : [],
    )
  const lowest = levels.at(-1)?.key ?? ''
  return {
    residents: [],
    duty: holding('intake', 'dispatcher'),
    reviewers: holding('reviewer'),
    callers: holding('caller'),
    publishers: holding('publisher'),
    helpers: helpers.map((helper) => ({
      ...player(helper),
      path: map.pathOf(...way(helper.door, lowest)),
      servesPath: map.pathOf(...way(helper.door, 'community')),
      skills: [helper.skill],
      homeEntry: helper.homeEntry,
    })),
    units: new Map(
      staff.flatMap((person) =>
        'unit' in person.held ? [[unitNames.get(person.held.unit) ?? '', player(person)] as const] : [],
      ),
    ),
  }
}
