import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { OpenApiDocument } from '../../apps/server/src/kernel/http/openapi.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { openTestHouse } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { ABROAD, canaryText, type Ground, HERE, THERE } from '../kit/houseGround.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { wholeCast } from './cast.ts'
import { leaksIn } from './leaks.ts'
import { piecesOf, scanned } from './scan.ts'
import { type PolicyTable, policyTable } from './sight.ts'

// Everybody of the cast has a page open while orders of every kind are placed and taken on: each page hears of what its
// reader may know of, and of nothing else.

type Page = { readonly actor: Actor; readonly socket: Socket; heard: string }
type Placed = { readonly id: string; readonly what: string; readonly hears: (actor: Actor) => boolean }

let world: World
let policy: PolicyTable
let pages: Page[] = []

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  const cast = (await wholeCast(world)).filter(({ role }) => role !== 'visitor')
  const described = await world.house.app.inject({ method: 'GET', url: '/api/openapi.json' })
  policy = policyTable(world.operations, described.json<OpenApiDocument>())
  await world.house.app.listen({ port: 0, host: '127.0.0.1' })
  const address = world.house.app.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  pages = await Promise.all(cast.map((actor) => open(port, actor)))
})
afterAll(async () => {
  for (const { socket } of pages) socket.destroy()
  await world.close()
  process.stdout.write(
    `streams: ${pages.length} pages, ${scanned.events} events, ${scanned.bytes} bytes searched\n`,
  )
})

async function open(port: number, actor: Actor): Promise<Page> {
  const socket = connect(port, '127.0.0.1')
  const page: Page = { actor, socket, heard: '' }
  socket.setEncoding('utf8').on('data', (data) => {
    page.heard += String(data)
  })
  socket.write(`GET /api/live HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${actor.token}\r\n\r\n`)
  await vi.waitUntil(() => page.heard.includes('event: ready'), { timeout: 30_000 })
  return page
}

async function command(who: Actor, operation: string, input: object): Promise<void> {
  const found = world.operations.find(({ id }) => id === operation)
  if (!found) throw new Error(`no operation ${operation}`)
  const answer = await world.ask(found, who.token, input)
  if (answer.status >= 300) throw new Error(`${operation} by ${who.role}: ${answer.text}`)
}

const HAS_AREA = (actor: Actor): boolean => !['resident', 'unitHandler'].includes(actor.role) || actor.isWide

/** Whose grant covers a ground. */
const covers = (ground: Ground) => (actor: Actor) =>
  actor.region === ground.region &&
  (actor.isWide || (HAS_AREA(actor) && (actor.region !== HERE.region || ground.community === HERE.community)))

/** Places an order at the counter and adds a note to it, so that both of an order's first events come by. */
async function place(
  officer: Actor,
  ground: Ground,
  more: object,
  what: string,
  hears: Placed['hears'],
): Promise<Placed> {
  const id = newId()
  const [detail, path] = [canaryText(ground, '诉求'), ground.path]
  await command(officer, 'placeOrder', {
    body: {
      id,
      channel: 'counter',
      kind: 'complaint',
      detail,
      path,
      contactName: canaryText(ground, '称呼'),
      ...more,
    },
  })
  await command(officer, 'acceptOrder', {
    params: { id },
    body: { version: 1, item: world.item, kind: 'complaint', urgency: 'ordinary', path },
  })
  return { id, what, hears }
}

async function placeAll(): Promise<Placed[]> {
  const here = await actorOf(world, 'intake')
  const wide = await actorOf(world, 'intake', true)
  const abroad = await actorOf(world, 'intake', true, ABROAD)
  const placed = [
    await place(here, HERE, {}, 'in scope', covers(HERE)),
    await place(wide, THERE, {}, 'out of scope', covers(THERE)),
    await place(abroad, ABROAD, {}, 'in another region', covers(ABROAD)),
    await place(
      wide,
      HERE,
      { restriction: 'media' },
      'restricted',
      (actor) => actor.isWide && covers(HERE)(actor),
    ),
  ]
  for (const { actor } of pages) {
    if (actor.region !== HERE.region) continue
    const about = actor.unitId ? { aboutUnitId: actor.unitId } : { aboutPersonId: actor.personId }
    const others = (one: Actor) => one.personId !== actor.personId && covers(HERE)(one)
    placed.push(await place(wide, HERE, about, `about the ${actor.role}`, others))
  }
  return placed
}

test('each page hears of what its reader may know of, and of nothing else', async () => {
  const placed = await placeAll()
  await world.house.settle()
  const end = newId()
  const people = pages.map(({ actor }) => actor.personId)
  for (const region of [1, 2])
    world.house.hub.publish([{ region, topic: 'end', id: end, path: null, people, units: [], teams: [] }])
  await vi.waitUntil(() => pages.every(({ heard }) => heard.includes(end)), { timeout: 30_000 })
  const wrong = pages.flatMap(({ actor, heard }) => {
    scanned.events += heard.split('\nevent: ').length - 1
    const at = `${actor.role}${actor.isWide ? ' (wide)' : ''} of region ${actor.region}`
    const leaks = leaksIn({ bytes: Buffer.from(heard), headers: {} }, { id: 'live' }, { actor, policy })
    return [
      ...leaks.map((leak) => `${at}: ${leak}`),
      ...placed.flatMap(({ id, what, hears }) => {
        const times = heard.split(id).length - 1
        return times > 0 === hears(actor) ? [] : [`${at} hears ${times} times of an order ${what}`]
      }),
    ]
  })
  expect(wrong.join('\n')).toBe('')
})

test('what goes by says what happened to which order, and no word of it', async () => {
  const said = new Set(
    pages.flatMap(({ heard }) =>
      piecesOf({ bytes: Buffer.from(heard), headers: {} }).flatMap(
        ({ text }) => text.match(/^data: .*$/gm) ?? [],
      ),
    ),
  )
  expect([...said].filter((line) => !/^data: (\{\}|\{"id":"[0-9a-f-]{36}"\})$/.test(line))).toEqual([])
  expect(said.size).toBeGreaterThan(10)
})
