import { createHash } from 'node:crypto'
import type { placeEndpoints } from '@linli/contract/places/endpoints'
import type { ImportResult } from '@linli/contract/places/shapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest, UploadedFile } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { invalid } from '../../../kernel/problem.ts'
import type { takingTurns } from '../../../kernel/turns.ts'
import { forgetAddresses } from '../addressIndex.ts'
import { type PlaceRules, placeRules } from '../placeRules.ts'
import { answerOrFollow, type Ending } from '../registers/answerOrFollow.ts'
import { readTable } from '../registers/readTable.ts'
import { breathe, type Register, type RegisterRow } from '../registers/register.ts'
import type { Progress } from '../store/runs.ts'
import * as store from '../store.ts'

const MOST_ERRORS = 200
const ROWS_A_BREATH = 500
/** Each holds its file and its rows in memory. */
export const IMPORTS_AT_ONCE = 2

export type ImportNeeds = Deps & {
  readonly turn: ReturnType<typeof takingTurns>
  readonly patienceMilliseconds: number
  readonly report: (error: Error) => void
}
type Request = HandlerRequest<typeof placeEndpoints.importRegister>

/**
 * Takes in a register's file: every row or none. Rows that are known and unchanged change nothing, so a file may come
 * again. Who may import where is asked row by row. With `check` nothing is written and the answer says what would be.
 * A long import is answered before its end, see answerOrFollow.
 */
export async function importRegister(
  needs: ImportNeeds,
  register: Register,
  request: Request,
): Promise<ImportResult> {
  const { me, file } = request
  if (!file) throw invalid([{ field: 'file', message: '请选择一个文件。' }])
  const rules = await placeRules(needs.db, me.region)
  const progress: Progress = { state: 'waiting', rowsRead: 0, rowsChecked: 0, rowsToWrite: 0, rowsWritten: 0 }
  return answerOrFollow({ ...needs, request, progress }, (ending) =>
    needs.turn(async () => {
      progress.state = 'reading'
      const rows = await readTable(file, register.columns(rules), (read) => {
        progress.rowsRead = read
      })
      const { result, committed } = await takeIn({
        needs,
        register,
        request,
        rules,
        file,
        rows,
        progress,
        ending,
      })
      if (result.applied) forgetAddresses(needs.db, me.region)
      committed?.()
      return result
    }),
  )
}

type Import = {
  readonly needs: ImportNeeds
  readonly register: Register
  readonly request: Request
  readonly rules: PlaceRules
  readonly file: UploadedFile
  readonly rows: readonly RegisterRow[]
  readonly progress: Progress
  readonly ending: Ending
}

type TakenIn = { readonly result: ImportResult; readonly committed?: (() => void) | undefined }

/** Checks all rows and writes all of them, in one transaction. */
function takeIn({ needs, register, request, rules, file, rows, progress, ending }: Import) {
  const { me, query } = request
  return needs.db.transaction(request.scope, async (tx): Promise<TakenIn> => {
    Object.assign(progress, { state: 'waiting', rowsChecked: 0, rowsToWrite: 0, rowsWritten: 0 })
    await store.lockImports(tx, me.region)
    progress.state = 'checking'
    const plan = await register.plan(
      {
        tx,
        crypto: needs.crypto,
        actor: me,
        rules,
        checked: breathing((done) => {
          progress.rowsChecked = done
        }),
        breathe: breathing(() => undefined),
      },
      rows,
    )
    const counts = { added: plan.added, changed: plan.changed, unchanged: plan.unchanged }
    const errorCount = plan.errors.length
    const result = { register: register.key, rowsRead: rows.length, ...counts, errorCount, run: null }
    if (errorCount > 0 || query.check)
      return { result: { ...result, applied: false, errors: plan.errors.slice(0, MOST_ERRORS) } }
    Object.assign(progress, { state: 'writing', rowsToWrite: plan.added + plan.changed })
    const all = plan.writes.reduce((sum, { rows }) => sum + rows, 0)
    let done = 0
    for (const { rows: written, write } of plan.writes.values().flatMap(({ parts }) => parts)) {
      await write(tx)
      done += written
      progress.rowsWritten = Math.floor((done / all) * progress.rowsToWrite) // a person takes two rows
    }
    const sha256 = createHash('sha256').update(file.bytes).digest()
    await tx.query(store.importStatement(me.region, me.personId, register.key, sha256, result))
    await tx.query(
      auditStatement(me, {
        action: 'importRegister',
        subjectKind: 'register',
        facts: { register: register.key, rows: rows.length, added: plan.added, changed: plan.changed },
      }),
    )
    await tx.query(
      outboxStatement(me.region, 'places.registerImported.1', { register: register.key, ...counts }),
    )
    const answer = { ...result, applied: true, errors: [] }
    await tx.query(await ending(answer))
    return { result: answer, committed: plan.committed }
  })
}

/** Counts, and now and then lets other requests run. */
function breathing(count: (done: number) => void): () => Promise<void> {
  let done = 0
  return async () => {
    done += 1
    if (done % ROWS_A_BREATH === 0) await breathe()
    count(done)
  }
}
