import type { Coverage, MyPairings, PairingPlanRow, PairRow } from '@linli/contract/people/pairingShapes'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { softwareProvider } from '../../../kernel/crypto/softwareProvider.ts'
import { newId, newSlug } from '../../../kernel/ids.ts'
import { installPreset } from '../../places/index.ts'
import { pairingsRoom, planWaitingPairs, tellOfPairs } from '../index.ts'
import { endGonePairs } from './gone.ts'

const C = '/c1/'
let database: TestDatabase
let client: pg.Client
let house: ServedRooms
let admin: Actor
let neighbour: Actor
const hubs: Actor[] = []

async function plantArea(path: string, level: string, name: string): Promise<void> {
  await client.query(
    `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at) values (1, $1, $2, $3, $4, $5, $6, $7, now())`,
    [newId(), path, path.replace(/[^/]+\/$/, ''), level, path.split('/').at(-2), name, newSlug()],
  )
}
async function plantHome(path: string, room: string): Promise<string> {
  const id = newId()
  await client.query(
    `insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at) values (1, $1, $2, $3, 'x', $4, now())`,
    [id, path, room, Buffer.from(id)],
  )
  return id
}
const open = (rule = 'hubHouseholds', by = admin) =>
  house.send<{ id: string; code: string }>(by, '/pairing-plans', {
    id: newId(),
    rule,
    path: C,
    every: 'month',
  })
const plan = async (id: string) => (await house.read<PairingPlanRow>(admin, `/pairing-plans/${id}`)).body
const pairs = async (id: string) =>
  (await house.read<{ items: PairRow[]; next: string | null }>(admin, `/pairing-plans/${id}/pairs?limit=100`))
    .body
const decide = (id: string, verb: 'accept' | 'drop', version: number) =>
  house.send<{ code: string }>(admin, `/pairing-plans/${id}/${verb}`, { version })
const mine = async (who: Actor) => (await house.read<MyPairings>(who, '/pairings/mine')).body.items

/** Whom the events since the last time tell what. */
async function told(): Promise<{ [what: string]: string[] }> {
  await tellOfPairs(database.db, 1)
  const { rows } = await client.query<{ what: string; people: string[] }>(
    `delete from outbox where topic like 'people.pairing%' returning split_part(topic, '.', 2) as what, payload -> 'people' as people`,
  )
  return Object.fromEntries(rows.map(({ what, people }) => [what, people.toSorted()]))
}
const ids = (...people: (Actor | undefined)[]): string[] =>
  people.map((one) => one?.personId ?? '').toSorted()

beforeAll(async () => {
  database = await testDatabase(false)
  const { db } = database
  client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  await installPreset(db, 1, PRESETS.suichuan)
  house = await serveRooms(db, [pairingsRoom({ db, crypto: softwareProvider(Buffer.alloc(32, 7)) })])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  neighbour = await house.signIn('王秀兰')
  await plantArea(C, 'community', '龙泉社区')
  await plantArea(`${C}g1/`, 'grid', '一网格')
  // Three buildings 100 m from each other, 30 households each; a hub in the first and in the last.
  for (const at of [1, 2, 3]) {
    const path = `${C}g1/b${at}/`
    await plantArea(path, 'building', `${at}栋`)
    await client.query(
      `insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person) values (1, $1, $2, $3, 263000000, now(), $1)`,
      [newId(), path, 1145000000 + at * 10_000],
    )
    for (let room = 101; room < 131; room += 1) {
      const id = await plantHome(path, String(room))
      if (at === 1 && room === 101)
        await client.query(
          `insert into household_members (region_id, id, household_id, person_id, from_at) values (1, $1, $2, $3, now())`,
          [newId(), id, neighbour.personId],
        )
    }
  }
  for (const [name, at] of [
    ['曾中心', 1],
    ['罗中心', 3],
  ] as const) {
    const hub = await house.signIn(name)
    hubs.push(hub)
    await client.query(
      `insert into posts (region_id, id, person_id, post, area_path, from_on) values (1, $1, $2, 'hubHousehold', $3, '2026-01-01')`,
      [newId(), hub.personId, `${C}g1/b${at}/`],
    )
  }
})
afterAll(async () => {
  await house.close()
  await client.end()
  await database.close()
})

describe('pairs', () => {
  it('says in figures by how much a promise cannot hold, for each community', async () => {
    const { body } = await house.read<Coverage>(admin, '/pairings/coverage?path=/')
    expect(body.rules).toMatchObject([
      {
        key: 'hubHouseholds',
        each: { least: 20, most: 30 },
        total: { wanted: 90, takers: 2, least: 40, most: 60, short: 30, idle: 0, paired: 0 },
        areas: [{ name: '龙泉社区', wanted: 90, takers: 2, short: 30 }],
      },
    ])
    expect((await house.read(neighbour, '/pairings/coverage?path=/')).status).toBe(403)
  })

  it('are proposed near first and within the limits; who is left is left by arithmetic', async () => {
    expect((await open('nothing')).body.code).toBe('people.unknownPairing')
    expect((await open('hubHouseholds', neighbour)).status).toBe(403)
    const { body } = await open()
    expect((await decide(body.id, 'accept', 1)).body.code).toBe('people.pairingMoved')
    await planWaitingPairs(database.db, 1)
    const proposed = await plan(body.id)
    expect(proposed).toMatchObject({
      state: 'proposed',
      failed: false,
      outcome: { wanted: 90, left: 30, takers: 2, leastLoad: 30, mostLoad: 30 },
    })
    const { items } = await pairs(body.id)
    expect(items).toHaveLength(60)
    // Everybody is looked after from the own building: the middle one is left, because it is farther for both.
    expect(items.filter(({ name }) => name.includes('2栋'))).toEqual([])
    expect(await mine(hubs[0] ?? admin)).toEqual([])
    expect((await decide(body.id, 'drop', proposed.version)).status).toBe(200)
    expect((await pairs(body.id)).items).toEqual([])
  })

  it('come into force when a person accepts them, seen by both sides, and the earlier ones end', async () => {
    const first = (await open()).body.id
    const second = (await open()).body.id
    await planWaitingPairs(database.db, 1)
    const [moved] = (await pairs(first)).items.filter(({ takerName }) => takerName === '罗中心')
    const to = { takerId: hubs[0]?.personId }
    expect((await house.send(admin, `/pairings/${moved?.id}/move`, to)).status).toBe(200)
    const stranger = { takerId: neighbour.personId }
    const refused = await house.send<{ code: string }>(admin, `/pairings/${moved?.id}/move`, stranger)
    expect(refused.body.code).toBe('people.notATaker')
    expect((await decide(first, 'accept', 2)).status).toBe(200)
    const [hub] = await Promise.all(hubs.map(mine))
    expect(hub).toHaveLength(31)
    expect(hub?.every(({ isTaker }) => isTaker)).toBe(true)
    expect(await mine(neighbour)).toMatchObject([{ isTaker: false, name: '曾中心', every: 'month' }])
    expect(await told()).toEqual({ pairingBegan: ids(...hubs, neighbour) })
    expect((await decide(second, 'accept', 2)).status).toBe(200)
    expect(await mine(hubs[0] ?? admin)).toHaveLength(30)
    // One door went back to the other hub: for everybody else it is the same pair as before, and no news.
    expect(await told()).toEqual({ pairingBegan: ids(hubs[1]), pairingEnded: ids(hubs[0]) })
    expect(await told()).toEqual({})
    const { body } = await house.read<Coverage>(admin, `/pairings/coverage?path=${C}`)
    expect(body.rules[0]?.total.paired).toBe(60)
  })

  it('end when whoever is paired says no, without a reason', async () => {
    const [own] = await mine(neighbour)
    const decline = (who: Actor) => house.send<{ code: string }>(who, `/pairings/${own?.id}/decline`)
    expect((await decline(hubs[1] ?? admin)).status).toBe(403)
    expect((await decline(neighbour)).status).toBe(200)
    expect((await decline(neighbour)).body.code).toBe('people.pairingGone')
    expect(await mine(neighbour)).toEqual([])
    expect(await mine(hubs[0] ?? admin)).toHaveLength(29)
    expect(await told()).toEqual({ pairingEnded: ids(hubs[0]) })
  })

  it('end when a side is there no more: its row stays, both sides hear of it, and the promise is counted without it', async () => {
    const [one, other] = [hubs[0] ?? admin, hubs[1] ?? admin]
    const closing = (await mine(one))[0]?.id
    await client.query(
      `update households set closed_at = now() where id = (select household_id from pairings where id = $1)`,
      [closing],
    )
    await endGonePairs(database.db, 1)
    expect((await mine(one)).map(({ id }) => id)).not.toContain(closing)
    expect(await told()).toEqual({ pairingEnded: ids(one) })

    await client.query(`update posts set to_on = current_date where person_id = $1`, [other.personId])
    const held = await mine(other)
    expect(held).toHaveLength(30)
    await endGonePairs(database.db, 1)
    expect(await mine(other)).toEqual([])
    expect(await told()).toEqual({ pairingEnded: ids(other) })
    const { rows } = await client.query(
      `select count(*)::int as kept from pairings where taker_id = $1 and accepted and to_on is not null and declined_at is null`,
      [other.personId],
    )
    expect(rows[0].kept).toBeGreaterThanOrEqual(held.length)
    const { body } = await house.read<Coverage>(admin, `/pairings/coverage?path=${C}`)
    expect(body.rules[0]).toMatchObject({ total: { wanted: 89, takers: 1, most: 30, short: 59, paired: 28 } })

    await endGonePairs(database.db, 1)
    expect(await told()).toEqual({})
  })

  it('tell nobody twice on the day: who was told that a pair ended hears nothing of the plan that follows', async () => {
    const [one] = hubs
    await client.query(`update posts set area_path = $2 where person_id = $1`, [one?.personId, `${C}g1/b3/`])
    const next = (await open()).body.id
    await planWaitingPairs(database.db, 1)
    expect((await decide(next, 'accept', 2)).status).toBe(200)
    expect(await told()).toEqual({ pairingBegan: ids(one) })
  })
})
