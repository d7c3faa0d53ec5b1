import sql, { type Sql } from 'sql-template-tag'
import type { Policy } from '../policy/policy.ts'
import type { ProblemKind } from '../problem.ts'
import type { Actor, Due } from './actor.ts'
import { factorDue, passwordDue } from './problems.ts'
import type { SecurityProfile } from './securityProfile.ts'

/** What is due in a session of `sessions` whose account is `a`, as a column; the profile may ask for a younger password. */
export const dueColumn = ({ rotateDays }: SecurityProfile): Sql => sql`case
    when sessions.door <> 'password' or a.password_hash is null then null
    when a.password_set_at is null or a.password_set_at < app_now() - make_interval(days => ${rotateDays}::int) then 'password'
    when a.totp_secret is null and not exists (select from passkeys where passkeys.account_id = a.id) then 'factor' end as due`

const DUE: { readonly [due in Due]: ProblemKind } = { password: passwordDue, factor: factorDue }

/** The gate of everything but one's own way to sign in. @throws passwordDue, factorDue */
export function demandNothingDue(policy: Policy, actor: Actor | undefined): void {
  if (actor?.due && !policy.whileDue) throw DUE[actor.due]()
}
