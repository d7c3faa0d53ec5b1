import sql, { type Sql } from 'sql-template-tag'

// What a security administrator does to somebody's account, each to stand in the commit that records it.

const changed = (update: Sql): Sql =>
  sql`with changed as (${update} returning 1) select refuse('stale') where not exists (select from changed)`

/** Closes an account; its sessions end with it. Refuses `stale` when it is closed already. */
export const disableStatement = (accountId: string): Sql =>
  changed(
    sql`update accounts set disabled_at = app_now() where id = ${accountId}::uuid and disabled_at is null`,
  )

/** Opens a closed account again. Refuses `stale` when it is open. */
export const enableStatement = (accountId: string): Sql =>
  changed(
    sql`update accounts set disabled_at = null where id = ${accountId}::uuid and disabled_at is not null`,
  )

/** Ends the wait after wrong tries; nothing when there is none. */
export const unlockStatement = (accountId: string): Sql =>
  sql`update accounts set failed_tries = 0, locked_until = null where id = ${accountId}::uuid`

/** Takes every second factor from an account: authenticator, passkeys, and what was about to become one. */
export const forgetFactorStatements = (accountId: string): Sql[] => [
  sql`update accounts set totp_secret = null where id = ${accountId}::uuid`,
  sql`delete from passkeys where account_id = ${accountId}::uuid`,
  sql`delete from factor_challenges where account_id = ${accountId}::uuid`,
]
