import type { MyTeams, TeamView } from '@linli/contract/people/teamShapes'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor, Grant } from '../../../kernel/auth/actor.ts'
import { softwareProvider } from '../../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../../kernel/ids.ts'
import { installPreset, placesRoom } from '../../places/index.ts'
import { membersOf } from '../index.ts'
import { teamsRoom } from './room.ts'

let database: TestDatabase
let house: ServedRooms
let owner: pg.Client
let admin: Actor
let desk: Actor
let far: Actor
let chen: Actor
let liu: Actor
let xu: Actor
const forgotten: string[] = []
const grant = (role: Grant['role'], areaPath: string): Grant => ({ role, areaPath, unitId: null })

beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.adminUrl })
  await owner.connect()
  const deps = { db: database.db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  await installPreset(deps.db, 1, {
    ...PRESETS.xihu,
    teams: PRESETS.xihu.teams.map((one) =>
      one.key === 'partyMembers' ? { ...one, form: { leaders: 1, deputies: 0, units: 2 } } : one,
    ),
  })
  const teams = teamsRoom({ ...deps, grantsChanged: (id) => void forgotten.push(id) })
  house = await serveRooms(deps.db, [placesRoom(deps, []), teams])
  admin = await house.signIn('郑伟', [grant('regionAdmin', '/')])
  desk = await house.signIn('赵敏', [grant('dispatcher', '/s1/c1/')])
  far = await house.signIn('钱远', [grant('dispatcher', '/s2/')])
  chen = await house.signIn('陈建国', [grant('resident', '/')])
  liu = await house.signIn('刘小燕', [grant('resident', '/')])
  xu = await house.signIn('徐大山', [grant('resident', '/')])
  for (const [parent, name] of [
    ['/', '示范街道'],
    ['/s1/', '桃源社区'],
  ] as const)
    expect((await house.send(admin, '/areas', { parent, name })).status).toBe(201)
})
afterAll(async () => {
  await house.close()
  await owner.end()
  await database.close()
})

async function open(kind: string, name: string): Promise<string> {
  const { status, body } = await house.send<{ id: string }>(admin, '/teams', { kind, name, path: '/s1/c1/' })
  expect(status).toBe(201)
  return body.id
}
const join = (team: string, { personId }: Actor, more: object = {}, by = desk) =>
  house.send<{ code: string }>(by, `/teams/${team}/members`, { personId, ...more })
const view = async (team: string) => (await house.read<TeamView>(desk, `/teams/${team}`)).body
const mine = async (one: Actor) => (await house.read<MyTeams>(one, '/me/teams')).body
const inTeam = (team: string) => membersOf(database.db, 1, { teams: [team], units: [] })

it('asks, and takes nobody in before their own yes; a no leaves nothing but its day', async () => {
  const team = await open('volunteers', '邻里队')
  expect((await join(team, chen, { part: 'leader' })).status).toBe(201)
  expect((await join(team, liu)).status).toBe(201)
  expect(await inTeam(team)).toEqual([])
  expect((await view(team)).people.map(({ isAsked }) => isAsked)).toEqual([true, true])
  expect((await mine(chen)).items).toMatchObject([{ part: 'leader', isAsked: true, members: [] }])
  expect((await house.send(xu, `/teams/${team}/answer`, { agrees: true })).status).toBe(404)
  expect((await house.send(chen, `/teams/${team}/answer`, { agrees: true })).status).toBe(200)
  expect((await house.send(liu, `/teams/${team}/answer`, { agrees: false })).status).toBe(200)
  expect((await house.send(liu, `/teams/${team}/answer`, { agrees: true })).status).toBe(409)
  expect(await inTeam(team)).toEqual([chen.personId])
  const seen = await view(team)
  // Whoever stands for the team is named, everybody else masked.
  expect(seen.people).toMatchObject([{ name: '陈建国', part: 'leader' }])
  expect(seen.past).toMatchObject([{ name: '刘**', ending: 'declined' }])
  expect(seen.members).toBe(1)
  expect((await mine(liu)).past).toMatchObject([{ name: '邻里队', ending: 'declined' }])
  expect(forgotten).toContain(chen.accountId)
})

it('gives a part to no more than the form names, also to two desks at once', async () => {
  const team = await open('volunteers', '抢位队')
  const asked = await Promise.all([
    join(team, chen, { part: 'leader' }),
    join(team, liu, { part: 'leader' }, admin),
  ])
  expect(asked.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409])
  expect(asked.find(({ status }) => status === 409)?.body.code).toBe('people.partFull')
  expect((await view(team)).people).toHaveLength(1)
})

it('keeps each part with its days: who takes another stays in, steps down, leaves, is taken out', async () => {
  const team = await open('volunteers', '轮换队')
  for (const one of [chen, liu, xu]) expect((await join(team, one, { hasAgreed: true })).status).toBe(201)
  expect((await join(team, chen, { part: 'deputy' })).status).toBe(201)
  expect((await inTeam(team)).sort()).toEqual([chen, liu, xu].map(({ personId }) => personId).sort())
  const leave = (one: Actor, staysMember: boolean) => house.send(one, `/teams/${team}/leave`, { staysMember })
  expect((await leave(liu, true)).status).toBe(409) // no part to give up
  expect((await leave(chen, true)).status).toBe(200)
  expect((await leave(liu, false)).status).toBe(200)
  expect((await house.send(far, `/teams/${team}/members/${xu.personId}/end`)).status).toBe(403)
  expect((await house.send(desk, `/teams/${team}/members/${xu.personId}/end`)).status).toBe(200)
  expect((await house.send(desk, `/teams/${team}/members/${xu.personId}/end`)).status).toBe(409)
  const { people, past } = await view(team)
  expect(people).toMatchObject([{ part: 'member', isAsked: false }])
  expect(past.map(({ part, ending }) => `${part} ${ending}`).sort()).toEqual([
    'deputy steppedDown',
    'member changed',
    'member ended',
    'member left',
  ])
  const { rows } = await owner.query<{ action: string }>(
    `select action from audit_entries where facts->>'team' = $1 order by at, id`,
    [team],
  )
  expect(rows.map(({ action }) => action)).toEqual([
    ...Array<string>(4).fill('joinTeam'),
    'leaveTeam',
    'leaveTeam',
    'endMembership',
  ])
})

it('1+2+N: a leader, two units and further teams, one step deep', async () => {
  const [team, squad, other] = [
    await open('partyMembers', '服务联队'),
    await open('volunteers', '第一支队'),
    await open('volunteers', '第二支队'),
  ]
  const { choices, form } = await view(team)
  expect(form).toEqual({ leaders: 1, deputies: 0, units: 2 })
  const units = choices.units.slice(0, 3).map(({ id }) => id)
  const set = (id: string, unitIds: readonly string[], squadIds: readonly string[]) =>
    house.send<{ code: string }>(desk, `/teams/${id}/allies`, { unitIds, squadIds })
  expect((await set(team, units, [])).body.code).toBe('people.tooManyUnits')
  expect((await set(team, units.slice(0, 2), [squad, other])).status).toBe(200)
  expect((await set(squad, [], [other])).body.code).toBe('people.notAnAlly')
  expect((await set(team, [newId()], [])).body.code).toBe('people.notAnAlly')
  expect((await set(team, units.slice(0, 2), [squad])).status).toBe(200)
  const seen = await view(team)
  expect(seen.units.map(({ id }) => id).sort()).toEqual(units.slice(0, 2).sort())
  expect(seen.squads.map(({ name }) => name)).toEqual(['第一支队'])
  expect((await view(squad)).within).toEqual({ id: team, name: '服务联队' })
  expect((await house.read(far, `/teams/${team}`)).status).toBe(403)
  expect((await join(team, chen, { part: 'deputy' })).body.code).toBe('people.partFull')
})

it('closes with its history kept, everybody told why, and nobody asked any more', async () => {
  const [team, squad, whole] = [
    await open('volunteers', '防汛队'),
    await open('volunteers', '防汛支队'),
    await open('partyMembers', '总队'),
  ]
  await join(team, chen, { part: 'leader', hasAgreed: true })
  await join(team, liu)
  const set = (id: string, squadIds: readonly string[]) =>
    house.send(desk, `/teams/${id}/allies`, { unitIds: [], squadIds })
  expect((await set(whole, [team])).status).toBe(200)
  const close = (id: string, by = admin) =>
    house.send<{ code: string }>(by, `/teams/${id}/closing`, { words: '汛期过了' })
  expect((await close(team, desk)).status).toBe(403)
  const order = newId()
  await owner.query(
    `insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, path, community, placed_at, placed_by, requester_id)
      values (1, $1, '261122-00001-1', 1, 'inProgress', 'help', 'desk', 'ordinary', 'x', '/s1/c1/', '/s1/c1/', now(), $1, $1)`,
    [order],
  )
  await owner.query(
    `insert into order_parties (region_id, id, order_id, role, team_id) values (1, gen_random_uuid(), $1, 'assignee', $2)`,
    [order, team],
  )
  expect((await close(team)).body.code).toBe('people.teamBusy')
  await owner.query(`update orders set state = 'cancelled', closed_at = now() where id = $1`, [order])
  const closings = await Promise.all([close(team), close(team)])
  expect(closings.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await inTeam(team)).toEqual([])
  expect(forgotten).toEqual(expect.arrayContaining([chen.accountId, liu.accountId]))
  expect((await mine(chen)).past).toContainEqual(
    expect.objectContaining({ name: '防汛队', ending: 'closed', closedWords: '汛期过了' }),
  )
  expect((await mine(liu)).items.filter(({ name }) => name === '防汛队')).toEqual([])
  expect((await house.send(liu, `/teams/${team}/answer`, { agrees: true })).status).toBe(404)
  expect((await join(team, xu)).status).toBe(404)
  const seen = await view(team)
  expect(seen).toMatchObject({ closedWords: '汛期过了', people: [], within: null, members: 0 })
  expect(seen.past.map(({ ending }) => ending)).toEqual(['closed', 'closed'])
  expect((await view(whole)).squads).toEqual([])
  const list = async (query: string) =>
    (await house.read<{ items: { name: string }[] }>(desk, `/teams${query}`)).body.items.map(
      ({ name }) => name,
    )
  expect(await list('')).not.toContain('防汛队')
  expect(await list('?isClosed=true')).toEqual(['防汛队'])
  const { rows } = await owner.query<{ payload: { people: string[] } }>(
    `select payload from outbox where topic = 'people.teamClosed.1' and payload->>'id' = $1`,
    [team],
  )
  expect(rows.map(({ payload }) => payload.people.sort())).toEqual([[chen.personId, liu.personId].sort()])
  expect((await close(squad)).status).toBe(200)
})
