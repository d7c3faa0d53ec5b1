import { type Config, ConfigError } from '../kernel/config.ts'
import { whyUnreachable } from '../kernel/db/reachable.ts'
import { startPostgres } from '../kernel/postgres/index.ts'

export type Urls = {
  ownerUrl: string
  appUrl: string
  appRole?: string
  port?: number
  noteAddress(address: string): Promise<void>
  stop(): Promise<void>
}

/**
 * The database the house stands on: the operator's own by DATABASE_URL, else the embedded one, started and supervised here.
 * @throws ConfigError when the operator's database does not answer or is too old
 */
export async function openPostgres(config: Config, say: (line: string) => void): Promise<Urls> {
  const { databaseUrl } = config
  if (databaseUrl) {
    const why = await whyUnreachable(databaseUrl)
    if (why) throw new ConfigError([why])
    // One login serves both: connections of requests take the application's role, which owns nothing.
    return {
      ownerUrl: databaseUrl,
      appUrl: databaseUrl,
      appRole: 'linli_app',
      noteAddress: async () => undefined,
      stop: async () => undefined,
    }
  }
  const tell = (_fields: object, message: string): void => say(`  ${message}`)
  return startPostgres({
    dataDir: config.dataDir,
    log: { info: () => undefined, warn: tell, error: tell },
  })
}
