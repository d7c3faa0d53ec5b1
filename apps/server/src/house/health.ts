import type { FastifyInstance } from 'fastify'
import type { Database } from '../kernel/db/database.ts'
import { type SchemaState, schemaState } from '../kernel/db/migrate.ts'

export type Health = {
  pool: Database['pool']
  migrations: number
  jobsRunning(): boolean
  stopping(): boolean
}

/** `GET /healthz` says the process lives; `GET /readyz` that database, migrations and jobs are there. */
export function addHealth(app: FastifyInstance, health: Health): void {
  app.get('/healthz', async () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const database = await schemaState(health.pool).catch((): SchemaState => ({ applied: -1, floor: -1 }))
    const checks = {
      database: database.applied >= 0,
      // A newer version may have added to the schema: this one goes on until something it uses is taken away.
      migrations: database.applied >= health.migrations && database.floor <= health.migrations,
      jobs: health.jobsRunning(),
      serving: !health.stopping(),
    }
    const ready = Object.values(checks).every(Boolean)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'notReady', checks })
  })
}
