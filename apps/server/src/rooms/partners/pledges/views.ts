import type { Words } from '@linli/contract'
import type {
  DeskPledgePage,
  MyPledges,
  PledgePageView,
  PledgesQuery,
  PledgeView,
} from '@linli/contract/partners/pledgeShapes'
import type { Static } from '@linli/contract/schema'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import { cursor, fullName, inRanges, pageOf } from '../../places/index.ts'
import type { PartnerNeeds } from '../needs.ts'
import { OFFICE } from '../policy.ts'
import { TODAY } from '../store/checkIns.ts'
import { livesAt } from './store.ts'

/** What the house knows of somebody in a community: never their own word. */
type Standing = { kind: 'post'; key: string } | { kind: 'member'; unit: Words } | { kind: 'helper' }

/** The standings of a person below a community; both are columns of the surrounding query. */
const standingsOf = (person: Sql, path: Sql): Sql => {
  const below = (column: Sql): Sql =>
    sql`${column} >= ${path} and ${column} < left(${path}, length(${path}) - 1) || '0'`
  return sql`(select coalesce(jsonb_agg(s.standing order by s.rank, s.standing::text), '[]') from (
      select distinct 1 as rank, jsonb_build_object('kind', 'post', 'key', o.post) as standing from posts o
        where o.region_id = p.region_id and o.person_id = ${person} and (o.to_on is null or o.to_on >= ${TODAY}) and o.from_on <= ${TODAY}
          and ${below(sql`o.area_path`)}
      union all
      select 2, jsonb_build_object('kind', 'member', 'unit', u.name) from check_ins c
        join units u on u.region_id = c.region_id and u.id = c.unit_id
        where c.region_id = p.region_id and c.person_id = ${person} and c.kind = 'member' and c.state = 'accepted' and ${below(sql`c.path`)}
      union all
      select 3, jsonb_build_object('kind', 'helper') from helpers h
        where h.region_id = p.region_id and h.person_id = ${person} and h.left_at is null and ${below(sql`h.path`)}) s)`
}
const PLEDGES = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'words', g.words, 'dueOn', g.due_on, 'state', g.state,
    'keptBy', g.kept_side, 'keptOn', (g.kept_at at time zone 'Asia/Shanghai')::date, 'facts', g.facts) order by g.at, g.id), '[]')
  from pledges g where g.region_id = p.region_id and g.person_id = p.person_id)`
const PAGE = sql`p.id, p.called, p.duties, p.audience, p.hidden_words as hidden, p.path, p.person_id as "personId",
  ${fullName('p.region_id', 'p.path')} as "areaName", p.shown_at as "shownAt", s.standings, ${PLEDGES} as pledges`
const FROM = sql`from pledge_pages p cross join lateral (select ${standingsOf(sql`p.person_id`, sql`p.path`)} as standings) s`

type Read = Row &
  Omit<DeskPledgePage, 'standings' | 'isMine' | 'pledges'> & {
    path: string
    personId: string
    shownAt: string
    standings: Standing[]
    pledges: PledgeView[]
  }

async function wording(needs: PartnerNeeds, region: number): Promise<(one: Standing) => Words> {
  const names = new Map((await needs.terms(region)).posts.map(({ key, name }) => [key, name]))
  return (one) => {
    if (one.kind === 'post') return names.get(one.key) ?? { zh: one.key, en: one.key }
    if (one.kind === 'helper') return { zh: '志愿者', en: 'Volunteer' }
    return { zh: `在职党员（${one.unit.zh}）`, en: `Member reporting here (${one.unit.en})` }
  }
}

type Query = Static<typeof PledgesQuery>

async function read(
  needs: PartnerNeeds,
  { region, personId }: { readonly region: number; readonly personId?: string },
  where: Sql,
  { path, after, limit = 20 }: Query,
) {
  const range = path ? rangeOf(path) : undefined
  const from = cursor(after, 2)
  const [rows, inWords] = await Promise.all([
    needs.db.read<Read>(
      systemScope(region),
      sql`select ${PAGE} ${FROM} where p.region_id = ${region} and ${where}
        ${range ? sql`and p.path >= ${range.lo} and p.path < ${range.hi}` : empty}
        ${from ? sql`and (p.shown_at, p.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : empty}
      order by p.shown_at desc, p.id desc limit ${limit + 1}`,
    ),
    wording(needs, region),
  ])
  const page = pageOf(rows, limit, ({ shownAt, id }) => [shownAt, id])
  return {
    ...page,
    items: page.items.map(({ shownAt: _shown, personId: whose, standings, path: at, ...row }) => ({
      path: at,
      page: { ...row, isMine: whose === personId, standings: standings.map(inWords) },
    })),
  }
}

/** What a wall shows: whoever no longer stands so in the community, or was taken down, is not on it. */
const ON_WALL = sql`p.hidden_at is null and s.standings <> '[]'::jsonb`
const forWall = ({ audience: _audience, hidden: _hidden, ...page }: DeskPledgePage): PledgePageView => page

/** 承诺墙 for everybody: only pages whose people agreed to that. */
export async function publicPledges(needs: PartnerNeeds, region: number, query: Query) {
  const { items, ...rest } = await read(
    needs,
    { region },
    sql`p.audience = 'everybody' and ${ON_WALL}`,
    query,
  )
  return { ...rest, items: items.map(({ page }) => forWall(page)) }
}

/** 承诺墙 of the community where the reader lives, and one's own page. */
export async function communityPledges(needs: PartnerNeeds, me: Actor, query: Query) {
  const home = await livesAt(needs.db, me)
  const lives = sql`(${home}::text >= p.path and ${home}::text < left(p.path, length(p.path) - 1) || '0')`
  const { items, ...rest } = await read(
    needs,
    me,
    sql`(p.audience = 'everybody' or ${home === null ? sql`false` : lives} or p.person_id = ${me.personId}::uuid) and ${ON_WALL}`,
    query,
  )
  return { ...rest, items: items.map(({ page }) => forWall(page)) }
}

/** The pages of the reader's communities, with whom they are shown to and what was taken down. */
export async function listPledges(needs: PartnerNeeds, me: Actor, query: Query) {
  const { items, ...rest } = await read(needs, me, inRanges('p.path', rangesOf(me, OFFICE)), query)
  return { ...rest, items: items.map(({ page }) => page) }
}

/** Where somebody stands so that it may be shown: in the communities of their posts, their check-in and their service. */
async function placesOf(needs: PartnerNeeds, { region, personId }: Actor) {
  const [rows, inWords] = await Promise.all([
    needs.db.read<Row & { path: string; name: string; standings: Standing[] }>(
      systemScope(region),
      sql`with mine as (
          select area_path as path from posts where region_id = ${region} and person_id = ${personId}::uuid and area_path is not null
            and (to_on is null or to_on >= ${TODAY})
          union select path from check_ins where region_id = ${region} and person_id = ${personId}::uuid and kind = 'member' and state = 'accepted'
          union select path from helpers where region_id = ${region} and person_id = ${personId}::uuid and left_at is null)
        select p.path, ${fullName('p.region_id', 'p.path')} as name, s.standings from (
          select distinct a.region_id, a.path from mine cross join lateral unnest(area_prefixes(mine.path)) way
            join areas a on a.region_id = ${region} and a.path = way and a.level = 'community' and a.closed_at is null) p
        cross join lateral (select ${standingsOf(sql`${personId}::uuid`, sql`p.path`)} as standings) s
        where s.standings <> '[]'::jsonb order by p.path`,
    ),
    wording(needs, region),
  ])
  return rows.map(({ path, name, standings }) => ({ path, name, standings: standings.map(inWords) }))
}

/** One's own page as it stands, and where one may show it. */
export async function myPledges(needs: PartnerNeeds, me: Actor): Promise<MyPledges> {
  const [places, { items }, [person]] = await Promise.all([
    placesOf(needs, me),
    read(needs, me, sql`p.person_id = ${me.personId}::uuid`, { limit: 1 }),
    needs.db.read<Row & { name: string }>(
      systemScope(me.region),
      sql`select name from people where region_id = ${me.region} and id = ${me.personId}::uuid`,
    ),
  ])
  const [mine] = items
  return { name: person?.name ?? '', places, page: mine ? { ...mine.page, path: mine.path } : null }
}

/** Whether somebody may show a page there. */
export const standsAt = async (needs: PartnerNeeds, me: Actor, path: string): Promise<boolean> =>
  (await placesOf(needs, me)).some((place) => place.path === path)
