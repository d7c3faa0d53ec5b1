import { ADMINISTRATORS } from '@linli/contract'
import type { StaffAccountRow } from '@linli/contract/people/accountShapes'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { placeRules } from '../../places/index.ts'
import { staffOf } from '../store/accounts.ts'
import { uuidOf } from './uuidOf.ts'

const LOCAL: Sql = sql`at time zone 'Asia/Shanghai'`

type Row = Omit<StaffAccountRow, 'posts' | 'isMe'> & { personId: string; posts: string[] }

/** Who has an account for work in the region and how it stands, in the order in which the accounts were made. */
export async function listStaffAccounts(
  db: Database,
  me: Actor,
  query: { name?: string; limit?: number; after?: string },
): Promise<{ items: StaffAccountRow[]; next: string | null }> {
  const limit = query.limit ?? 20
  const rules = await placeRules(db, me.region)
  const named = query.name
    ? sql`and (starts_with(p.name, ${query.name}) or starts_with(a.login, ${query.name.toLowerCase()}))`
    : empty
  const rows = await db.read<Row>(
    scopeOf(me),
    sql`with staff as (${staffOf(me.region)}), page as materialized (
      select p.id as "personId", p.name, a.id, a.login, a.disabled_at, a.locked_until, a.password_set_at, a.totp_secret
      from staff join people p on p.region_id = ${me.region} and p.account_id = staff.id and p.erased_at is null
        join accounts a on a.id = staff.id
      where true ${named} ${query.after ? sql`and a.id > ${uuidOf(query.after)}::uuid` : empty} order by a.id limit ${limit + 1})
    select page."personId", page.name, page.id, page.login,
      case when disabled_at is not null then 'disabled' when locked_until > app_now() then 'locked'
        when login is null then 'phone' when password_set_at is null then 'new' else 'active' end as state,
      totp_secret is not null or (select true from passkeys k where k.account_id = page.id limit 1) is true as "hasFactor",
      (select role from grants g where g.region_id = ${me.region} and g.account_id = page.id and g.role = any(${[...ADMINISTRATORS]}::text[])
        and g.from_at <= app_now() and (g.to_at is null or g.to_at > app_now()) limit 1) as administrator,
      (select coalesce(json_agg(distinct s.post), '[]') from posts s where s.region_id = ${me.region} and s.person_id = page."personId"
        and (s.to_on is null or s.to_on > (app_now() ${LOCAL})::date)) as posts,
      (select (max(s.created_at) ${LOCAL})::date from sessions s where s.account_id = page.id) as "lastSignInOn"
    from page order by page.id`,
  )
  const shown = rows.slice(0, limit)
  const items = shown.map(({ personId: _personId, posts, ...row }) => ({
    ...row,
    posts: posts.map((post) => rules.posts.find(({ key }) => key === post)?.name ?? { zh: post, en: post }),
    isMe: row.id === me.accountId,
  }))
  return { items, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}
