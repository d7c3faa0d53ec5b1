import sql from 'sql-template-tag'
import type { Tx } from '../../../kernel/db/database.ts'
import { TODAY } from './posts.ts'

export type ImportedHolder = {
  readonly id: string
  readonly name: string
  readonly accountId: string | null
  /** The number's index in hexadecimal. */
  readonly phone: string
}

/** Who has the numbers in the register. */
export const holdersOfNumbers = (
  tx: Tx,
  region: number,
  indexes: readonly Buffer[],
): Promise<ImportedHolder[]> =>
  tx.query<ImportedHolder>(sql`
    select id, name, account_id as "accountId", encode(phone_hmac, 'hex') as phone from people
    where region_id = ${region} and erased_at is null and phone_hmac = any(${[...indexes]}::bytea[])`)

export type ImportedAccount = {
  readonly id: string
  readonly phone: string | null
  readonly isClosed: boolean
  /** Is the security administrator, who holds no other post. */
  readonly isSecurity: boolean
  /** Whose it is in the region. */
  readonly personId: string | null
}

/** The accounts that people of the register have, and those that the numbers sign in to. */
export const accountsOfHolders = (
  tx: Tx,
  region: number,
  ids: readonly string[],
  indexes: readonly Buffer[],
): Promise<ImportedAccount[]> =>
  tx.query<ImportedAccount>(sql`
    select a.id, encode(a.phone_hmac, 'hex') as phone, a.disabled_at is not null as "isClosed",
      exists (select from grants g where g.region_id = ${region} and g.account_id = a.id and g.role = 'securityAdmin'
        and (g.to_at is null or g.to_at > app_now())) as "isSecurity",
      (select p.id from people p where p.region_id = ${region} and p.account_id = a.id and p.erased_at is null) as "personId"
    from accounts a where a.id = any(${[...ids]}::uuid[]) or a.phone_hmac = any(${[...indexes]}::bytea[])`)

export type PostNow = { personId: string; post: string; areaPath: string | null; unitId: string | null }

/** The posts that people hold now or from a later day on. */
export const postsNow = (tx: Tx, region: number, people: readonly string[]): Promise<PostNow[]> =>
  tx.query<PostNow>(sql`
    select person_id as "personId", post, area_path as "areaPath", unit_id as "unitId" from posts
    where region_id = ${region} and person_id = any(${[...people]}::uuid[]) and (to_on is null or to_on > ${TODAY})`)

export const openUnits = (tx: Tx, region: number): Promise<{ id: string; name: string }[]> =>
  tx.query(sql`select id, name ->> 'zh' as name from units where region_id = ${region} and closed_at is null`)

/** The day it is where the house stands. */
export async function dayNow(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ day: string }>(sql`select ${TODAY} as day`)
  return row?.day ?? ''
}
