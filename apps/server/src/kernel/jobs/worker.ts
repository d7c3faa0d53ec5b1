import { Logger, type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Listeners, OutboxEvent } from '../outbox/listeners.ts'

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

/**
 * Works the jobs that the relay adds: each hands some events to one room's listener. Events that failed together are
 * given each a job of its own, so that one bad event holds up no other; a failing job is tried again with growing
 * pauses, and after its last try stays in graphile-worker's table, where the operator finds it.
 */
export async function startWorker(
  pool: pg.Pool,
  rooms: readonly Named[],
  onError: (error: Error, event: OutboxEvent) => void,
): Promise<Runner> {
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
  return run({
    pgPool: pool,
    taskList,
    concurrency: 6,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: quiet,
  })
}

const quiet = new Logger(() => () => undefined)
