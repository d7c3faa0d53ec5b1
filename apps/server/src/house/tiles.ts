import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { TILES_ADDRESS } from '../kernel/map/settings.ts'
import { signInFirst } from '../kernel/problem.ts'

const RANGE = /^bytes=(\d{1,15})-(\d{1,15})$/
/** One reading of the map; it takes the directory and single tiles. */
const MOST_BYTES = 4 * 1024 * 1024

/** Serves the map's file to whoever is signed in, piece by piece: the map asks for the tiles it shows. */
export function addTiles(app: FastifyInstance, file: string): void {
  app.get(TILES_ADDRESS, async (request, reply) => {
    if (!request.actor) throw signInFirst()
    const { size, mtimeMs } = await stat(file)
    const [, from, to] = RANGE.exec(request.headers.range ?? '') ?? []
    const start = Number(from)
    const end = Math.min(Number(to), size - 1, start + MOST_BYTES - 1)
    if (from === undefined || start > end)
      return reply.code(416).header('content-range', `bytes */${size}`).send()
    return reply
      .code(206)
      .type('application/octet-stream')
      .header('accept-ranges', 'bytes')
      .header('cache-control', 'private, max-age=3600')
      .header('content-length', end - start + 1)
      .header('content-range', `bytes ${start}-${end}/${size}`)
      .header('etag', `"${Math.round(mtimeMs)}-${size}"`)
      .send(createReadStream(file, { start, end }))
  })
}
