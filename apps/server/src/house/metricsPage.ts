import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { runFigures } from '../kernel/backup/runs.ts'
import type { Database } from '../kernel/db/database.ts'
import type { Metrics, Readings } from '../kernel/metrics/metrics.ts'
import { notFound } from '../kernel/problem.ts'

/** `GET /metrics` for whoever brings the token; to everybody else there is no such page. */
export function addMetrics(app: FastifyInstance, metrics: Metrics, token: string): void {
  const wanted = Buffer.from(`Bearer ${token}`)
  app.get('/metrics', async (request, reply) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw notFound()
    const { type, body } = await metrics.text()
    return reply.header('content-type', type).header('cache-control', 'no-store').send(body)
  })
}

/** What waits and what failed, over all regions, and how it stands with backups. */
export async function readFigures(ownerPool: pg.Pool, db: Database): Promise<Readings> {
  const [waiting, runs] = await Promise.all([readWaiting(ownerPool), runFigures(db)])
  const ago = (which: 'backup' | 'drill') => runs.find(({ kind }) => kind === which)?.goodAgo ?? -1
  return {
    ...waiting,
    backup_age_seconds: ago('backup'),
    drill_age_seconds: ago('drill'),
    runs_failed: runs.filter(({ failed }) => failed).length,
    backup_files_missing: runs.reduce((sum, { missing }) => sum + missing, 0),
  }
}

type Waiting = Omit<
  Readings,
  'backup_age_seconds' | 'drill_age_seconds' | 'runs_failed' | 'backup_files_missing'
>

/** As the owner, who may read every region's rows while it says that it copies. */
async function readWaiting(ownerPool: pg.Pool): Promise<Waiting> {
  const client = await ownerPool.connect()
  try {
    await client.query('begin read only')
    await client.query("select set_config('app.copy', 'on', true)")
    const { rows } = await client.query<Waiting>(WAITING)
    await client.query('commit')
    client.release()
    if (!rows[0]) throw new Error('the figures could not be read')
    return rows[0]
  } catch (error) {
    client.release(error as Error)
    throw error
  }
}

const WAITING = `select
  (select count(*) from outbox where relayed_at is null)::int as outbox_waiting,
  (select coalesce(extract(epoch from app_now() - min(at)), 0) from outbox where relayed_at is null)::float8 as outbox_oldest_seconds,
  (select count(*) from graphile_worker._private_jobs where attempts >= max_attempts)::int as jobs_failed,
  (select count(*) from deliveries where delivered_at is null and failed_at is null)::int as deliveries_waiting,
  (select count(*) from deliveries where failed_at > app_now() - interval '1 day')::int as deliveries_failed,
  (select count(*) from order_clocks where due_at < app_now() - interval '1 minute' and stopped_at is null and fired_at is null)::int as clocks_late,
  (select count(*) from audit_entries e where seq > coalesce((select max(last_seq) from audit_seals s where s.region_id = e.region_id), 0))::int as audit_unsealed`
