import { join } from 'node:path'
import { PostgresError } from './errors.ts'
import { textOf } from './files.ts'
import { openSecrets } from './secrets.ts'

/**
 * The addresses of the embedded database that another living process runs on this data directory.
 * @throws PostgresError when the directory does not say where it listens
 */
export async function runningUrls(dataDir: string): Promise<{ ownerUrl: string; appUrl: string }> {
  const { owner, app } = await openSecrets(dataDir, true)
  const port = Number(await textOf(join(dataDir, 'postgres.port')))
  if (!Number.isInteger(port) || port <= 0)
    throw new PostgresError(
      'dataDirClosed',
      `${dataDir} 里没有记下数据库的端口，请等服务启动完再试。`,
      `${dataDir} does not say where its database listens; try again when the house has opened.`,
    )
  const url = (role: string, password: string) => `postgresql://${role}:${password}@127.0.0.1:${port}/linli`
  return { ownerUrl: url('linli_owner', owner), appUrl: url('linli_app', app) }
}
