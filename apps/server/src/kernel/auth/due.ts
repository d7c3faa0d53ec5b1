import sql, { type Sql } from 'sql-template-tag'
import type { ProblemKind } from '../problem.ts'
import { passwordDue } from './problems.ts'
import type { SecurityProfile } from './securityProfile.ts'

/** What somebody must do before anything else: choose an own password in place of one that was handed out or is too old. */
export type Due = 'password'

/** What is due in a session of `sessions` whose account is `a`, as a column; the profile may ask for a younger password. */
export const dueColumn = ({
  rotateDays,
}: SecurityProfile): Sql => sql`case when sessions.door = 'password' and a.password_hash is not null
    and (a.password_set_at is null or a.password_set_at < app_now() - make_interval(days => ${rotateDays}::int)) then 'password' end as due`

/** What a request is told that came too early. */
export const DUE: { readonly [due in Due]: ProblemKind } = { password: passwordDue }
