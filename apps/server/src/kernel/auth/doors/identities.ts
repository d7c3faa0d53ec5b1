import sql, { type Sql } from 'sql-template-tag'
import type { CryptoProvider } from '../../crypto/provider.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../ids.ts'
import type { Account } from '../accounts.ts'

/** By whom somebody is known at a door. */
export type Identity = {
  readonly door: 'wechat' | 'singleSignOn'
  /** The official account's app id, or the provider's address. */
  readonly issuer: string
  /** The openid, or the provider's subject: kept encrypted, and found by its keyed index. */
  readonly subject: string
}

const textOf = ({ door, issuer, subject }: Identity): string => `${door}:${issuer}:${subject}`

type AccountRow = { id: string; is_staff: boolean; is_closed: boolean }

const columns = sql`a.id, a.login is not null as is_staff, a.disabled_at is not null as is_closed`
const accountOf = (row: AccountRow | undefined): Account | undefined =>
  row && { id: row.id, isStaff: row.is_staff, isClosed: row.is_closed }

/** The account an identity is bound to, if any. */
export async function accountByIdentity(tx: Tx, crypto: CryptoProvider, identity: Identity) {
  const [row] =
    await tx.query<AccountRow>(sql`select ${columns} from identities i join accounts a on a.id = i.account_id
    where i.door = ${identity.door} and i.issuer = ${identity.issuer}
      and i.subject_hmac = any(${crypto.lookUps(textOf(identity))}::bytea[])`)
  return accountOf(row)
}

/** The staff account of a login, while nobody of the provider is bound to it. */
export async function unboundAccount(tx: Tx, login: string) {
  const [row] =
    await tx.query<AccountRow>(sql`select ${columns} from accounts a where a.login = ${login.toLowerCase()}
    and not exists (select from identities i where i.account_id = a.id and i.door = 'singleSignOn')`)
  return accountOf(row)
}

/** The staff account of this id. */
export async function staffAccount(tx: Tx, id: string) {
  const [row] = await tx.query<AccountRow>(
    sql`select ${columns} from accounts a where a.id = ${id}::uuid and a.login is not null`,
  )
  return accountOf(row)
}

/** Takes a door's binding away from an account. */
export const unbindStatement = (accountId: string, door: Identity['door']): Sql =>
  sql`delete from identities where account_id = ${accountId} and door = ${door}`

/**
 * Binds an identity to an account that has none at this door.
 * @param boundBy the administrator's account; absent for one's own act
 * @returns false when the identity belongs to another account, or the account has one already
 */
export async function bindFirst(
  tx: Tx,
  crypto: CryptoProvider,
  accountId: string,
  identity: Identity,
  boundBy?: string,
): Promise<boolean> {
  const { door, issuer, subject } = identity
  const id = newId()
  const indexes = crypto.lookUps(textOf(identity))
  const [bound] =
    await tx.query(sql`insert into identities (id, account_id, door, issuer, subject_cipher, subject_hmac, bound_at, bound_by)
    select ${id}, ${accountId}::uuid, ${door}, ${issuer}, ${crypto.encryptField(subject, `identities.subject:${id}`)}, ${indexes[0]}::bytea,
      app_now(), ${boundBy ?? null}::uuid
    where not exists (select from identities where door = ${door} and issuer = ${issuer} and subject_hmac = any(${indexes}::bytea[]))
    on conflict do nothing returning 1`)
  return bound !== undefined
}

/** Binds an identity in the place of the one the account had at this door. @returns false when it belongs to another account */
export async function bind(
  tx: Tx,
  crypto: CryptoProvider,
  accountId: string,
  identity: Identity,
  boundBy?: string,
): Promise<boolean> {
  await tx.query(unbindStatement(accountId, identity.door))
  return bindFirst(tx, crypto, accountId, identity, boundBy)
}
