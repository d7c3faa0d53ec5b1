import { connect, createServer, type Socket } from 'node:net'

/** A line to a house that can be cut and joined again, as when a server restarts or a cable is pulled. */
export async function openLine(address: string) {
  const { hostname, port } = new URL(address)
  const ends = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    for (const end of [near, far]) {
      ends.add(end)
      end.on('error', () => end.destroy()) // the other end is told by `close`
      end.on('close', () => {
        ends.delete(end)
        near.destroy()
        far.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the line has no port')
  const cut = (): void => {
    isCut = true
    for (const end of ends) end.destroy()
  }
  return {
    address: `http://127.0.0.1:${bound.port}`,
    cut,
    join: (): void => {
      isCut = false
    },
    close: async (): Promise<void> => {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Line = Awaited<ReturnType<typeof openLine>>
