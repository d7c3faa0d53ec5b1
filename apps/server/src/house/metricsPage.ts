import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
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

/** Reads what waits and what failed, over all regions, as the owner. */
export async function readFigures(ownerPool: pg.Pool): Promise<Readings> {
  const client = await ownerPool.connect()
  try {
    await client.query('begin read only')
    await client.query("select set_config('app.copy', 'on', true)")
    const { rows } = await client.query<Readings>(FIGURES)
    await client.query('commit')
    client.release()
    if (!rows[0]) throw new Error('the figures could not be read')
    return rows[0]
  } catch (error) {
    client.release(error as Error)
    throw error
  }
}

const FIGURES = `select
  (select count(*) from outbox where relayed_at is null)::int as outbox_waiting,
  (select coalesce(extract(epoch from app_now() - min(at)), 0) from outbox where relayed_at is null)::float8 as outbox_oldest_seconds,
  (select count(*) from graphile_worker._private_jobs where attempts >= max_attempts)::int as jobs_failed,
  (select count(*) from deliveries where delivered_at is null and failed_at is null)::int as deliveries_waiting,
  (select count(*) from deliveries where failed_at > app_now() - interval '1 day')::int as deliveries_failed,
  (select count(*) from order_clocks where due_at < app_now() - interval '1 minute' and stopped_at is null and fired_at is null)::int as clocks_late,
  (select count(*) from audit_entries e where seq > coalesce((select max(last_seq) from audit_seals s where s.region_id = e.region_id), 0))::int as audit_unsealed,
  (select coalesce(extract(epoch from app_now() - max(finished_at)), -1) from backup_runs where kind = 'backup' and outcome = 'good')::float8 as backup_age_seconds,
  (select coalesce(extract(epoch from app_now() - max(finished_at)), -1) from backup_runs where kind = 'drill' and outcome = 'good')::float8 as drill_age_seconds`
