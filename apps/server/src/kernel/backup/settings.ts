import { isAbsolute } from 'node:path'
import { bucketAddress } from '../uploads/storageAddress.ts'

/** When, where and for whom the house backs itself up. */
export type BackupSettings = {
  /** A directory's absolute path or a bucket's address; absent: no backups by the house itself. */
  readonly to: string | undefined
  /** age recipients; a backup is never written without one. */
  readonly recipients: readonly string[]
  /** Minutes after midnight in China, when the night's backup is due. */
  readonly at: number
  /** How many of the newest days, weeks and months keep one. */
  readonly keep: { readonly days: number; readonly weeks: number; readonly months: number }
  /** With it the monthly drill opens the backup as the operator would; without it by a key of its own that it forgets. */
  readonly identityFile: string | undefined
}

/** Reads the settings of backups; each mistake is a sentence that is added to `mistakes`. */
export function readBackupSettings(env: NodeJS.ProcessEnv, mistakes: string[]): BackupSettings {
  const to = env.BACKUP_TO
  if (to && !isAbsolute(to) && !bucketAddress(to))
    mistakes.push(
      'BACKUP_TO 应是绝对路径，或 https://钥匙:密钥@主机/桶/前缀 这样的对象存储地址。 BACKUP_TO must be an absolute path or an address such as https://KEY:SECRET@host/bucket/prefix.',
    )
  const recipients = (env.BACKUP_RECIPIENT ?? '').split(/[\s,]+/).filter(Boolean)
  if (recipients.some((one) => !one.startsWith('age1')))
    mistakes.push(
      'BACKUP_RECIPIENT 应是以 age1 开头的公钥，几个之间用逗号；私钥不要放在这里。 BACKUP_RECIPIENT must be public keys that begin with age1; never put a private key here.',
    )
  if (to && recipients.length === 0)
    mistakes.push(
      '设了 BACKUP_TO 就要设 BACKUP_RECIPIENT：备份一定加密。用 npm run backup -- --new-key 文件 生成一对。 BACKUP_TO needs BACKUP_RECIPIENT, for a backup is always encrypted; npm run backup -- --new-key FILE makes a pair.',
    )
  const [, hour = '02', minute = '30'] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(env.BACKUP_AT ?? '02:30') ?? [
    '',
    '',
    '',
  ]
  if (hour === '') mistakes.push('BACKUP_AT 应是 02:30 这样的时刻。 BACKUP_AT must be a time such as 02:30.')
  const [days = 0, weeks = 0, months = 0] = (env.BACKUP_KEEP ?? '7,5,12').split(',').map(Number)
  if (![days, weeks, months].every((n) => Number.isInteger(n) && n >= 0 && n <= 1000) || days < 1)
    mistakes.push(
      'BACKUP_KEEP 应是“天,周,月”三个整数，例如 7,5,12，天数至少 1。 BACKUP_KEEP must be three whole numbers, days, weeks and months, such as 7,5,12, with at least 1 day.',
    )
  if (env.UPLOADS_TO && !bucketAddress(env.UPLOADS_TO))
    mistakes.push(
      'UPLOADS_TO 应是 https://钥匙:密钥@主机/桶/前缀 这样的对象存储地址；不设就存在 DATA_DIR/files。 UPLOADS_TO must be an address such as https://KEY:SECRET@host/bucket/prefix; without it files lie in DATA_DIR/files.',
    )
  return {
    to,
    recipients,
    at: Number(hour) * 60 + Number(minute),
    keep: { days, weeks, months },
    identityFile: env.BACKUP_IDENTITY_FILE,
  }
}
