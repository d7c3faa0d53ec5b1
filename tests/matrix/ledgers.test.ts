import type { LedgerList } from '@linli/contract/ledgers/shapes'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { houseLedgers } from '../../apps/server/src/house/ledgers.ts'
import type { OpenApiDocument } from '../../apps/server/src/kernel/http/openapi.ts'
import { type HouseAnswer, type Input, type Operation, openTestHouse } from '../kit/house.ts'
import type { Actor } from '../kit/houseCast.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { wholeCast } from './cast.ts'
import { leaksIn } from './leaks.ts'
import { scanned } from './scan.ts'
import { type PolicyTable, policyTable, type Shows } from './sight.ts'

// Every ledger of the house, read and taken out as a file by everybody: pages, workbooks, texts, documents are searched
// for what is not the reader's.

let world: World
let cast: Actor[]
let policy: PolicyTable
beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await wholeCast(world)
  const described = await world.house.app.inject({ method: 'GET', url: '/api/openapi.json' })
  policy = policyTable(world.operations, described.json<OpenApiDocument>())
  await world.house.settle()
}, 120_000)
afterAll(async () => {
  await world.close()
  process.stdout.write(`ledgers: ${scanned.archives} archives, ${scanned.canaries} canaries\n`)
})

/** What of a canary a ledger may show, and whose rows decide. */
const SHOWS: { readonly [ledger: string]: Shows } = {
  orders: { 标题: { rowsOf: 'getOrder' } },
  gridReports: { 标题: { rowsOf: 'getOrder' } },
  households: { 室: { rowsOf: 'listHouseholds' } },
  visits: { 室: { rowsOf: 'takeArea' } },
  helpers: { 'masked phone': { offeredTo: 'listHelpers' } },
  bookings: { 'masked phone': { rowsOf: 'listBookings' } },
}

const operation = (id: string): Operation => {
  const found = world.operations.find((one) => one.id === id)
  if (!found) throw new Error(`no operation ${id}`)
  return found
}
const as = (id: string, actor: Actor, input: Input) => world.ask(operation(id), actor.token, input)

const OTHER_FORMS = ['csv', 'docx', 'print'].map((format) => ({ ledger: 'orders', format }))

const of = (actor: Actor): string => `${actor.role}${actor.isWide ? ' of the region' : ''}`

/** A file as soon as it is written. */
const fetched = (actor: Actor, id: string) =>
  vi.waitUntil(
    async () => {
      const answer = await as('fetchExport', actor, { params: { id } })
      return answer.status === 409 ? undefined : answer
    },
    { timeout: 60_000, interval: 100 },
  )

/** Everything that a person may take out, made side by side: the answers that the files came with. */
async function exported(actor: Actor, wanted: readonly { ledger: string; format: string }[]) {
  const asked = await Promise.all(
    wanted.map(({ ledger, format }) => {
      const columns = houseLedgers.find(({ key }) => key === ledger)?.columns.map(({ key }) => key)
      const body = { format, purpose: '看一看', columns, filters: {} }
      return as('exportLedger', actor, { params: { ledger }, body })
    }),
  )
  for (const { status, text } of asked) expect(status, text).toBe(201)
  return Promise.all(asked.map(({ body }) => fetched(actor, (body as { id: string }).id))) // the operation's own answer
}

test('no ledger and no file of one shows what is not its reader’s', { timeout: 300_000 }, async () => {
  const found: string[] = []
  const look = (how: string, actor: Actor, ledger: string, answer: HouseAnswer) => {
    const asked = { id: 'readLedger', shows: SHOWS[ledger] }
    for (const leak of leaksIn(answer, asked, { actor, policy }))
      found.push(`${ledger} ${how} by ${of(actor)}: ${leak}`)
  }
  for (const actor of cast) {
    const list = await as('listLedgers', actor, {})
    if (list.status !== 200) continue
    const open = (list.body as LedgerList).items.map(({ key }) => key) // the operation's own answer
    for (const { key: ledger } of houseLedgers) {
      const page = await as('readLedger', actor, { params: { ledger }, query: { limit: '100' } })
      expect(page.status, `${ledger} by ${of(actor)}: ${page.text}`).toBe(open.includes(ledger) ? 200 : 404)
      look('page', actor, ledger, page)
    }
    const wanted = [
      ...open.map((ledger) => ({ ledger, format: 'xlsx' })),
      // How a file is written is the same for every ledger: the other forms once for each reader.
      ...(open.includes('orders') ? OTHER_FORMS : []),
    ]
    const files = await exported(actor, wanted)
    for (const [at, { ledger, format }] of wanted.entries()) {
      const file = files[at]
      expect(file?.status, `${ledger} as ${format} by ${of(actor)}: ${file?.text}`).toBe(200)
      if (file) look(format, actor, ledger, file)
    }
  }
  expect([...new Set(found)].join('\n')).toBe('')
})
