import { EventEmitter } from 'node:events'
import { Logger, type Runner, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Listeners, OutboxEvent } from '../outbox/listeners.ts'
import { patientPool } from './patientPool.ts'
import { every } from './ticker.ts'

type Named = { name: string; listeners: Listeners }

/** graphile-worker's own tables, brought up to date by the owner before anything uses them. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: quiet })
}

/** The work of one job: some events for one listener. */
export type Hearing = {
  readonly room: string
  readonly pattern: string
  readonly events: readonly OutboxEvent[]
}

export const listenJob = (hearing: Hearing) => ({ identifier: 'listen', payload: hearing, max_attempts: 12 })

/** How often the jobs of killed instances are looked for. */
const LOST_MILLISECONDS = 5000

/**
 * Gives back the jobs that a killed instance had begun; graphile-worker itself would wait four hours. An instance holds
 * a lock on its pool's name for as long as its connection lives, so a name that can be locked is nobody's any more. A
 * job whose taking was committed but never answered belongs to a living pool that does not know it: it is given back
 * after five minutes, longer than any job takes.
 */
async function freeLostJobs(pool: pg.Pool): Promise<void> {
  await pool.query(`
    with held as materialized (select distinct locked_by from graphile_worker._private_jobs where locked_by is not null),
    lost as materialized (select locked_by from held where pg_try_advisory_xact_lock(hashtextextended(locked_by, 0)))
    update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = greatest(run_at, now())
    where locked_by in (select locked_by from lost) or locked_at < now() - interval '5 minutes'`)
}

/** Holds the pool's name on the connection on which it hears of jobs, anew after each loss of that connection. */
function holdName(onError: (error: Error) => void): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on('pool:listen:success', ({ client, workerPool }) => {
    // Its first answer is to its own LISTEN: one thing after the other.
    client.once('drain', () => {
      client.query('select pg_advisory_lock(hashtextextended($1, 0))', [workerPool.id]).catch(onError)
    })
  })
  return events
}

/**
 * Works the jobs that the relay adds: each hands some events to one room's listener. Events that failed together are
 * given each a job of its own, so that one bad event holds up no other; a failing job is tried again with growing
 * pauses, and after its last try stays in graphile-worker's table, where the operator finds it.
 */
export async function startWorker(
  pool: pg.Pool,
  rooms: readonly Named[],
  onError: (error: Error, event?: OutboxEvent) => void,
): Promise<Pick<Runner, 'promise' | 'stop'>> {
  const taskList: TaskList = {
    listen: async (payload, { addJob }) => {
      const { room, pattern, events } = payload as Hearing // made by the relay
      const listener = rooms.find(({ name }) => name === room)?.listeners[pattern]
      if (!listener) throw new Error(`no listener ${room} ${pattern}`)
      try {
        await listener.hear(events)
      } catch (error) {
        const [first, ...more] = events
        if (first) onError(error as Error, first)
        if (more.length === 0) throw error
        for (const event of events)
          await addJob('listen', { room, pattern, events: [event] }, { maxAttempts: 12 })
      }
    },
  }
  await freeLostJobs(pool)
  const runner = await run({
    pgPool: patientPool(pool),
    events: holdName(onError),
    taskList,
    concurrency: 6,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: quiet,
  })
  const freeing = every(LOST_MILLISECONDS, () => freeLostJobs(pool), onError)
  return {
    promise: runner.promise,
    stop: async () => {
      await freeing.stop()
      await runner.stop()
    },
  }
}

const quiet = new Logger(() => () => undefined)
