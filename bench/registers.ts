import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { utils, write } from '@e965/xlsx'
import { presetOf } from '@linli/presets'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { LARGEST_TOWN, makeTown } from '../apps/server/src/demo/large/madeTown.ts'
import { registerLines } from '../apps/server/src/demo/large/registerLines.ts'
import { softwareProvider } from '../apps/server/src/kernel/crypto/softwareProvider.ts'
import { openDatabase } from '../apps/server/src/kernel/db/database.ts'
import { migrateDatabase } from '../apps/server/src/kernel/db/migrate.ts'
import { temporaryPostgres } from '../apps/server/src/kernel/postgres/index.ts'
import { peopleRegister } from '../apps/server/src/rooms/people/index.ts'
import { installPreset, placesRoom } from '../apps/server/src/rooms/places/index.ts'
import { serveRooms } from '../tests/kit/rooms.ts'
import { onDatabase } from './town.ts'

// How long the registers of the largest place take, by the desk's own door: `node bench/registers.ts`. The floor is COPY of
// the same rows into tables of the same shape. Fails when an import takes longer than it may.

const MOST_SECONDS = { areas: 60, households: 60, people: 180 }
const { values } = parseArgs({ options: { kind: { type: 'string', default: 'xlsx' } } })
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const town = makeTown(LARGEST_TOWN)
const server = await temporaryPostgres({ given: undefined })
await migrateDatabase(server.ownerUrl)
const db = openDatabase({ url: server.appUrl, poolSize: 8 })
await installPreset(db, 1, presetOf('xihu'), false)
const crypto = softwareProvider(Buffer.alloc(32, 7))
const house = await serveRooms(db, [
  placesRoom({ db, crypto }, [peopleRegister], { patienceMilliseconds: 0 }),
])
const admin = await house.signIn('管理员', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
const behind = new pg.Client({ connectionString: onDatabase(server.superuserUrl, server.ownerUrl) })
await behind.connect()

try {
  const { areas, households, people } = registerLines(town, presetOf('xihu').levels)
  const files = { areas, households, people: [...people()] }
  for (const [register, lines] of Object.entries(files) as [
    keyof typeof files,
    readonly (readonly string[])[],
  ][]) {
    const file = fileOf(lines)
    const first = await timed(register, file)
    const again = await timed(register, file)
    say(
      `${register}: ${lines.length - 1} 行 rows (${values.kind}, ${(file.bytes.length / 2 ** 20).toFixed(1)} MiB): ${first.seconds.toFixed(1)} s; ` +
        `再导一次 again: ${again.seconds.toFixed(1)} s; 最大内存 most memory ${Math.max(first.memory, again.memory).toFixed(0)} MB; ` +
        `最长停顿 longest stall ${Math.max(first.stall, again.stall).toFixed(0)} ms`,
    )
    if (first.seconds > MOST_SECONDS[register]) process.exitCode = 1
  }
  for (const [table, rows] of [
    ['households', town.households.length],
    ['people', town.size.people],
  ] as const) {
    const seconds = await copied(table)
    say(`下限 floor, COPY ${table}: ${rows} 行 rows ${seconds.toFixed(2)} s`)
  }
} finally {
  await behind.end()
  await house.close()
  await db.close()
  await server.stop()
}

function fileOf(lines: readonly (readonly string[])[]) {
  if (values.kind === 'csv')
    return { name: '表.csv', bytes: Buffer.from(lines.map((line) => line.join(',')).join('\r\n')) }
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(lines.map((line) => [...line])), '表')
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer // the type of `write` is any
  return { name: '表.xlsx', bytes }
}

type Run = { run: string | null; state?: string; result?: { applied: boolean } }

/** From the sending of a file to the end of its run, with the process's memory and how long it did nothing else. */
async function timed(register: string, file: { name: string; bytes: Buffer }) {
  let [memory, stall] = [0, 0]
  let last = performance.now()
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss / 2 ** 20)
    stall = Math.max(stall, performance.now() - last - 20)
    last = performance.now()
  }, 20)
  const begun = performance.now()
  const { body } = await house.upload<Run>(admin, `/registers/${register}/imports`, file)
  for (;;) {
    const run = await house.read<Run>(admin, `/register-runs/${body.run}`)
    if (run.body.state === 'over' && run.body.result?.applied) break
    if (run.body.state === 'lost' || run.body.state === 'over')
      throw new Error(JSON.stringify(run.body).slice(0, 500))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  clearInterval(watch)
  return { seconds: (performance.now() - begun) / 1000, memory, stall }
}

/** COPY of all rows of a table into an empty one with the same indexes. @returns seconds */
async function copied(table: string): Promise<number> {
  await behind.query(`create table floor_${table} (like ${table} including all)`)
  const chunks: Buffer[] = []
  for await (const chunk of behind.query(to(`copy ${table} to stdout`))) chunks.push(chunk)
  const begun = performance.now()
  await pipeline(Readable.from(chunks), behind.query(from(`copy floor_${table} from stdin`)))
  return (performance.now() - begun) / 1000
}
