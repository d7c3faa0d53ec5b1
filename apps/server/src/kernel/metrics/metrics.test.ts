import { expect, test } from 'vitest'
import { openMetrics } from './metrics.ts'

const readings = {
  outbox_waiting: 3,
  outbox_oldest_seconds: 1.5,
  jobs_failed: 0,
  deliveries_waiting: 2,
  deliveries_failed: 0,
  clocks_late: 0,
  audit_unsealed: 4,
  backup_age_seconds: 60,
  drill_age_seconds: -1,
  runs_failed: 0,
  backup_files_missing: 0,
}

test('figures are counted by route, and read when they are asked for', async () => {
  let asked = 0
  const metrics = openMetrics(async () => {
    asked += 1
    return readings
  })
  metrics.answered('/api/orders/:id', 'GET', 200, 12)
  metrics.answered('/api/orders/:id', 'GET', 200, 400)
  metrics.answered(undefined, 'GET', 404, 1)
  metrics.limited('address')
  expect(asked).toBe(0)
  const { type, body } = await metrics.text()
  expect(asked).toBe(1)
  expect(type).toContain('text/plain')
  for (const line of [
    'linli_requests_total{route="/api/orders/:id",method="GET",status="200"} 2',
    'linli_requests_total{route="none",method="GET",status="404"} 1',
    'linli_request_seconds_bucket{le="0.02",route="/api/orders/:id"} 1',
    'linli_limited_total{kind="address"} 1',
    'linli_outbox_waiting 3',
    'linli_drill_age_seconds -1',
  ])
    expect(body).toContain(line)
})
