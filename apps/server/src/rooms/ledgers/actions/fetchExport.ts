import { LEDGER_MEDIA } from '@linli/contract/ledgers/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import type { FileAnswer } from '../../../kernel/http/room.ts'
import { notFound } from '../../../kernel/problem.ts'
import { FileMissing } from '../../../kernel/uploads/storage.ts'
import { isOver, notReady } from '../errors.ts'
import type { LedgerNeeds } from '../needs.ts'
import { exportById, type KeptExport } from '../store.ts'

/** The file of one's own export; each fetching is recorded before a byte leaves. @throws notFound, notReady, isOver */
export async function fetchExport({ db, storage }: LedgerNeeds, me: Actor, id: string): Promise<FileAnswer> {
  const [kept] = await db.read<Row & KeptExport>(scopeOf(me), exportById(me.region, id, me.personId))
  if (!kept) throw notFound()
  if (kept.isOver) throw isOver()
  if (kept.state !== 'over' || kept.key === null) throw notReady()
  await db.commit(scopeOf(me), [
    auditStatement(me, {
      action: 'fetchExport',
      subjectKind: 'ledgerExport',
      subjectId: id,
      facts: { format: kept.format },
    }),
  ])
  try {
    return { file: await storage.get(kept.key), mediaType: LEDGER_MEDIA[kept.format], name: kept.name }
  } catch (error) {
    throw error instanceof FileMissing ? isOver() : error // a restored house has the row and not the file
  }
}
