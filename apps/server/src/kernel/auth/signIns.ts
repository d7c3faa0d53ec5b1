import type { Sql } from 'sql-template-tag'
import { type AuditActor, auditStatement } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import type { ProblemKind } from '../problem.ts'

/** The audit row of a try to sign in; without an account where there is none of that name or number. */
export const signInStatement = (actor: AuditActor, action: string, isIn: boolean): Sql =>
  auditStatement(actor, {
    action,
    subjectKind: 'account',
    subjectId: actor.accountId,
    facts: { result: isIn ? 'entered' : 'refused' },
  })

/** Records a refused try. @returns why, for the caller to return: thrown inside the transaction it would take the record back */
export async function refuseSignIn(
  tx: Tx,
  actor: AuditActor,
  action: string,
  why: ProblemKind,
): Promise<ProblemKind> {
  await tx.query(signInStatement(actor, action, false))
  return why
}
