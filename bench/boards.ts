import pg from 'pg'
import { newId } from '../apps/server/src/kernel/ids.ts'
import { startContender } from './contenders.ts'
import { onDatabase, openBenchTown, type Seat } from './town.ts'

// A thousand helpers with an open claim board each, in one community: from the sending of the desk's offer to each page's
// hearing of it, and to its own board read again. `node bench/boards.ts [--pages 1000]`. The floor is the
// same stream carrying the same news to one page alone. Fails when the slowest in a hundred hears later than 1 s.

const PAGES = Number(process.argv[process.argv.indexOf('--pages') + 1]) || 1000
const EVENTS = 5
const BETWEEN = 5000
const MOST_MILLISECONDS = 1000
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const told = (name: string, times: readonly number[]): string =>
  `${name}: ${times.length} times, p50 ${at(times, 0.5).toFixed(0)} ms, p99 ${at(times, 0.99).toFixed(0)} ms`
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

const town = await openBenchTown({ open: 2000, closed: 2000 }, say)
const admin = new pg.Client({ connectionString: onDatabase(town.server.superuserUrl, town.server.ownerUrl) })
await admin.connect()
const helpers = await town.seatHelpers(PAGES)
const house = await startContender('linli', town)

/** Offers an order by the desk's own command; when it is sent is told first: a page may hear before the answer is here. */
async function offer(sending: (id: string) => void): Promise<string> {
  const { rows } = await admin.query<{ id: string; version: number }>(
    `update orders set state = 'accepted', item = 'changeBulb', path = '/s01/c01/g01/', community = '/s01/c01/', requester_id = $1, beneficiary_id = $1, placed_by = $1
     where region_id = 1 and id = (select id from orders where state = 'submitted' order by id limit 1) returning id, version`,
    [newId()],
  )
  const [order] = rows
  if (!order) throw new Error('no order is left to offer')
  sending(order.id)
  const answer = await fetch(`${house.address}/api/orders/${order.id}/offer`, {
    method: 'POST',
    headers: { ...signed(town.officer), 'content-type': 'application/json', 'idempotency-key': newId() },
    body: JSON.stringify({ version: order.version }),
  })
  if (!answer.ok) throw new Error(`offering answered ${answer.status} ${await answer.text()}`)
  return order.id
}

const signed = ({ token }: Seat): Record<string, string> => ({ authorization: `Bearer ${token}` })

/** So many pages hear of so many offers, and each reads its board again at once, as the phone does. */
async function measure(seats: readonly Seat[]): Promise<{ heard: number[]; boards: number[] }> {
  const leaving = new AbortController()
  const [heard, boards]: [number[], number[]] = [[], []]
  const begins = new Map<string, number>()
  let open = 0
  const reads: Promise<void>[] = []
  const hear = async (seat: Seat): Promise<void> => {
    const answer = await fetch(`${house.address}/api/live`, {
      headers: signed(seat),
      signal: leaving.signal,
    })
    if (!answer.ok || !answer.body) throw new Error(`the stream answered ${answer.status}`)
    open += 1
    let rest = ''
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      rest += piece
      for (const [id, began] of begins) {
        if (!rest.includes(id)) continue
        heard.push(performance.now() - began)
        reads.push(readBoard(seat, began))
      }
      rest = rest.slice(rest.lastIndexOf('\n\n') + 1)
    }
  }
  const readBoard = async (seat: Seat, began: number): Promise<void> => {
    const answer = await fetch(`${house.address}/api/claims`, { headers: signed(seat) })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`the board answered ${answer.status}`)
    boards.push(performance.now() - began)
  }
  const streams = seats.map((seat) =>
    hear(seat).catch((error: Error) => {
      if (error.name !== 'AbortError') throw error
    }),
  )
  for (let waited = 0; open < seats.length && waited < 60; waited += 1) await pause(1000)
  for (let n = 0; n < EVENTS; n += 1) {
    const id = await offer((sent) => begins.set(sent, performance.now()))
    await pause(BETWEEN)
    begins.delete(id)
  }
  await Promise.all(reads)
  leaving.abort()
  await Promise.all(streams)
  return { heard, boards }
}

let failed = true
try {
  const alone = await measure(helpers.slice(0, 1))
  const all = await measure(helpers)
  say(told('floor, one page hears', alone.heard))
  say(told('floor, one board read again', alone.boards))
  say(told(`${PAGES} pages hear`, all.heard))
  say(told(`${PAGES} boards read again`, all.boards))
  say(
    `ratio to the floor at p99: hearing ${(at(all.heard, 0.99) / Math.max(1, at(alone.heard, 0.99))).toFixed(1)}, boards ${(at(all.boards, 0.99) / Math.max(1, at(alone.boards, 0.99))).toFixed(1)}`,
  )
  failed = all.heard.length < PAGES * EVENTS || at(all.heard, 0.99) >= MOST_MILLISECONDS
  say(failed ? 'NOT reached' : 'every page heard within 1 s at p99')
} finally {
  await house.stop()
  await admin.end()
  await town.close()
}
process.exit(failed ? 1 : 0)
