import { ADMINISTRATORS } from '@linli/contract'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Tx } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'

export async function areaIsOpen(db: Database, region: number, path: string): Promise<boolean> {
  const rows = await db.read(
    systemScope(region),
    sql`select 1 from areas where region_id = ${region} and path = ${path} and closed_at is null`,
  )
  return path === '/' || rows.length > 0
}

/** A grant over an area or a unit, following from a post where there is one. */
export function grantStatement(
  region: number,
  grant: {
    accountId: string
    role: string
    areaPath: string | null
    unitId: string | null
    postId: string | null
    fromOn?: string | undefined
    toOn?: string | undefined
  },
): Sql {
  return sql`insert into grants (region_id, id, account_id, role, area_path, unit_id, post_id, from_at, to_at)
    values (${region}, ${newId()}, ${grant.accountId}, ${grant.role}, ${grant.areaPath}, ${grant.unitId}, ${grant.postId},
      coalesce(${grant.fromOn ?? null}::date::timestamp at time zone 'Asia/Shanghai', app_now()), (${grant.toOn ?? null}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
}

/** Ends the grants that follow from a post. */
export const endGrantsOfPost = (region: number, postId: string): Sql =>
  sql`update grants set to_at = app_now() where region_id = ${region} and post_id = ${postId}::uuid and (to_at is null or to_at > app_now())`

/** How many separate areas the account's grants reach already, new ones counted. No account yet: the new ones alone. */
export async function separateAreas(
  tx: Tx,
  region: number,
  accountId: string | null,
  paths: readonly string[],
): Promise<number> {
  const [row] = await tx.query<{ n: number }>(sql`
    with paths as (select distinct area_path as p from grants where region_id = ${region} and account_id = ${accountId}::uuid and area_path is not null and (to_at is null or to_at > app_now())
      union select unnest(${[...paths]}::text[]) collate "C")
    select count(*)::int as n from paths a where not exists (select from paths b where b.p <> a.p and starts_with(a.p, b.p))`)
  return row?.n ?? 0
}

export async function unitIsOpen(db: Database, region: number, id: string): Promise<boolean> {
  const rows = await db.read(
    systemScope(region),
    sql`select 1 from units where region_id = ${region} and id = ${id}::uuid and closed_at is null`,
  )
  return rows.length > 0
}

export const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`

export type NewPost = {
  readonly id: string
  readonly personId: string
  readonly post: string
  readonly areaPath: string | null
  readonly unitId: string | null
  readonly fromOn: string | undefined
  readonly toOn: string | undefined
  /** Percent of the working time. */
  readonly share?: number | undefined
}

/** A post from today on, unless another day is given. */
export const postStatement = (region: number, post: NewPost): Sql => sql`
  insert into posts (region_id, id, person_id, post, area_path, unit_id, from_on, to_on, share)
  values (${region}, ${post.id}, ${post.personId}, ${post.post}, ${post.areaPath}, ${post.unitId},
    coalesce(${post.fromOn ?? null}::date, ${TODAY}), ${post.toOn ?? null}::date, ${post.share ?? 100})`

export type HeldPost = { areaPath: string | null; personId: string; post: string }

export async function heldPost(db: Database, scope: Scope, id: string): Promise<HeldPost | undefined> {
  const [row] = await db.read<HeldPost>(
    scope,
    sql`select area_path as "areaPath", person_id as "personId", post from posts
      where region_id = ${scope.region} and id = ${id}::uuid and (to_on is null or to_on > ${TODAY})`,
  )
  return row
}

export const endPostStatement = (region: number, id: string): Sql => sql`
  with ended as (
    update posts set to_on = ${TODAY} where region_id = ${region} and id = ${id}::uuid and (to_on is null or to_on > ${TODAY}) returning 1)
  select refuse('stale') where not exists (select from ended)`

/** Makes those who end administrators of a region take turns: two who end each other's must not both succeed. */
export const lockAdmins = (region: number): Sql =>
  sql`select pg_advisory_xact_lock(hashtext('regionAdmins'), ${region}::int)`

/**
 * To stand after an account's grants have ended or the account was closed: refuses `lastAdmin` when it was one of the three
 * administrators of the whole region and nobody with an open account is one any more.
 */
export const keepAdministrators = (region: number, accountId: string): Sql => sql`
  select refuse('lastAdmin') from unnest(${[...ADMINISTRATORS]}::text[]) as three(role)
  where exists (
      select from grants where region_id = ${region} and account_id = ${accountId}::uuid and role = three.role and area_path = '/'
        and from_at <= app_now() and (to_at is null or to_at >= app_now()))
    and not exists (
      select from grants g join accounts a on a.id = g.account_id and a.disabled_at is null
      where g.region_id = ${region} and g.role = three.role and g.area_path = '/'
        and g.from_at <= app_now() and (g.to_at is null or g.to_at > app_now()))`

/** How many open accounts that somebody can sign in to hold a role anywhere in the region now: of a region brought from elsewhere, none. */
export async function countHolders(tx: Tx, region: number, role: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    sql`select count(distinct account_id)::int as n from grants g join accounts a on a.id = g.account_id and a.disabled_at is null
        and (a.password_hash is not null or exists (select from identities i where i.account_id = a.id))
      where g.region_id = ${region} and g.role = ${role} and (g.to_at is null or g.to_at > app_now())`,
  )
  return row?.n ?? 0
}
