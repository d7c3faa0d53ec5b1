import sql, { type Sql } from 'sql-template-tag'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../ids.ts'
import { loginTaken } from './problems.ts'
import { revokeAllStatement } from './sessions.ts'

/** The person behind a staff account in a region, or undefined when the account has none there. */
export type FindPerson = (tx: Tx, region: number, accountId: string) => Promise<string | undefined>

export type Account = { readonly id: string; readonly isStaff: boolean; readonly isClosed: boolean }

/** The account that the register of a region knows by a phone number, or undefined. */
export type AccountOfNumber = (tx: Tx, region: number, phone: string) => Promise<string | undefined>

/**
 * The account of a phone number, made when there is none. @param registered the account of whoever has the number in the
 * register: it goes before the number's own, for a number may have been corrected there, and staff may have an account
 * without one
 */
export async function findOrCreateAccount(
  tx: Tx,
  crypto: CryptoProvider,
  phone: string,
  registered?: string,
): Promise<Account> {
  if (registered) {
    const [row] = await tx.query<Account>(sql`
      select id, login is not null as "isStaff", disabled_at is not null as "isClosed" from accounts where id = ${registered}::uuid`)
    if (row) return row
  }
  const indexes = crypto.lookUps(phone)
  if (indexes.length > 1) await tx.query(sql`select settle_account(${indexes}::bytea[])`)
  const id = newId()
  await tx.query(sql`insert into accounts (id, phone_hmac, phone_cipher, created_at)
    values (${id}, ${indexes[0]}, ${crypto.encryptField(phone, accountPhoneContext(id))}, app_now())
    on conflict (phone_hmac) do nothing`)
  const [row] = await tx.query<{ id: string; is_staff: boolean; is_closed: boolean; is_bare: boolean }>(
    sql`select id, login is not null as is_staff, disabled_at is not null as is_closed, phone_cipher is null as is_bare
      from accounts where phone_hmac = any(${indexes}::bytea[])`,
  )
  if (!row) throw new Error('the account was not written')
  if (row.is_bare)
    await tx.query(
      sql`update accounts set phone_cipher = ${crypto.encryptField(phone, accountPhoneContext(row.id))} where id = ${row.id} and phone_cipher is null`,
    )
  return { id: row.id, isStaff: row.is_staff, isClosed: row.is_closed }
}

/**
 * An account's number follows the register's, and its sessions end: whoever holds the old number opens nothing with it. A number
 * that has an account of its own stays there; then this account is reached through the register alone. The number it has
 * already changes nothing.
 */
export function changeNumberStatement(crypto: CryptoProvider, accountId: string, phone: string): Sql {
  const numbers = sql`any(${crypto.lookUps(phone)}::bytea[])`
  return sql`with wanted as (
      select not exists (select from accounts o where o.phone_hmac = ${numbers} and o.id <> ${accountId}::uuid) as is_free),
    moved as (
      update accounts set phone_hmac = case when is_free then ${crypto.lookUp(phone)}::bytea end,
        phone_cipher = case when is_free then ${crypto.encryptField(phone, accountPhoneContext(accountId))} end
      from wanted where id = ${accountId}::uuid and (phone_hmac = ${numbers}) is not true returning id)
    update sessions s set revoked_at = app_now() from moved where s.account_id = moved.id and s.revoked_at is null`
}

/** What an account's phone is bound to. */
export const accountPhoneContext = (accountId: string): string => `accounts.phone:${accountId}`

/**
 * Registers a staff account, which signs in by login, password and one-time code only. Password and second factor
 * follow by `setPassword` and `enrolTotp`.
 * @returns the account's id
 * @throws loginTaken
 */
export async function createStaffAccount(tx: Tx, login: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(sql`insert into accounts (id, login, created_at)
    values (${newId()}, ${login.toLowerCase()}, app_now()) on conflict (login) do nothing returning id`)
  if (!row) throw loginTaken()
  return row.id
}

/** Closes an account and ends its sessions; call `sessions.forget(accountId)` after the commit. */
export async function closeAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.query(
    sql`update accounts set disabled_at = app_now() where id = ${accountId} and disabled_at is null`,
  )
  await tx.query(revokeAllStatement(accountId))
}
