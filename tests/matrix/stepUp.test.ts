import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { welcome } from '../input/welcome.ts'
import { openTestHouse } from '../kit/house.ts'
import { type Actor, castOf } from '../kit/houseCast.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'

// What shows a number in clear, leaves as a file or changes how one signs in asks for a fresh proof of the person: whoever
// finds a desk open gets no further than the desk's own eyes had got.

let world: World
let cast: Actor[]
beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await castOf(world)
})
afterAll(() => world.close())

/** Files that hold nothing of anybody, or no more than the page they stand on: calendars, pictures, empty forms, what a course hands out. */
const HARMLESS_FILES = [
  'activitiesFeed',
  'activityCalendar',
  'activityPhoto',
  'deskActivityPhoto',
  'dutyCalendar',
  'openCourseFile',
  'shownRss',
  'shownJsonFeed',
  'stationCalendar',
  'stationDutyCalendar',
  'stationPhoto',
  'getFile',
  'getDocumentTemplate',
  'registerTemplate',
  'defaultLedgerTemplate',
]
const marked = () => world.operations.filter((operation) => operation['x-step-up']).map(({ id }) => id)

test('the description of the API names them, and no file and no number is left out', () => {
  const files = world.operations
    .filter(({ responses }) => {
      const good = Object.entries(responses).filter(([status]) => status.startsWith('2'))
      return !JSON.stringify(good).includes('json')
    })
    .filter(({ id, 'x-kind': kind }) => kind !== 'stream' && !HARMLESS_FILES.includes(id))
  const reveals = world.operations.filter(({ id }) => id.startsWith('reveal'))
  const missing = [...files, ...reveals].map(({ id }) => id).filter((id) => !marked().includes(id))
  expect(missing).toEqual([])
  expect(marked()).toEqual(
    expect.arrayContaining([
      'addPasskey',
      'allowanceFile',
      'confirmTotp',
      'exportFigures',
      'exportSettlement',
      'removePasskey',
      'revealContact',
      'revealPhone',
      'revokeOtherSessions',
      'revokeSession',
    ]),
  )
})

describe('an old session', () => {
  test('is refused each of them before anything is done or recorded, and may go on with all else', async () => {
    const found: string[] = []
    for (const id of marked()) {
      const { operation, actor, build } = await welcome(world, cast, id)
      const input = await build()
      await world.admin.query(
        "update sessions set proved_at = now() - interval '16 minutes' where account_id = $1",
        [actor.accountId],
      )
      world.house.sessions.forget(actor.accountId)
      const before = await world.census()
      const answer = await world.ask(operation, actor.token, input)
      const { code } = answer.body as { code?: string }
      if (answer.status !== 403 || code !== 'auth.proveAgain') found.push(`${id}: ${answer.status} ${code}`)
      expect(await world.census()).toEqual(before)
      const whoAmI = world.operations.find((one) => one.id === 'whoAmI')
      if (whoAmI && (await world.ask(whoAmI, actor.token, {})).status !== 200) found.push(`${id}: signed out`)
      await world.admin.query('update sessions set proved_at = now() where account_id = $1', [
        actor.accountId,
      ])
      world.house.sessions.forget(actor.accountId)
    }
    expect(found).toEqual([])
    expect(marked().length).toBeGreaterThan(10)
  })
})
