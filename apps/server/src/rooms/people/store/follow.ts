import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Tx } from '../../../kernel/db/database.ts'
import { MOST_RANGES } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'
import { followRows } from '../../places/index.ts'
import { tooManyAreas } from '../errors.ts'
import { begins } from '../rules/followOffices.ts'
import { TODAY } from './posts.ts'

/** So many rows follow in one transaction. */
const BATCH = 500

/** The post that follows an ended one (`id path`): null where its holder has the same there already. */
type Heirs = ReadonlyMap<string, string | null>

/** Posts that are held, or will be, over an ended area end today and begin today over its successors. */
export async function followPosts(tx: Tx, region: number): Promise<Heirs> {
  const held = await tx.query<{ id: string; to: string; key: string }>(sql`
    select p.id, s.to_path as "to", p.person_id || ' ' || p.post as key
    from posts p join area_successions s on s.region_id = p.region_id and s.from_path = p.area_path
    where p.region_id = ${region} and (p.to_on is null or p.to_on > ${TODAY})
    order by p.to_on desc nulls first, p.from_on, p.id, s.is_main desc, s.to_path for update of p`)
  if (held.length === 0) return new Map()
  const rows = begins(held, newId).map((one) => ({ old: one.id, to: one.to, key: one.key, id: one.newId }))
  // Who holds the same at the successor already keeps that.
  const begun = await tx.query<{ id: string }>(sql`
    insert into posts (region_id, id, person_id, post, area_path, from_on, to_on, share)
    select p.region_id, n.id, p.person_id, p.post, n."to", greatest(p.from_on, ${TODAY}), p.to_on, p.share
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(old uuid, "to" text, id uuid)
    join posts p on p.region_id = ${region} and p.id = n.old
    on conflict do nothing returning id`)
  await tx.query(sql`
    update posts set to_on = greatest(from_on, ${TODAY})
    where region_id = ${region} and id = any(${[...new Set(held.map(({ id }) => id))]}::uuid[])`)
  const there = new Set(begun.map(({ id }) => id))
  const heirs = new Map(rows.map(({ key, to, id }) => [`${key} ${to}`, there.has(id) ? id : null]))
  return new Map(held.map(({ id, key, to }) => [`${id} ${to}`, heirs.get(`${key} ${to}`) ?? null]))
}

/** Grants over an ended area end now and begin now over its successors; those that follow from a post follow from the new one. @returns the accounts */
export async function followGrants(tx: Tx, region: number, heirs: Heirs): Promise<string[]> {
  const held = await tx.query<{
    id: string
    to: string
    key: string
    account: string
    post: string | null
  }>(sql`
    select g.id, s.to_path as "to", g.account_id || ' ' || g.role || ' ' || coalesce(
        (select p.post from posts p where p.region_id = g.region_id and p.id = g.post_id), '') as key,
      g.account_id as account, g.post_id as post
    from grants g join area_successions s on s.region_id = g.region_id and s.from_path = g.area_path
    where g.region_id = ${region} and (g.to_at is null or g.to_at > app_now())
    order by g.to_at desc nulls first, g.from_at, g.id, s.is_main desc, s.to_path for update of g`)
  if (held.length === 0) return []
  const living = held.filter(({ post, to }) => post === null || heirs.get(`${post} ${to}`) !== null)
  const rows = begins(living, newId).map((one) => ({
    old: one.id,
    to: one.to,
    id: one.newId,
    post: one.post && (heirs.get(`${one.post} ${one.to}`) ?? one.post),
  }))
  // The old end first: at no moment are both there.
  await tx.query(sql`
    with old as (select id, to_at from grants where region_id = ${region} and id = any(${held.map(({ id }) => id)}::uuid[])),
    ended as (
      update grants g set to_at = greatest(g.from_at, app_now()) from old where g.region_id = ${region} and g.id = old.id
      returning g.id)
    insert into grants (region_id, id, account_id, role, area_path, post_id, from_at, to_at)
    select g.region_id, n.id, g.account_id, g.role, n."to", n.post, greatest(g.from_at, app_now()), old.to_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(old uuid, "to" text, id uuid, post uuid)
    join grants g on g.region_id = ${region} and g.id = n.old join old on old.id = n.old`)
  return [...new Set(held.map(({ account }) => account))]
}

/** Whether one of the accounts reaches more separate areas than the net has places for. */
async function reachesTooFar(tx: Tx, region: number, accounts: readonly string[]): Promise<boolean> {
  const found = await tx.query(sql`
    with paths as (select distinct account_id, area_path as p from grants where region_id = ${region} and account_id = any(${[...accounts]}::uuid[])
      and area_path is not null and (to_at is null or to_at > app_now()))
    select 1 from paths a where not exists (select from paths b where b.account_id = a.account_id and b.p <> a.p and starts_with(a.p, b.p))
    group by a.account_id having count(*) > ${MOST_RANGES} limit 1`)
  return found.length > 0
}

/**
 * Changes posts and grants over ended areas over to the successors, in the redraw's own commit.
 * @returns the accounts whose grants changed
 * @throws tooManyAreas when somebody would come to hold more separate areas than one person may
 */
export async function followOffices(tx: Tx, region: number): Promise<readonly string[]> {
  const accounts = await followGrants(tx, region, await followPosts(tx, region))
  if (await reachesTooFar(tx, region, accounts)) throw tooManyAreas()
  return accounts
}

type Follow = (region: number) => Sql

const peopleFollow: Follow = (region) => sql`
  update people t set path = s.to_path from area_successions s
  where t.region_id = ${region} and s.region_id = ${region} and s.from_path = t.path and s.is_main and t.id = any(array(
    select m.id from people m join area_successions f on f.region_id = m.region_id and f.from_path = m.path and f.is_main
    where m.region_id = ${region} limit ${BATCH} for update of m))
  returning 1`

const helpersFollow: Follow = (region) => sql`
  update helpers t set path = s.to_path from area_successions s
  where t.region_id = ${region} and s.region_id = ${region} and s.from_path = t.path and s.is_main and t.left_at is null and t.person_id = any(array(
    select m.person_id from helpers m join area_successions f on f.region_id = m.region_id and f.from_path = m.path and f.is_main
    where m.region_id = ${region} and m.left_at is null limit ${BATCH} for update of m))
  returning 1`

/** The area a helper agreed to serve: of a split one, the part in which the helper's own place lies, else the main one. */
const servingFollows: Follow = (region) => sql`
  update helpers t set serves_path = (
    select s.to_path from area_successions s where s.region_id = t.region_id and s.from_path = t.serves_path
    order by starts_with(t.path, s.to_path) desc, s.is_main desc limit 1)
  where t.region_id = ${region} and t.person_id = any(array(
    select m.person_id from helpers m join area_successions f on f.region_id = m.region_id and f.from_path = m.serves_path and f.is_main
    where m.region_id = ${region} and m.left_at is null limit ${BATCH} for update of m))
  returning 1`

const teamsFollow: Follow = (region) => sql`
  update teams t set path = s.to_path from area_successions s
  where t.region_id = ${region} and s.region_id = ${region} and s.from_path = t.path and s.is_main and t.id = any(array(
    select m.id from teams m join area_successions f on f.region_id = m.region_id and f.from_path = m.path and f.is_main
    where m.region_id = ${region} limit ${BATCH} for update of m))
  returning 1`

/** What people ask about their own data goes to the office where they live; what was answered stays where it was. */
const requestsFollow: Follow = (region) => sql`
  update data_requests t set path = s.to_path from area_successions s
  where t.region_id = ${region} and s.region_id = ${region} and s.from_path = t.path and s.is_main and t.id = any(array(
    select m.id from data_requests m join area_successions f on f.region_id = m.region_id and f.from_path = m.path and f.is_main
    where m.region_id = ${region} and m.answered_at is null limit ${BATCH} for update of m))
  returning 1`

/** This room's rows that lie in an ended area follow to its successor, batch by batch. @returns how many */
export async function followPlaces(db: Database, region: number): Promise<number> {
  let moved = 0
  for (const follow of [peopleFollow, helpersFollow, servingFollows, teamsFollow, requestsFollow])
    for (let count = -1; count !== 0; moved += count)
      count = (await db.commit(systemScope(region), [follow(region)]))[0]?.length ?? 0
  return (
    moved + (await followRows(db, region, [{ table: 'pairings', key: ['id'], where: sql`m.to_on is null` }]))
  )
}
