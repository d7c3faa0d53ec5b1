import type { Sql } from 'sql-template-tag'
import { every } from '../../../kernel/jobs/ticker.ts'
import { Problem } from '../../../kernel/problem.ts'
import { takingTurns } from '../../../kernel/turns.ts'
import type { LedgerNeeds } from '../needs.ts'
import * as store from '../store.ts'
import type { Job } from './job.ts'
import { writeFile } from './writeFile.ts'

const BEAT_MILLISECONDS = 1000
/** Exports of a process at once: one writes while another waits for the database; the people at their pages come first. */
const turn = takingTurns(2)

/**
 * Writes the file of an export beside other work. Its row says every second how far it is, also while it waits for its
 * turn; when the server stops before the end it goes quiet, and the person asks anew.
 */
export function follow(needs: LedgerNeeds, job: Job): void {
  const { db, storage } = needs
  const { region } = job.me
  const report = needs.report ?? ((error: Error) => process.emitWarning(error))
  const progress: store.Progress = { state: 'waiting', expected: 0, written: 0 }
  const write = async (statement: Sql): Promise<void> => {
    await db.commit(job.scope, [statement])
  }
  const beat = every(BEAT_MILLISECONDS, () => write(store.beatExport(region, job.id, progress)), report)
  const work = async (): Promise<void> => {
    progress.state = 'writing'
    const bytes = await writeFile(needs, job, progress)
    const key = `${region}-${job.id}`
    await storage.put(key, bytes)
    await beat.stop()
    await write(store.finishExport(region, job.id, progress, { key, bytes: bytes.length }))
  }
  const ended = turn(work).catch(async (error: Error) => {
    await beat.stop()
    const sentence = error instanceof Problem ? (error.fields[0]?.message ?? error.words.zh) : undefined
    if (sentence) return write(store.refuseExport(region, job.id, sentence))
    report(error)
    return write(store.loseExport(region, job.id))
  })
  void ended.catch(report)
}
