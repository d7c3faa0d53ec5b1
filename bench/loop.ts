import { execFileSync } from 'node:child_process'
import pg from 'pg'
import sql from 'sql-template-tag'
import { systemScope } from '../apps/server/src/kernel/auth/actor.ts'
import {
  type Contender,
  OPERATIONS,
  type Operation,
  poolOf,
  startContender,
  withEffects,
} from './contenders.ts'
import { cpuSeconds, endedChildrenSeconds, family, machineTicks, memoryMegabytes, stealSince } from './cpu.ts'
import { type Load, load } from './load.ts'
import { pgbench } from './pgbench.ts'
import { type BenchTown, onDatabase } from './town.ts'

export type Window = Load & { readonly server: number; readonly database: number; readonly steal: number }
/** What was measured of one operation at one number of connections, window by window. */
export type Measured = {
  readonly operation: Operation
  readonly connections: number
  readonly linli: Window[]
  readonly bare: Window[]
  /** The floor with what follows a command; writes only. */
  readonly effects: Window[]
  /** Transactions a second of pgbench with the same statement; placing only. */
  readonly pgbench: number[]
}
export type LoopResult = { readonly measured: Measured[]; readonly memory: number }

/** Rounds of one window each, contender after contender, so that a slow minute of the machine falls on all of them. */
export async function measureLoop(
  town: BenchTown,
  settings: {
    readonly seconds: number
    readonly rounds: number
    readonly connections: readonly number[]
    readonly operations?: readonly Operation[]
  },
  say: (line: string) => void,
): Promise<LoopResult> {
  const some = await town.db.read<{ id: string; path: string }>(
    systemScope(1),
    sql`select id, path from orders where region_id = 1 and version = 5 order by id limit 20000`,
  )
  const reads = poolOf(some, true)
  const [house, bare] = [await startContender('linli', town), await startContender('bare', town)]
  const readers = [house, bare]
  const writers = [...readers, withEffects(house, bare, town)]
  const postmaster = await postmasterPid(town)
  const measured: Measured[] = []
  let memory = 0
  try {
    for (const operation of settings.operations ?? OPERATIONS) {
      const pool = operation === 'step' ? poolOf(await submitted(town), false) : reads
      const contenders = isWrite(operation) ? writers : readers
      for (const connections of settings.connections) {
        const entry: Measured = { operation, connections, linli: [], bare: [], effects: [], pgbench: [] }
        for (let round = 0; round < settings.rounds; round += 1) {
          const order = round % 2 === 0 ? contenders : [...contenders].reverse()
          for (const contender of order)
            entry[contender.name].push(
              await window(contender, operation, pool, connections, settings.seconds, postmaster, town),
            )
          if (operation === 'place')
            entry.pgbench.push(pgbench(superuser(town), SCRIPT, connections, settings))
        }
        measured.push(entry)
        say(lineOf(entry))
        memory = Math.max(memory, ...house.pids.map(memoryMegabytes))
      }
    }
  } finally {
    await Promise.all(readers.map((one) => one.stop()))
  }
  return { measured, memory }
}

const isWrite = (operation: Operation): boolean => operation === 'place' || operation === 'step'

const submitted = (town: BenchTown) =>
  town.db.read<{ id: string; path: string }>(
    systemScope(1),
    sql`select id, path from orders where region_id = 1 and state = 'submitted' order by id`,
  )

async function window(
  contender: Contender,
  operation: Operation,
  pool: ReturnType<typeof poolOf>,
  connections: number,
  seconds: number,
  postmaster: number,
  town: BenchTown,
): Promise<Window> {
  const work = contender.work(operation, pool)
  await load(contender.address, Math.min(connections, 8), 0.5, work) // statements prepared, code warm
  const database = family(postmaster)
  const before = {
    server: cpuSeconds(contender.pids),
    database: cpuSeconds(database) + endedChildrenSeconds(postmaster),
    ticks: machineTicks(),
  }
  const result = await load(contender.address, connections, seconds, work)
  const steal = stealSince(before.ticks)
  // What a command leaves to be done later belongs to its cost, and not to the next window's.
  if (contender.name !== 'bare' && isWrite(operation)) await settled(town)
  const after = {
    server: cpuSeconds(contender.pids),
    database: cpuSeconds(family(postmaster)) + endedChildrenSeconds(postmaster),
  }
  return {
    ...result,
    server: ((after.server - before.server) / result.requests) * 1e6,
    database: ((after.database - before.database) / result.requests) * 1e6,
    steal,
  }
}

const superuser = ({ server }: BenchTown): string => onDatabase(server.superuserUrl, server.ownerUrl)

/** Waits until relay and jobs have caught up. */
async function settled(town: BenchTown): Promise<void> {
  const admin = new pg.Client({ connectionString: superuser(town) })
  await admin.connect()
  try {
    for (let tries = 0; tries < 600; tries += 1) {
      const { rows } = await admin.query<{ waiting: boolean }>(
        `select exists (select from outbox where region_id = 1 and relayed_at is null)
          or exists (select from graphile_worker._private_jobs where attempts < max_attempts) as waiting`,
      )
      if (rows[0]?.waiting === false) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error('relay and jobs did not catch up within a minute')
  } finally {
    await admin.end()
  }
}

async function postmasterPid(town: BenchTown): Promise<number> {
  const [row] = await town.db.global<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  const parent = execFileSync('ps', ['-o', 'ppid=', '-p', String(row?.pid)], { encoding: 'utf8' })
  return Number(parent.trim())
}

const SCRIPT = `\\set person random(1, 64)
with i as (select gen_random_uuid() as id, 'P' || nextval('bench_number') as number, (select id from people order by id limit 1) as person),
  o as (insert into orders (region_id, id, number, version, state, kind, channel, urgency, path, community, placed_at, placed_by, requester_id, beneficiary_id, due_at, due_clock)
    select 1, id, number, 1, 'submitted', 'help', 'hand', 'ordinary', '/s01/c01/g01/', '/s01/c01/', now(), person, person, person, now() + interval '2 hours', 'accept' from i),
  t as (insert into order_texts (region_id, order_id, title, detail) select 1, id, '灯不亮', '三楼楼道的灯一直不亮，晚上上下楼看不清，请帮忙看看' from i),
  p as (insert into order_parties (region_id, id, order_id, role, person_id) select 1, gen_random_uuid(), id, role, person from i, unnest(array['placer','requester']) role),
  e as (insert into order_events (region_id, id, order_id, version, verb, to_state, actor_person_id, actor_role, round, path, at) select 1, gen_random_uuid(), id, 1, 'placeOrder', 'submitted', person, 'resident', 1, '/s01/c01/g01/', now() from i),
  c as (insert into order_clocks (region_id, id, order_id, clock, round, amount, unit, started_at, due_at) select 1, gen_random_uuid(), id, 'accept', 1, 2, 'workHour', now(), now() + interval '2 hours' from i),
  s as (insert into order_search (region_id, order_id, path, placed_at, tokens) select 1, id, '/s01/c01/g01/', now(), array_to_tsvector(array['三楼','楼道','灯','不亮','晚上']) from i)
insert into outbox (region_id, id, topic, payload, at, relayed_at) select 1, gen_random_uuid(), 'bench.orderPlaced.1', '{}', now(), now() from i;
`

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
/** The median of the rounds' own ratios: each compares two windows of the same minute. */
export const ratioOf = ({ linli }: Measured, floor: readonly Window[]): number =>
  median(linli.map(({ perSecond }, round) => perSecond / (floor[round]?.perSecond ?? Number.NaN)))

export function lineOf(entry: Measured): string {
  const of = (windows: readonly Window[]) =>
    `${median(windows.map(({ perSecond }) => perSecond)).toFixed(0)}/s p50 ${median(windows.map(({ p50 }) => p50)).toFixed(1)} p99 ${median(windows.map(({ p99 }) => p99)).toFixed(1)} ms, node ${median(windows.map(({ server }) => server)).toFixed(0)} + pg ${median(windows.map(({ database }) => database)).toFixed(0)} us`
  const failed = [...entry.linli, ...entry.bare, ...entry.effects].reduce((sum, one) => sum + one.failed, 0)
  return `${entry.operation} c${entry.connections}: linli ${of(entry.linli)} | bare ${of(entry.bare)} | effects ${of(entry.effects)} | pgbench ${median(entry.pgbench).toFixed(0)} | ratio ${ratioOf(entry, entry.bare).toFixed(2)} ${ratioOf(entry, entry.effects).toFixed(2)}${failed > 0 ? ` FAILED ${failed}` : ''}`
}
