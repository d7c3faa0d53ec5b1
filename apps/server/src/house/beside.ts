import type { Config } from '../kernel/config.ts'
import { AlreadyRunning, runningUrls } from '../kernel/postgres/index.ts'
import { openPostgres } from './withDatabase.ts'

/**
 * The database for a command that may run while the house is open: the running one of this data directory, else one
 * started for the command.
 * @throws ConfigError, PostgresError
 */
export async function openBeside(
  config: Config,
  say: (line: string) => void,
): Promise<{ ownerUrl: string; appUrl: string; appRole?: string; stop(): Promise<void> }> {
  try {
    return await openPostgres(config, say)
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error
    return { ...(await runningUrls(config.dataDir)), stop: async () => undefined }
  }
}
