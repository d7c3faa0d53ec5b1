import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import flags from '../apps/server/flags.json' with { type: 'json' }
import { newId } from '../apps/server/src/kernel/ids.ts'
import type { Work } from './load.ts'
import { type BenchTown, onDatabase, type Seat } from './town.ts'

export const OPERATIONS = ['place', 'step', 'list', 'get'] as const
export type Operation = (typeof OPERATIONS)[number]

export type Contender = {
  readonly name: 'linli' | 'bare' | 'effects'
  readonly address: string
  /** The processes whose CPU it costs. */
  readonly pids: readonly number[]
  work(operation: Operation, pool: Pool): Work
  stop(): Promise<void>
}
/** Orders to take a step on: each is taken once. */
export type Pool = { next(): string | undefined }

const DETAIL = '三楼楼道的灯一直不亮，晚上上下楼看不清，请帮忙看看'

/** One key for every house of a run: they share a database, which tells a stranger's key. */
const SECRET_KEY = randomBytes(32).toString('base64')

/** Starts a server of bench/servers as a process of its own. */
async function start(
  file: string,
  env: Record<string, string>,
): Promise<{ child: ChildProcess; address: string }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-bench-'))
  const child = fork(join(import.meta.dirname, 'servers', file), {
    env: { ...process.env, SECRET_KEY, DATA_DIR: dataDir, PORT: '0', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: file === 'house.ts' ? flags : [],
  })
  const address = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve((message as { address: string }).address)) // our own process
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
  return { child, address }
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })

export async function startContender(
  name: 'linli' | 'bare',
  town: BenchTown,
  env: Record<string, string> = {},
): Promise<Contender> {
  const { server } = town
  const { child, address } =
    name === 'linli'
      ? await start('house.ts', { OWNER_URL: server.ownerUrl, APP_URL: server.appUrl, ...env })
      : await start('bare.ts', { BARE_URL: onDatabase(server.superuserUrl, server.ownerUrl), ...env })
  return {
    name,
    address,
    pids: [child.pid ?? 0],
    work: (operation, pool) => workOf(operation, name, town, pool),
    stop: () => stop(child),
  }
}

/** The floor whose events the house's own relay takes up, as after a command: what follows an order costs both the same. */
export const withEffects = (house: Contender, bare: Contender, town: BenchTown): Contender => ({
  name: 'effects',
  address: bare.address,
  pids: [...bare.pids, ...house.pids],
  work: (operation, pool) => workOf(operation, 'effects', town, pool),
  stop: async () => undefined, // both are stopped as themselves
})

export function workOf(operation: Operation, name: Contender['name'], town: BenchTown, pool: Pool): Work {
  const signed = name === 'linli'
  const prefix = signed ? '/api' : ''
  const headers = (seat: Seat): Record<string, string> => ({
    'content-type': 'application/json',
    ...(signed ? { authorization: `Bearer ${seat.token}`, 'idempotency-key': newId() } : {}),
    ...(name === 'effects' ? { effects: '1' } : {}),
  })
  const post = (seat: Seat, path: string, body: object) =>
    ({
      request: {
        method: 'POST',
        path: prefix + path,
        headers: headers(seat),
        body: JSON.stringify(signed ? body : { ...body, personId: seat.personId }),
      },
    }) as const
  const get = (seat: Seat, path: string) =>
    ({
      request: {
        method: 'GET',
        path: prefix + path,
        headers: signed ? { authorization: `Bearer ${seat.token}` } : {},
      },
    }) as const
  const of = (seats: readonly Seat[], n: number): Seat => seats[n % seats.length] ?? town.officer
  switch (operation) {
    case 'place':
      return (n) => {
        const seat = of(town.residents, n)
        return post(seat, '/orders', {
          id: newId(),
          channel: 'hand',
          kind: 'help',
          detail: DETAIL,
          path: seat.path,
        })
      }
    case 'step':
      return () => {
        const id = pool.next()
        if (!id) return undefined
        return post(town.officer, `/orders/${id}/accept`, {
          version: 1,
          item: 'legalAid',
          kind: 'help',
          urgency: 'ordinary',
          path: pathOf(id),
        })
      }
    case 'list':
      return (n) => {
        const seat = of(town.workers, n)
        return get(
          seat,
          signed ? `/orders?path=${seat.path}&state=${OPEN}&limit=20` : `/orders?path=${seat.path}`,
        )
      }
    case 'get':
      return () => get(town.officer, `/orders/${pool.next() ?? ''}`)
  }
}
const OPEN = 'submitted,accepted,offered,dispatched,inProgress,handled,followUp,rework'
const paths = new Map<string, string>()
const pathOf = (id: string): string => paths.get(id) ?? '/'

/** A pool of orders read from the database; a step's pool hands each out once, a reader's again and again. */
export function poolOf(rows: readonly { id: string; path: string }[], again: boolean): Pool {
  for (const { id, path } of rows) paths.set(id, path)
  let at = 0
  return {
    next: () => {
      const row = rows[again ? at % rows.length : at]
      at += 1
      return row?.id
    },
  }
}
