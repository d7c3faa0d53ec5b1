import sql, { empty, type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { CryptoProvider } from '../../../kernel/crypto/provider.ts'
import type { Database, Tx } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { phoneTail } from '../../../kernel/policy/mask.ts'
import { phoneContext } from './identity.ts'

export type PersonRecord = { id: string; accountId: string | null; name: string; path: string | null }

/** A person of the register, whoever asks: the caller has checked the policy. */
export async function personById(
  db: Database,
  region: number,
  id: string,
): Promise<PersonRecord | undefined> {
  const [row] = await db.read<PersonRecord>(
    systemScope(region),
    sql`
    select id, account_id as "accountId", name, path from people where region_id = ${region} and id = ${id}::uuid and erased_at is null`,
  )
  return row
}

export async function householdAt(
  db: Database,
  region: number,
  id: string,
): Promise<{ id: string; path: string } | undefined> {
  const [row] = await db.read<{ id: string; path: string }>(
    systemScope(region),
    sql`select id, path from households where region_id = ${region} and id = ${id}::uuid and closed_at is null`,
  )
  return row
}

export async function phoneCipher(db: Database, scope: Scope, id: string): Promise<string | null> {
  const [row] = await db.read<{ cipher: string | null }>(
    scope,
    sql`select phone_cipher as cipher from people where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return row?.cipher ?? null
}

/** One's own number in clear, for what the house sends to oneself; undefined when none is known. */
export async function ownPhone(
  { db, crypto }: Deps,
  region: number,
  personId: string,
): Promise<string | undefined> {
  const cipher = await phoneCipher(db, systemScope(region), personId)
  return cipher ? crypto.decryptField(cipher, phoneContext(region)) : undefined
}

type Phone = { readonly cipher: string; readonly index: Buffer; readonly tail: string }
/** A number as it is kept: encrypted, an index to find it by, and what the mask shows. */
export const keptPhone = (crypto: CryptoProvider, region: number, phone: string): Phone => ({
  cipher: crypto.encryptField(phone, phoneContext(region)),
  index: crypto.lookUp(phone),
  tail: phoneTail(phone),
})

export function insertPersonStatement(
  region: number,
  person: { id: string; name: string; phone: Phone | null; path: string; householdId: string | null },
): Sql {
  const { id, name, phone, path, householdId } = person
  return sql`insert into people (region_id, id, name, phone_cipher, phone_hmac, phone_tail, path, household_id, created_at)
    values (${region}, ${id}, ${name}, ${phone?.cipher ?? null}, ${phone?.index ?? null}, ${phone?.tail ?? null}, ${path}, ${householdId}, app_now())`
}

export type PersonChange = {
  readonly name?: string | undefined
  readonly phone?: Phone | undefined
  readonly path?: string | undefined
  readonly householdId?: string | null | undefined
  readonly needsTwoEyes?: boolean | undefined
}

/** Changes what is given and nothing else. */
export function changePersonStatement(region: number, id: string, change: PersonChange): Sql {
  const { name, phone, path, householdId, needsTwoEyes } = change
  return sql`with changed as (update people set id = id
      ${name === undefined ? empty : sql`, name = ${name}`}
      ${phone === undefined ? empty : sql`, phone_cipher = ${phone.cipher}, phone_hmac = ${phone.index}, phone_tail = ${phone.tail}`}
      ${path === undefined ? empty : sql`, path = ${path}`}
      ${householdId === undefined ? empty : sql`, household_id = ${householdId}`}
      ${needsTwoEyes === undefined ? empty : sql`, needs_two_eyes = ${needsTwoEyes}`}
    where region_id = ${region} and id = ${id}::uuid and erased_at is null returning 1)
    select refuse('stale') where not exists (select from changed)`
}

/** Links a new account to the person, or gives the login to the account the person has by phone. */
export async function linkAccount(tx: Tx, region: number, id: string, accountId: string): Promise<void> {
  await tx.query(sql`with linked as (
      update people set account_id = ${accountId}::uuid where region_id = ${region} and id = ${id}::uuid and account_id is null returning 1)
    select refuse('stale') where not exists (select from linked)`)
}

/** Makes a phone account a staff account: from now on its door is login, password and code. @returns false when it has a login */
export async function giveLogin(tx: Tx, accountId: string, login: string): Promise<boolean> {
  const given = await tx.query(
    sql`update accounts set login = ${login.toLowerCase()} where id = ${accountId}::uuid and login is null and disabled_at is null returning 1`,
  )
  return given.length === 1
}
