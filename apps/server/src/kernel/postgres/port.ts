import { createServer } from 'node:net'
import { join } from 'node:path'
import { PostgresError } from './errors.ts'
import { replaceFile, textOf } from './files.ts'

/**
 * The loopback port of the database: the one asked for, else the one remembered in the data directory while it is
 * free, else a free one, which is remembered. The same address after a restart lets other programs stay connected.
 * @throws PostgresError portTaken when the port asked for is in use
 */
export async function choosePort(dataDir: string, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined) {
    if ((await freePort(wanted)) === undefined) throw taken(wanted)
    return wanted
  }
  const memory = join(dataDir, 'postgres.port')
  const remembered = await textOf(memory)
  const port = (remembered && (await freePort(Number(remembered)))) || (await freePort(0))
  if (!port) throw taken(0)
  if (String(port) !== remembered) await replaceFile(memory, String(port))
  return port
}

function taken(port: number): PostgresError {
  return new PostgresError(
    'portTaken',
    `端口 ${port} 已被别的程序占用，请换一个数据库端口。`,
    `Port ${port} is used by another program; choose another port for the database.`,
  )
}

/** Resolves to the port when it can be bound on the loopback (0: any), to undefined when it cannot. */
function freePort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
