import type { Administrator } from '@linli/contract'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { TODAY } from './posts.ts'

/** The accounts of those who work in a region: with a login, or with a post and only a phone. */
export const staffOf = (region: number): Sql => sql`
  select id from accounts where login is not null
  union select account_id from grants where region_id = ${region} and role <> 'helper' and (to_at is null or to_at > app_now())`

export type StaffAccount = {
  readonly id: string
  readonly personId: string
  readonly login: string | null
  readonly isDisabled: boolean
}

/** A staff account of the reader's region, or undefined: residents' accounts and those of other regions are nobody's to look after here. */
export async function staffAccount(db: Database, me: Actor, id: string): Promise<StaffAccount | undefined> {
  const [row] = await db.read<StaffAccount>(
    scopeOf(me),
    sql`select a.id, p.id as "personId", a.login, a.disabled_at is not null as "isDisabled"
      from people p join accounts a on a.id = p.account_id
      where p.region_id = ${me.region} and p.account_id = ${id}::uuid and p.erased_at is null and (a.login is not null
        or exists (select from grants where region_id = ${me.region} and account_id = a.id and role <> 'helper' and (to_at is null or to_at > app_now())))`,
  )
  return row
}

/** Refuses `held` when the account holds the role over the whole region already. */
export const notHeldStatement = (region: number, accountId: string, role: Administrator): Sql => sql`
  select refuse('held') where exists (select from grants where region_id = ${region} and account_id = ${accountId}::uuid
    and role = ${role} and area_path = '/' and (to_at is null or to_at > app_now()))`

/** Ends an administrator's role with the post it follows from, and whatever else follows from that post; refuses `notHeld`. */
export const endRoleStatement = (region: number, accountId: string, role: Administrator): Sql => sql`
  with ending as (
      select id, post_id from grants where region_id = ${region} and account_id = ${accountId}::uuid and role = ${role}
        and (to_at is null or to_at > app_now())),
    ended as (update grants set to_at = app_now() where region_id = ${region} and account_id = ${accountId}::uuid
      and (id in (select id from ending) or post_id in (select post_id from ending)) and (to_at is null or to_at > app_now()) returning 1),
    closed as (update posts set to_on = ${TODAY} where region_id = ${region} and id in (select post_id from ending)
      and (to_on is null or to_on > ${TODAY}) returning 1)
  select refuse('notHeld') where not exists (select from ended)`
