import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { CryptoProvider } from '../../../kernel/crypto/provider.ts'
import type { Database, Tx } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { phoneTail } from '../../../kernel/policy/mask.ts'

/** Context of a person's encrypted phone. */
export const phoneContext = (region: number): string => `people.phone:${region}`

/**
 * The person behind an account that signs in by phone: known by account, else by phone (registered before the first
 * sign-in), else new. Runs inside the sign-in's own transaction.
 * @returns the person's id in the region
 */
export async function findOrCreatePerson(
  crypto: CryptoProvider,
  tx: Tx,
  region: number,
  accountId: string,
  phone: string,
): Promise<string> {
  await openScope(tx, region)
  const known = await personOfAccount(tx, region, accountId)
  if (known) return known
  const claimed = await claimPerson(crypto, tx, region, accountId, phone)
  if (claimed) return claimed
  const id = newId()
  await tx.query(sql`insert into people (region_id, id, account_id, name, phone_cipher, phone_hmac, phone_tail, created_at)
    values (${region}, ${id}, ${accountId}, '', ${crypto.encryptField(phone, phoneContext(region))}, ${crypto.lookUp(phone)}, ${phoneTail(phone)}, app_now())`)
  return id
}

/** Binds an account to whoever has the number in the register and no account yet. @returns the person's id, or undefined */
export async function claimPerson(
  crypto: CryptoProvider,
  tx: Tx,
  region: number,
  accountId: string,
  phone: string,
): Promise<string | undefined> {
  const [claimed] = await tx.query<{ id: string }>(sql`
    update people set account_id = ${accountId}::uuid where region_id = ${region} and phone_hmac = any(${crypto.lookUps(phone)}::bytea[]) and account_id is null and erased_at is null returning id`)
  return claimed?.id
}

/** The account of whoever has a number in the register, or undefined: one who never signed in, or a number nobody has. */
export async function accountOfNumber(
  crypto: CryptoProvider,
  tx: Tx,
  region: number,
  phone: string,
): Promise<string | undefined> {
  await openScope(tx, region)
  const [row] = await tx.query<{ id: string }>(sql`
    select account_id as id from people where region_id = ${region} and phone_hmac = any(${crypto.lookUps(phone)}::bytea[]) and account_id is not null and erased_at is null`)
  return row?.id
}

/** The person of an account in a region, or undefined. */
export async function personOfAccount(
  tx: Tx,
  region: number,
  accountId: string,
): Promise<string | undefined> {
  await openScope(tx, region)
  const [row] = await tx.query<{ id: string }>(
    sql`select id from people where region_id = ${region} and account_id = ${accountId}::uuid and erased_at is null`,
  )
  return row?.id
}

/** A sign-in begins without a region's scope, since accounts have none; the person's row needs it. */
async function openScope(tx: Tx, region: number): Promise<void> {
  await tx.query(
    sql`select set_config('app.region', ${String(region)}, true), set_config('app.system', 'on', true)`,
  )
}

export type KnownPerson = {
  readonly personId: string
  readonly name: string
  readonly path: string | null
  readonly needsTwoEyes: boolean
}

/** Who has a phone number in the register, or undefined. */
export async function personByPhone(
  db: Database,
  crypto: CryptoProvider,
  region: number,
  phone: string,
): Promise<KnownPerson | undefined> {
  const [row] = await db.read<KnownPerson>(
    systemScope(region),
    sql`
    select id as "personId", name, path, needs_two_eyes as "needsTwoEyes" from people where region_id = ${region} and phone_hmac = any(${crypto.lookUps(phone)}::bytea[]) and erased_at is null`,
  )
  return row
}

/** Registers somebody who called or was named by another; two calls at once register one person. @returns the person's id */
export async function registerCaller(
  db: Database,
  crypto: CryptoProvider,
  region: number,
  phone: string,
  name: string | null,
  path: string,
): Promise<string> {
  const indexes = crypto.lookUps(phone)
  const rows = await db.commit(systemScope(region), [
    ...(indexes.length > 1 ? [sql`select settle_person(${region}, ${indexes}::bytea[])`] : []),
    sql`
    insert into people (region_id, id, name, phone_cipher, phone_hmac, phone_tail, path, created_at)
    values (${region}, ${newId()}, ${name ?? ''}, ${crypto.encryptField(phone, phoneContext(region))}, ${crypto.lookUp(phone)}, ${phoneTail(phone)}, ${path}, app_now())
    on conflict (region_id, phone_hmac) where phone_hmac is not null do update set name = case when people.name = '' then excluded.name else people.name end
    returning id`,
  ])
  return String(rows.at(-1)?.[0]?.id)
}

/** Registers somebody whom an order names, in the order's own commit; violates `people_phone` when the number is known by now. */
export function newPersonStatement(
  crypto: CryptoProvider,
  region: number,
  person: {
    readonly id: string
    readonly phone: string
    readonly name: string | null
    readonly path: string
  },
): Sql {
  const { id, phone, name, path } = person
  return sql`insert into people (region_id, id, name, phone_cipher, phone_hmac, phone_tail, path, created_at)
    values (${region}, ${id}, ${name ?? ''}, ${crypto.encryptField(phone, phoneContext(region))}, ${crypto.lookUp(phone)}, ${phoneTail(phone)}, ${path}, app_now())`
}

/** The numbers that people of a region gave, by their accounts; people without an account or a number are left out. */
export async function phonesOfAccounts(
  db: Pick<Database, 'read'>,
  crypto: CryptoProvider,
  region: number,
  accountIds: readonly string[],
): Promise<{ accountId: string; phone: string }[]> {
  const rows = await db.read<{ accountId: string; cipher: string }>(
    systemScope(region),
    sql`select account_id as "accountId", phone_cipher as cipher from people
      where region_id = ${region} and account_id = any(${[...accountIds]}::uuid[]) and phone_cipher is not null and erased_at is null`,
  )
  return rows.map(({ accountId, cipher }) => ({
    accountId,
    phone: crypto.decryptField(cipher, phoneContext(region)),
  }))
}
