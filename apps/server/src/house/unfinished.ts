import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupError } from '../kernel/backup/problems.ts'
import type { Config } from '../kernel/config.ts'
import { factsOf } from '../kernel/postgres/files.ts'

const markOf = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'restore.unfinished')

/** Says that a restore is under way: until it has ended nobody opens this house by mistake. */
export const markUnfinished = (config: Pick<Config, 'dataDir'>): Promise<void> =>
  writeFile(markOf(config), `${new Date().toISOString()}\n`, { mode: 0o600 })

export const markFinished = (config: Pick<Config, 'dataDir'>): Promise<void> =>
  rm(markOf(config), { force: true })

export const isUnfinished = async (config: Pick<Config, 'dataDir'>): Promise<boolean> =>
  (await factsOf(markOf(config))) !== undefined

/** @throws BackupError running while a restore into this data directory has not ended */
export async function refuseUnfinished(config: Pick<Config, 'dataDir'>): Promise<void> {
  if (!(await isUnfinished(config))) return
  throw new BackupError(
    'running',
    `数据目录 ${config.dataDir} 里有一次没有做完的恢复。请用同样的参数再执行一次 npm run restore。`,
    `A restore into ${config.dataDir} has not ended. Run npm run restore once more with the same words.`,
  )
}
