import { performance } from 'node:perf_hooks'
import { Client } from 'undici'

export type Request = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string
}
/** The next request of one connection, and what to do with its answer; undefined ends the connection's part. */
export type Work = (
  connection: number,
) => { readonly request: Request; done?(status: number, body: string): void } | undefined

export type Load = {
  readonly requests: number
  readonly failed: number
  readonly seconds: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** Closed loop: each connection sends its next request when the last was answered, until the time is over. */
export async function load(address: string, connections: number, seconds: number, work: Work): Promise<Load> {
  const waits: number[] = []
  let failed = 0
  const begun = performance.now()
  const end = begun + seconds * 1000
  const one = async (connection: number): Promise<void> => {
    const client = new Client(address, { pipelining: 1 })
    try {
      while (performance.now() < end) {
        const next = work(connection)
        if (!next) return
        const sent = performance.now()
        const { statusCode, body } = await client.request(next.request)
        const text = await body.text()
        waits.push(performance.now() - sent)
        if (statusCode >= 300) {
          failed += 1
          if (failed === 1)
            process.stderr.write(
              `${next.request.method} ${next.request.path}: ${statusCode} ${text.slice(0, 300)}\n`,
            )
        }
        next.done?.(statusCode, text)
      }
    } finally {
      await client.close()
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, n) => one(n)))
  const took = (performance.now() - begun) / 1000
  waits.sort((a, b) => a - b)
  const at = (share: number): number =>
    waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0
  return {
    requests: waits.length,
    failed,
    seconds: took,
    perSecond: waits.length / took,
    p50: at(0.5),
    p99: at(0.99),
  }
}
