import { parseArgs } from 'node:util'
import pg from 'pg'
import { ownerTransaction } from '../apps/server/src/kernel/db/ownerPool.ts'
import { countAnew, insightRulesOf } from '../apps/server/src/rooms/insight/index.ts'
import { placeRules } from '../apps/server/src/rooms/places/index.ts'
import { measureCounters } from './counterTimes.ts'
import { measureLists } from './listTimes.ts'
import { type BenchTown, onDatabase, openBenchTown } from './town.ts'

// The lists of the desk and the counters beside a million closed orders and their five million events:
// `node bench/lists.ts`. Fails when one takes longer than it may.

const MOST_MILLISECONDS = { list: 100, counter: 5 }
const { values } = parseArgs({
  options: {
    open: { type: 'string', default: '50000' },
    closed: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '20' },
  },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const town = await openBenchTown({ open: Number(values.open), closed: Number(values.closed) }, say)
try {
  await count(town)
  const { db, communities, officer } = town
  const counters = await measureCounters(db, Number(values.runs), say)
  const timed = { db, communities, personId: officer.personId, runs: Number(values.runs) }
  const slowest = await measureLists(timed, say)
  say(`\n最慢 slowest p95: ${slowest.toFixed(1)} ms`)
  if (slowest > MOST_MILLISECONDS.list || counters > MOST_MILLISECONDS.counter) process.exitCode = 1
} finally {
  await town.close()
}

/** Counts the events that no relay has folded, and clears up as a house does in time. */
async function count({ server, db }: BenchTown): Promise<void> {
  const rules = insightRulesOf(await placeRules(db, 1))
  const owner = new pg.Pool({ connectionString: server.ownerUrl, max: 1 })
  await ownerTransaction(owner, 1, (tx) => countAnew({ rules: async () => rules }, tx, 1))
  await owner.end()
  const admin = new pg.Client({ connectionString: onDatabase(server.superuserUrl, server.ownerUrl) })
  await admin.connect()
  await admin.query('vacuum analyze')
  await admin.end()
}
