import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import S3rver from 's3rver'

export type ObjectStore = {
  /** As UPLOADS_TO and BACKUP_TO take it. */
  address(prefix: string): string
  /** What happens to the next requests, one each: an answer with that status, silence, or half an answer. */
  fail(...faults: (number | 'silence' | 'half')[]): void
  readonly asked: () => number
  close(): Promise<void>
}

/** Key and secret that s3rver is born with. */
const KEY = 'S3RVER'

/** A real S3 server on the loopback, behind a way that can be made bad. */
export async function openObjectStore(directory: string): Promise<ObjectStore> {
  const store = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'linli' }],
  })
  const { port } = await store.run()
  const faults: (number | 'silence' | 'half')[] = []
  let asked = 0
  const way: Server = createServer((ask, answer) => {
    asked += 1
    const fault = faults.shift()
    if (fault === 'silence') return
    if (typeof fault === 'number') {
      ask.resume()
      answer.writeHead(fault, { location: ask.url ?? '/' }).end() // a redirect leads back here
      return
    }
    passOn(port, ask, answer, fault === 'half')
  })
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve))
  const address = way.address()
  const at = typeof address === 'object' && address ? address.port : 0
  return {
    address: (prefix) => `http://${KEY}:${KEY}@127.0.0.1:${at}/linli/${prefix}`,
    fail: (...more) => void faults.push(...more),
    asked: () => asked,
    close: async () => {
      way.closeAllConnections()
      await new Promise((resolve) => way.close(resolve))
      await store.close()
    },
  }
}

function passOn(port: number, ask: IncomingMessage, answer: ServerResponse, half: boolean): void {
  const { method, url: path, headers } = ask
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (reply) => {
    answer.writeHead(reply.statusCode ?? 502, reply.headers)
    if (!half) return void reply.pipe(answer)
    reply.once('data', (chunk: Buffer) =>
      answer.write(chunk.subarray(0, chunk.length / 2), () => answer.destroy()),
    )
  })
  onward.once('error', () => answer.destroy())
  ask.pipe(onward)
}
