import type {
  ListLine,
  ListsQuery,
  MenuQuery,
  MenuRow,
  OfferedItem,
  PartnerList,
} from '@linli/contract/partners/sharingShapes'
import type { ListKind } from '@linli/contract/partners/words'
import type { Static } from '@linli/contract/schema'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'
import { cursor, fullName, inRanges, pageOf } from '../../places/index.ts'
import type { PartnerNeeds } from '../needs.ts'
import { liaisonOf, OFFICE } from '../policy.ts'
import { afterRow, ON_MENU } from './store.ts'

const ITEM = sql`i.id, i.path, ${fullName('i.region_id', 'i.path')} as "areaName", i.name, i.about, i.takers, i.until_on as "untilOn"`

/** The menus of the reader's communities, the newest first. */
export async function listMenu(
  db: Database,
  me: Actor,
  { path, after, limit = 20 }: Static<typeof MenuQuery>,
) {
  const range = path ? rangeOf(path) : undefined
  const rows = await db.read<Row & MenuRow>(
    scopeOf(me),
    sql`select ${ITEM}, i.added_at as "addedAt", not (${ON_MENU}) as "isClosed", t.members, t.units from menu_items i
      cross join lateral (select count(t.person_id)::int as members, coalesce(jsonb_agg(u.name) filter (where u.id is not null), '[]') as units
        from menu_takes t left join units u on u.region_id = t.region_id and u.id = t.unit_id
        where t.region_id = i.region_id and t.item_id = i.id and t.left_at is null) t
      where i.region_id = ${me.region} and ${inRanges('i.path', rangesOf(me, OFFICE))}
        ${range ? sql`and i.path >= ${range.lo} and i.path < ${range.hi}` : empty} ${afterRow(sql`(i.added_at, i.id)`, cursor(after, 2))}
      order by i.added_at desc, i.id desc limit ${limit + 1}`,
  )
  return pageOf(rows, limit, ({ addedAt, id }) => [addedAt, id])
}

const offered = async (
  db: Database,
  me: Actor,
  who: Sql,
  taken: Sql,
  takers: string,
): Promise<OfferedItem[]> =>
  db.read<Row & OfferedItem>(
    scopeOf(me),
    sql`select ${ITEM}, case when c.kind = 'unit' then jsonb_build_object('id', u.id, 'name', u.name) end as unit,
      (select t.id from menu_takes t where t.region_id = i.region_id and t.item_id = i.id and t.left_at is null and ${taken}) as "takeId"
    from check_ins c join units u on u.region_id = c.region_id and u.id = c.unit_id
      join menu_items i on i.region_id = c.region_id and i.path = c.path and i.takers in (${takers}, 'both') and ${ON_MENU}
    where c.region_id = ${me.region} and c.state = 'accepted' and ${who}
    order by i.added_at desc, i.id desc limit 100`,
  )

/** What a member may take up in the community that accepted them. */
export const myMenu = async (db: Database, me: Actor) => ({
  items: await offered(
    db,
    me,
    sql`c.kind = 'member' and c.person_id = ${me.personId}::uuid`,
    sql`t.person_id = ${me.personId}::uuid`,
    'members',
  ),
})

/** What the reader's units may take up, where they are accepted. */
export const unitMenu = async (db: Database, me: Actor) => ({
  items: await offered(
    db,
    me,
    sql`c.kind = 'unit' and c.unit_id = any (${[...liaisonOf(me)]}::uuid[])`,
    sql`t.unit_id = c.unit_id`,
    'units',
  ),
})

const MOST_NEEDS = 10
/** Fewer open matters of one kind are not told to a unit: they might point at a household. */
const LEAST = 3

/** 3+1 from what is there: needs by kind of matter, what the unit brings, promises under way, and what nobody does. */
export async function draftList(
  needs: PartnerNeeds,
  { region }: Actor,
  { unitId, path }: { readonly unitId: string; readonly path: string },
): Promise<{ lines: ListLine[] }> {
  const { lo, hi } = rangeOf(path)
  const [rows, terms] = await Promise.all([
    needs.db.read<Row & { kind: ListKind; words: string }>(
      systemScope(region),
      sql`select kind, words from ((select 'need' as kind, (v.body -> 'name' ->> 'zh') || '（' || count(*) || ' 张单在办）' as words, 1 as rank
        from orders o join policy_versions v on v.region_id = o.region_id and v.id = o.item_version
        where o.region_id = ${region} and o.path >= ${lo} and o.path < ${hi} and o.closed_at is null and o.restriction = 'none'
        group by v.body -> 'name' ->> 'zh' having count(*) >= ${LEAST} order by count(*) desc, 2 limit ${MOST_NEEDS})
      union all
      (select 'need', i.name || '：' || i.about, 2 from menu_items i where i.region_id = ${region} and i.path = ${path}
        and i.takers in ('units', 'both') and ${ON_MENU} order by i.added_at desc, i.id limit ${MOST_NEEDS})
      union all
      (select 'resource', c.brings, 3 from check_ins c where c.region_id = ${region} and c.unit_id = ${unitId}::uuid and c.kind = 'unit'
        and c.path = ${path} and c.state = 'accepted' and c.brings is not null limit 1)
      union all
      (select 'project', a.title || '：' || m.words, 4 from agreements a join agreement_promises m on m.region_id = a.region_id and m.agreement_id = a.id
        where a.region_id = ${region} and a.unit_id = ${unitId}::uuid and a.path >= ${lo} and a.path < ${hi} and a.state = 'signed' and m.state <> 'kept'
        order by m.due_on, m.id limit 20)
      ) found order by rank`,
    ),
    needs.terms(region),
  ])
  const nobodyDoes = terms.conduct.flatMap(({ party, name }) => (party === 'everybody' ? [name.zh] : []))
  const known = rows.map(({ kind, words }) => ({ kind, words: words.slice(0, 200) }))
  const lines = [...known, ...nobodyDoes.map((words) => ({ kind: 'conduct' as const, words }))]
  return { lines: lines.map((line) => ({ id: newId(), ...line })) }
}

async function lists(db: Database, me: Actor, where: Sql, { after, limit = 20 }: Static<typeof ListsQuery>) {
  const rows = await db.read<Row & PartnerList>(
    scopeOf(me),
    sql`select l.id, u.name as "unitName", ${fullName('l.region_id', 'l.path')} as "areaName", l.sent_at as "sentAt", l.lines, l.takes, l.answer,
      l.answered_at as "answeredAt"
    from partner_lists l join units u on u.region_id = l.region_id and u.id = l.unit_id
    where l.region_id = ${me.region} and ${where} ${afterRow(sql`(l.sent_at, l.id)`, cursor(after, 2))}
    order by l.sent_at desc, l.id desc limit ${limit + 1}`,
  )
  return pageOf(rows, limit, ({ sentAt, id }) => [sentAt, id])
}
export const listLists = (db: Database, me: Actor, query: Static<typeof ListsQuery>) =>
  lists(db, me, inRanges('l.path', rangesOf(me, OFFICE)), query)
export const unitLists = (db: Database, me: Actor, query: Static<typeof ListsQuery>) =>
  lists(db, me, sql`l.unit_id = any (${[...liaisonOf(me)]}::uuid[])`, query)
