import { createHash } from 'node:crypto'
import type { placeEndpoints } from '@linli/contract/places/endpoints'
import type { ImportResult } from '@linli/contract/places/shapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { invalid } from '../../../kernel/problem.ts'
import { placeRules } from '../placeRules.ts'
import { readTable } from '../registers/readTable.ts'
import type { Register } from '../registers/register.ts'
import * as store from '../store.ts'

const MOST_ERRORS = 200

/**
 * Takes in a register's file: every row or none. Rows that are known and unchanged change nothing, so a file may come
 * again. Who may import where is asked row by row. With `check` nothing is written and the answer says what would be.
 */
export async function importRegister(
  deps: Deps,
  register: Register,
  request: HandlerRequest<typeof placeEndpoints.importRegister>,
): Promise<ImportResult> {
  const { me, file, query } = request
  if (!file) throw invalid([{ field: 'file', message: '请选择一个文件。' }])
  const rules = await placeRules(deps.db, me.region)
  const rows = await readTable(file, register.columns(rules))
  return deps.db.transaction(request.scope, async (tx) => {
    await store.lockImports(tx, me.region)
    const plan = await register.plan({ tx, crypto: deps.crypto, actor: me, rules }, rows)
    const counts = { added: plan.added, changed: plan.changed, unchanged: plan.unchanged }
    const result = {
      register: register.key,
      rowsRead: rows.length,
      ...counts,
      errorCount: plan.errors.length,
    }
    if (plan.errors.length > 0 || query.check)
      return { ...result, applied: false, errors: plan.errors.slice(0, MOST_ERRORS) }
    for (const statement of plan.statements) await tx.query(statement)
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
    await tx.query(request.remember(answer))
    return answer
  })
}
