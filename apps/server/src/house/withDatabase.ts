import type { Config } from '../kernel/config.ts'
import { startPostgres } from '../kernel/postgres/index.ts'

export type Urls = {
  ownerUrl: string
  appUrl: string
  appRole?: string
  port?: number
  noteAddress(address: string): Promise<void>
  stop(): Promise<void>
}

/** The database the house stands on: the operator's own by DATABASE_URL, else the embedded one, started and supervised here. */
export async function openPostgres(config: Config, say: (line: string) => void): Promise<Urls> {
  if (config.databaseUrl) {
    // One login serves both: connections of requests take the application's role, which owns nothing.
    return {
      ownerUrl: config.databaseUrl,
      appUrl: config.databaseUrl,
      appRole: 'linli_app',
      noteAddress: async () => undefined,
      stop: async () => undefined,
    }
  }
  const tell = (_fields: object, message: string): void => say(`  ${message}`)
  return startPostgres({ dataDir: config.dataDir, log: { info: () => undefined, warn: tell, error: tell } })
}
