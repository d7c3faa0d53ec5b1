import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../tests/kit/house.ts'

const TOKEN = 'a-token-that-is-long-enough'
let open: TestHouse
let closed: TestHouse
beforeAll(async () => {
  open = await openTestHouse({ environment: { METRICS_TOKEN: TOKEN } })
  closed = await openTestHouse()
})
afterAll(async () => {
  await open.close()
  await closed.close()
})

const metrics = ({ house }: TestHouse, authorization?: string) =>
  house.app.inject({ url: '/metrics', headers: authorization ? { authorization } : {} })
const figureOf = (text: string, name: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1],
  )

describe('the figures for an operator', () => {
  it('are there for whoever brings the token, and for nobody else', async () => {
    expect((await metrics(open, `Bearer ${TOKEN}`)).statusCode).toBe(200)
    for (const wrong of [undefined, 'Bearer ', `Bearer ${TOKEN}x`, TOKEN])
      expect((await metrics(open, wrong)).statusCode, wrong).toBe(404)
    // Without the setting it is an address like any other: the hand's own page, where screens are built.
    expect((await metrics(closed, `Bearer ${TOKEN}`)).body).not.toContain('linli_')
  })

  it('count what waits in every region, and what is late', async () => {
    const before = (await metrics(open, `Bearer ${TOKEN}`)).body
    expect(figureOf(before, 'linli_backup_age_seconds')).toBe(-1)
    await open.admin.query(`insert into backup_runs (id, kind, started_at, finished_at, outcome)
      values (gen_random_uuid(), 'backup', now() - interval '2 hours', now() - interval '1 hour', 'good')`)
    await open.admin.query(`insert into notices (region_id, id, person_id, kind, facts, dedupe_key, at)
      values (2, '01900000-0000-7000-8000-000000000001', gen_random_uuid(), 'orderAccepted', '{}', 'a-figure', now())`)
    await open.admin.query(`insert into deliveries (region_id, id, notice_id, channel, purpose, dedupe_key, tries, failed_at, at)
      values (2, gen_random_uuid(), '01900000-0000-7000-8000-000000000001', 'sms', 'notice', 'a-figure', 12, now(), now())`)
    const after = (await metrics(open, `Bearer ${TOKEN}`)).body
    expect(figureOf(after, 'linli_backup_age_seconds')).toBeGreaterThanOrEqual(3600)
    expect(figureOf(after, 'linli_deliveries_failed')).toBe(figureOf(before, 'linli_deliveries_failed') + 1)
    expect(figureOf(after, 'linli_clocks_late')).toBe(0)
  })

  it('name no person, order or address', async () => {
    const { body } = await metrics(open, `Bearer ${TOKEN}`)
    expect(body).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/)
    expect(body).toContain('linli_requests_total{route="/metrics",method="GET",status="200"}')
  })
})
