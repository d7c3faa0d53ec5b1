export type BackupProblem =
  | 'notConfigured'
  | 'wrongAddress'
  | 'wrongRecipient'
  | 'noIdentity'
  | 'noSecretKey'
  | 'otherSecretKey'
  | 'wrongKey'
  | 'notABackup'
  | 'cut'
  | 'changed'
  | 'newer'
  | 'otherMigrations'
  | 'targetNotEmpty'
  | 'targetAhead'
  | 'unequal'
  | 'notFound'
  | 'netMissing'
  | 'running'

/** A backup or a restore that cannot go on for a reason a person can act on. Chinese first, then English. */
export class BackupError extends Error {
  readonly code: BackupProblem

  constructor(code: BackupProblem, chinese: string, english: string, options?: ErrorOptions) {
    super(`${chinese}\n${english}`, options)
    this.name = 'BackupError'
    this.code = code
  }
}

export const changed = (where: string, cause?: unknown): BackupError =>
  new BackupError(
    'changed',
    `备份文件的“${where}”和写下时不一样，已停下，目标没有改动。请换一份备份再恢复。`,
    `The part “${where}” of this backup is not what was written. Nothing was changed; restore another backup.`,
    { cause },
  )

export const cut = (cause?: unknown): BackupError =>
  new BackupError(
    'cut',
    '备份文件不完整：结尾被截断，或结尾处被改动。目标没有改动。请重新取回这个文件，或换一份备份。',
    'The backup is cut off before its end, or was changed near it. Nothing was changed; fetch the file again or restore another one.',
    { cause },
  )
