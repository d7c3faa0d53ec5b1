import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { PostgresError } from './errors.ts'
import { replaceFile, textOf } from './files.ts'

/** The passwords of the three database roles. */
export type DatabaseSecrets = { superuser: string; owner: string; app: string }

/**
 * Reads `DATA_DIR/secrets.json` (0600), making it before the first initialisation.
 * @throws PostgresError secretsLost when a cluster exists without its passwords
 */
export async function openSecrets(dataDir: string, clusterExists: boolean): Promise<DatabaseSecrets> {
  const path = join(dataDir, 'secrets.json')
  const text = await textOf(path)
  if (text !== undefined) return JSON.parse(text)
  if (clusterExists) {
    throw new PostgresError(
      'secretsLost',
      `数据库还在，但存放它口令的 ${path} 不见了。请从备份恢复这个文件；确定要从头开始时，删除整个数据目录再启动。`,
      `The database is there, but ${path} with its passwords is gone. Restore that file from a backup; to begin anew, delete the whole data directory.`,
    )
  }
  const password = () => randomBytes(24).toString('base64url')
  const secrets = { superuser: password(), owner: password(), app: password() }
  await replaceFile(path, `${JSON.stringify(secrets, undefined, 2)}\n`)
  return secrets
}
