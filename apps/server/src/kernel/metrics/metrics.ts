import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { LimitKind } from '../limits/limits.ts'

/** What is read from the database when somebody asks for the figures, by name; counts or seconds. */
export type Readings = { readonly [name in Reading]: number }
export type Reading = keyof typeof READINGS
const READINGS = {
  outbox_waiting: 'Events that the relay has not taken up yet',
  outbox_oldest_seconds: 'Age of the oldest of them',
  jobs_failed: 'Background jobs that failed for the last time',
  deliveries_waiting: 'Notices on their way',
  deliveries_failed: 'Notices that will not arrive',
  clocks_late: 'Deadlines that have passed by more than a minute without being told',
  audit_unsealed: 'Entries of the record that are not sealed yet',
  backup_age_seconds: 'Since the last good backup; -1 when there is none',
  drill_age_seconds: 'Since the last good drill; -1 when there is none',
  runs_failed: 'Of backup and drill, how many went wrong the last time',
  backup_files_missing: 'Files that the last good backup could not find',
} as const

export type Metrics = {
  /** One answered request. @param route the pattern, never the address @param milliseconds from its first byte to its last */
  answered(route: string | undefined, method: string, status: number, milliseconds: number): void
  /** One request that was over a limit. */
  limited(kind: LimitKind): void
  /** All figures in the text form of Prometheus, with the readings taken now. */
  text(): Promise<{ readonly type: string; readonly body: string }>
}

/** The figures an operator watches: no person, no address, no id in any label. */
export function openMetrics(read: () => Promise<Readings>): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'linli_' })
  const requests = new Counter({
    name: 'linli_requests_total',
    help: 'Answered requests',
    labelNames: ['route', 'method', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'linli_request_seconds',
    help: 'Time to answer',
    labelNames: ['route'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers,
  })
  const limited = new Counter({
    name: 'linli_limited_total',
    help: 'Requests over a limit',
    labelNames: ['kind'],
    registers,
  })
  const gauges = Object.entries(READINGS).map(
    ([name, help]) => [name as Reading, new Gauge({ name: `linli_${name}`, help, registers })] as const, // the table's own keys
  )
  return {
    answered: (route = 'none', method, status, milliseconds) => {
      requests.inc({ route, method, status })
      seconds.observe({ route }, milliseconds / 1000)
    },
    limited: (kind) => limited.inc({ kind }),
    text: async () => {
      const readings = await read()
      for (const [name, gauge] of gauges) gauge.set(readings[name])
      return { type: registry.contentType, body: await registry.metrics() }
    },
  }
}
