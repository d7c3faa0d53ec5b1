import { Logger, type Runner, run, runMigrations, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { Listeners, OutboxEvent } from '../outbox/listeners.ts'

type Named = { name: string; listeners: Listeners }

/** graphile-worker's own tables, brought up to date by the owner before anything uses them. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: quiet })
}

/**
 * Works the jobs that the relay adds: each hands one event to one room's listener. A failing job is tried again with
 * growing pauses; after its last try it stays in graphile-worker's table, where the operator finds it.
 */
export async function startWorker(
  pool: pg.Pool,
  rooms: readonly Named[],
  onError: (error: Error, event: OutboxEvent) => void,
): Promise<Runner> {
  const taskList: TaskList = {
    listen: async (payload) => {
      const { room, pattern, event } = payload as { room: string; pattern: string; event: OutboxEvent } // made by the relay
      const listener = rooms.find(({ name }) => name === room)?.listeners[pattern]
      if (!listener) throw new Error(`no listener ${room} ${pattern}`)
      try {
        await listener(event)
      } catch (error) {
        onError(error as Error, event)
        throw error
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
