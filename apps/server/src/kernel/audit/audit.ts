import sql, { type Sql } from 'sql-template-tag'
import type { Actor } from '../auth/actor.ts'
import { newId } from '../ids.ts'

/** Who did it: a person's session, an account that tried to sign in, or the system itself (region only). */
export type AuditActor = {
  readonly region: number
  readonly accountId?: Actor['accountId'] | undefined
  readonly personId?: Actor['personId'] | undefined
}

export type AuditEntry = {
  /** The operationId, or the job's name. */
  readonly action: string
  readonly subjectKind: string
  readonly subjectId?: string | undefined
  /** Why, in the actor's words; needed for every reveal. */
  readonly reason?: string | undefined
  /** Codes and numbers, no personal data. */
  readonly facts?: { readonly [name: string]: string | number | boolean | null } | undefined
}

/** The audit row of an act, to stand in the same commit: what is not recorded does not happen. */
export function auditStatement(actor: AuditActor, entry: AuditEntry): Sql {
  return sql`insert into audit_entries (region_id, id, at, account_id, person_id, action, subject_kind, subject_id, reason, facts)
    values (${actor.region}, ${newId()}, app_now(), ${actor.accountId ?? null}, ${actor.personId ?? null}, ${entry.action},
      ${entry.subjectKind}, ${entry.subjectId ?? null}, ${entry.reason ?? null}, ${JSON.stringify(entry.facts ?? {})}::jsonb)`
}
