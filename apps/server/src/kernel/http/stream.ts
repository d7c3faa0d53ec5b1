import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Hub } from '../live/hub.ts'
import { signInFirst, tooMany } from '../problem.ts'

const HEARTBEAT_MILLISECONDS = 20_000
const MOST_PAGES = 5000
const MOST_WAITING_BYTES = 256 * 1024

/** Server-sent events to one page until it goes away or its reader's session ends; a page that does not read is let go and comes back by itself. */
export async function streamLive(request: FastifyRequest, reply: FastifyReply, hub: Hub): Promise<void> {
  const { actor } = request
  if (!actor) throw signInFirst()
  if (hub.count() >= MOST_PAGES) throw tooMany()
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'keep-alive',
    'x-accel-buffering': 'no',
  })
  const write = (text: string): void => {
    if (raw.writableLength > MOST_WAITING_BYTES) raw.destroy()
    else raw.write(text)
  }
  write('retry: 2000\n\nevent: ready\ndata: {}\n\n')
  const leave = hub.subscribe({
    actor,
    send: (events) =>
      write(events.map(({ topic, id }) => `event: ${topic}\ndata: {"id":"${id}"}\n\n`).join('')),
    end: () => raw.end(),
  })
  const heartbeat = setInterval(() => write(': \n\n'), HEARTBEAT_MILLISECONDS)
  raw.on('close', () => {
    clearInterval(heartbeat)
    leave()
  })
}
