import { parseArgs } from 'node:util'
import { presetOf } from '@linli/presets'
import pg from 'pg'
import sql from 'sql-template-tag'
import { LARGEST_TOWN, makeTown, type Town, timesTown } from '../apps/server/src/demo/large/madeTown.ts'
import { chineseDigits, oneOf, seeded } from '../apps/server/src/demo/large/names.ts'
import { openDatabase } from '../apps/server/src/kernel/db/database.ts'
import { migrateDatabase } from '../apps/server/src/kernel/db/migrate.ts'
import { rangeOf } from '../apps/server/src/kernel/db/scope.ts'
import { temporaryPostgres } from '../apps/server/src/kernel/postgres/index.ts'
import { installPreset, searchAddresses } from '../apps/server/src/rooms/places/index.ts'
import { writeTown } from '../tests/kit/town/writeTown.ts'
import { onDatabase } from './town.ts'

// How long an address in somebody's own words takes to its household: `node bench/addresses.ts`, at the largest place's size and
// at ten times that. The floor is the same household by its path and room: one indexed SELECT by the same connection. Fails
// when one in twenty takes a millisecond, with the asking of the database, or when a household is not found.

const MOST_MILLISECONDS = 1
const RUNS = 2000
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const { values } = parseArgs({ options: { times: { type: 'string', default: '1,10' } } })
for (const times of values.times.split(',').map(Number)) {
  const town = makeTown(timesTown(LARGEST_TOWN, times))
  const server = await temporaryPostgres({ given: undefined })
  await migrateDatabase(server.ownerUrl)
  const db = openDatabase({ url: server.appUrl, poolSize: 2 })
  await installPreset(db, 1, presetOf('xihu'), false)
  const behind = new pg.Client({ connectionString: onDatabase(server.superuserUrl, server.ownerUrl) })
  await behind.connect()
  try {
    await writeTown(behind, town, { withPeople: false })
    const scope = { region: 1, ranges: [rangeOf('/')] }
    const begun = performance.now()
    await searchAddresses(db, scope, '没有这个地方', scope.ranges)
    say(
      `${times} × ${LARGEST_TOWN.households} 户 households, ${town.areas.length} 个地点 areas; 记下名称 reading the names once: ${(performance.now() - begun).toFixed(0)} ms`,
    )
    const asked = addressesOf(town)
    let missed = 0
    const [found, floor, nowhere]: number[][] = [[], [], []]
    for (const { typed, path, room } of asked) {
      found?.push(
        await timed(async () => {
          const [best] = await searchAddresses(db, scope, typed, scope.ranges)
          if (best?.path !== path || best.room !== room) missed += 1
        }),
      )
      floor?.push(
        await timed(() =>
          db.read(
            scope,
            sql`select id, path, room from households where region_id = 1 and path = ${path} and room = ${room} and closed_at is null`,
          ),
        ),
      )
      nowhere?.push(await timed(() => searchAddresses(db, scope, typed, [])))
    }
    const [p50, p95] = [at(found, 0.5), at(found, 0.95)]
    say(
      `  住户 household: p50 ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms; 下限 floor p50 ${at(floor, 0.5).toFixed(2)} ms, p95 ${at(floor, 0.95).toFixed(2)} ms; 比 ratio ${(p50 / at(floor, 0.5)).toFixed(2)}; 没找准 missed ${missed} / ${asked.length}`,
    )
    say(
      `  只读地址、不查库 reading alone: p50 ${at(nowhere, 0.5).toFixed(3)} ms, p95 ${at(nowhere, 0.95).toFixed(3)} ms`,
    )
    if (p95 >= MOST_MILLISECONDS || missed > 0) process.exitCode = 1
  } finally {
    await behind.end()
    await db.close()
    await server.stop()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function at(times: number[] | undefined, share: number): number {
  const sorted = (times ?? []).toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0
}

/** Doors of the town, each as somebody would write it. */
function addressesOf(of: Town): { typed: string; path: string; room: string }[] {
  const random = seeded(7)
  const names = new Map(of.areas.map((area) => [area.path, area]))
  return Array.from({ length: RUNS }, () => {
    const { path, room } = oneOf(random, of.households)
    const building = names.get(path.replace(/[^/]+\/$/, ''))
    const community = names.get(path.split('/').slice(0, 3).join('/').concat('/'))
    const entrance = names.get(path)?.name ?? ''
    const way = oneOf(random, [
      `${building?.compound}${building?.name}${entrance}${room}`,
      `${community?.name}${building?.compound} ${building?.name} ${entrance} ${chineseDigits(room)}室`,
      `${room}室 ${entrance} ${building?.name} ${building?.compound}`,
    ])
    return { typed: way, path, room }
  })
}
