import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { openArchiveKey } from '../kernel/backup/archiveKey.ts'
import { changed } from '../kernel/backup/problems.ts'
import { restoreBackup } from '../kernel/backup/restoreBackup.ts'
import { openScratch } from '../kernel/backup/scratch.ts'
import type { TakenBackup } from '../kernel/backup/takeBackup.ts'
import type { Vault } from '../kernel/backup/vault.ts'
import type { Config } from '../kernel/config.ts'
import { localStorage } from '../kernel/uploads/localStorage.ts'
import { proveRestored } from './proveRestored.ts'

export type DrillNeeds = {
  readonly config: Config
  readonly vault: Vault
  readonly taken: TakenBackup
  readonly identities: readonly string[]
  readonly say: (line: string) => void
}

/**
 * Restores the kept file into a scratch instance and compares: the file's own hash, every table by count and hash with
 * what the snapshot held, the files, the ledger and the audit chain. No relay, clock or sender runs there: nobody is told
 * anything by a drill.
 * @returns how many tables came back equal
 * @throws whatever does not hold
 */
export async function drill({
  config,
  vault,
  taken,
  identities,
  say,
}: DrillNeeds): Promise<{ tables: number }> {
  const began = Date.now()
  const scratch = await openScratch(join(config.dataDir, 'drills'))
  try {
    const hash = createHash('sha256')
    const stored = await vault.read(taken.name)
    const stream = Readable.from(
      (async function* () {
        for await (const chunk of stored) {
          hash.update(chunk)
          yield chunk
        }
      })(),
      { objectMode: false },
    )
    const restored = await restoreBackup({
      stream,
      identities,
      ownerUrl: scratch.ownerUrl,
      storage: localStorage(join(scratch.dataDir, 'files')),
      crypto: await openArchiveKey(config),
      progress: () => undefined,
    })
    if (hash.digest('hex') !== taken.sha256) throw changed(taken.name)
    const proof = await proveRestored(scratch, config)
    const tables = Object.keys(restored.tail.tables).length
    say(
      `演练通过 The drill went well: ${tables} 张表一致 tables equal, ${proof}, ${Math.round((Date.now() - began) / 1000)} s`,
    )
    return { tables }
  } finally {
    await scratch.remove()
  }
}
