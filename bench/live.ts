import { newId } from '../apps/server/src/kernel/ids.ts'
import { startContender } from './contenders.ts'
import type { BenchTown, Seat } from './town.ts'

export type Live = {
  readonly pages: number
  readonly heard: number
  readonly p50: number
  readonly p99: number
}

/** A thousand open pages of one community, and the time from an order's answer to each page's hearing of it, milliseconds. */
export async function measureLive(town: BenchTown, pages: number, orders: number): Promise<Live> {
  const server = await startContender('linli', town)
  const leaving = new AbortController()
  const waits: number[] = []
  const placed = new Map<string, number>()
  const seat = town.workers[0] ?? town.officer
  const hear = async (): Promise<void> => {
    const answer = await fetch(`${server.address}/api/live`, {
      headers: { authorization: `Bearer ${seat.token}` },
      signal: leaving.signal,
    })
    if (!answer.ok || !answer.body) throw new Error(`the stream answered ${answer.status}`)
    let rest = ''
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      rest += piece
      for (const id of rest.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? []) {
        const at = placed.get(id)
        if (at !== undefined) waits.push(performance.now() - at)
      }
      rest = rest.slice(rest.lastIndexOf('\n\n') + 1)
    }
  }
  try {
    const streams = Array.from({ length: pages }, () =>
      hear().catch((error: Error) => {
        if (error.name !== 'AbortError') throw error
      }),
    )
    await new Promise((resolve) => setTimeout(resolve, 3000))
    for (let n = 0; n < orders; n += 1) {
      const id = newId()
      placed.set(id, performance.now())
      await place(server.address, seat, id)
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
    await new Promise((resolve) => setTimeout(resolve, 2000))
    leaving.abort()
    await Promise.all(streams)
    waits.sort((a, b) => a - b)
    const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0
    return { pages, heard: waits.length, p50: at(0.5), p99: at(0.99) }
  } finally {
    await server.stop()
  }
}

async function place(address: string, { token, path }: Seat, id: string): Promise<void> {
  const answer = await fetch(`${address}/api/orders`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': newId(),
    },
    body: JSON.stringify({ id, channel: 'hand', kind: 'help', detail: '请帮忙看看', path }),
  })
  if (answer.status !== 201) throw new Error(`placing answered ${answer.status} ${await answer.text()}`)
}
