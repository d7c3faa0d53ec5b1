import type { DataRequestRow, MyPrivacy } from '@linli/contract/privacy/shapes'
import { lookWords, PURPOSES, type Purpose } from '@linli/contract/privacy/words'
import sql, { empty } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { fullName, inRanges, type PlaceRules, placeRules } from '../../places/index.ts'
import { byStaff } from './cards.ts'
import { uuidOf } from './uuidOf.ts'

/** The orders somebody asked for, found by their parties. */
const ofPerson = (region: number, personId: string) =>
  sql`(select mine.* from order_parties p join orders mine on mine.region_id = p.region_id and mine.id = p.order_id
    where p.region_id = ${region} and p.person_id = ${personId}::uuid and p.to_at is null and p.role = 'requester') own`

type Said = { purpose: Purpose; given: boolean; version: number; at: string }
type Own = Pick<MyPrivacy, 'copies' | 'requests' | 'erasure' | 'holdsPost' | 'openOrders'> & {
  said: Said[]
  points: boolean
  helping: boolean
  shown: number
}

/** Everything the page about one's own data shows, in one read. */
export async function myPrivacy(
  db: Database,
  { region, personId }: Pick<Actor, 'region' | 'personId'>,
): Promise<Omit<MyPrivacy, 'kept'>> {
  const [own] = await db.read<Own>(
    systemScope(region),
    sql`select
      coalesce((select json_agg(json_build_object('purpose', purpose, 'given', given, 'version', version, 'at', at) order by at desc, id desc)
        from consents where region_id = ${region} and person_id = ${personId}::uuid), '[]') as said,
      coalesce((select json_agg(json_build_object('id', id, 'askedAt', asked_at, 'readyAt', ready_at, 'bytes', bytes, 'expiresAt', expires_at) order by asked_at desc)
        from data_exports where region_id = ${region} and person_id = ${personId}::uuid and (expires_at is null or expires_at > app_now())), '[]') as copies,
      coalesce((select json_agg(json_build_object('id', id, 'kind', kind, 'words', words, 'askedAt', asked_at, 'dueOn', due_on, 'answeredAt', answered_at,
        'outcome', outcome, 'answer', answer) order by asked_at desc)
        from data_requests where region_id = ${region} and person_id = ${personId}::uuid), '[]') as requests,
      (select json_build_object('askedAt', asked_at, 'dueAt', due_at) from erasures
        where region_id = ${region} and person_id = ${personId}::uuid and cancelled_at is null and erased_at is null) as erasure,
      exists (select from posts where region_id = ${region} and person_id = ${personId}::uuid
        and (to_on is null or to_on > (app_now() at time zone 'Asia/Shanghai')::date)) as "holdsPost",
      (select count(*)::int from ${ofPerson(region, personId)} where closed_at is null) as "openOrders",
      exists (select from helpers where region_id = ${region} and person_id = ${personId}::uuid and left_at is null and points_opt_in) as points,
      exists (select from helpers where region_id = ${region} and person_id = ${personId}::uuid and left_at is null) as helping,
      (select count(*)::int from ${ofPerson(region, personId)} where show_consent_at is not null) as shown`,
  )
  if (!own) throw new Error('the database answered nothing')
  const { said, points, helping, shown, ...rest } = own
  const times = (one: { askedAt: string }) => ({ ...one, askedAt: iso(one.askedAt) })
  return {
    ...rest,
    copies: rest.copies.map((copy) => ({
      ...copy,
      ...times(copy),
      readyAt: copy.readyAt && iso(copy.readyAt),
      expiresAt: copy.expiresAt && iso(copy.expiresAt),
    })),
    requests: rest.requests.map((one) => ({
      ...one,
      ...times(one),
      answeredAt: one.answeredAt && iso(one.answeredAt),
    })),
    erasure: rest.erasure && { askedAt: iso(rest.erasure.askedAt), dueAt: iso(rest.erasure.dueAt) },
    consents: consentsOf(said, { points, helping, showing: shown > 0 }),
  }
}

/** A time as JSON built by PostgreSQL writes it, in the API's own form. */
const iso = (written: string): string => new Date(written).toISOString()

/** What holds now is what the house acts by; the history is what was said. */
function consentsOf(
  said: readonly Said[],
  holds: { readonly [purpose in Purpose]?: boolean },
): MyPrivacy['consents'] {
  return (Object.keys(PURPOSES) as Purpose[]).map((purpose) => {
    const history = said
      .filter((one) => one.purpose === purpose)
      .map(({ given, version, at }) => ({ given, version, at: iso(at) }))
    const [last] = history
    return {
      purpose,
      given: holds[purpose] ?? last?.given ?? false,
      version: last?.version ?? null,
      at: last?.at ?? null,
      history,
    }
  })
}

type LookRow = {
  id: string
  seq: number
  at: string
  action: string
  reason: string | null
  number: string | null
  post: string | null
  place: string | null
}

/** Who looked at one's data or changed it: when, in which post, where, and why. A colleague's name is never told. */
export async function looksAt(
  db: Database,
  { region, personId }: Actor,
  query: { limit?: number; after?: string },
) {
  const limit = query.limit ?? 20
  const after =
    query.after && /^\d{1,15}$/.test(query.after) ? sql`and e.seq < ${Number(query.after)}` : empty
  // The card of a household one lives in, or lived in when it was opened.
  const atHome = sql`household_members m where m.region_id = ${region} and m.person_id = ${personId}::uuid`
  const rows = await db.read<LookRow>(
    systemScope(region),
    sql`select e.id, e.seq, e.at, e.action, e.reason, o.number, s.post,
        coalesce(nullif(${fullName('e.region_id', 's.area_path')}, ''), (select u.name->>'zh' from units u where u.region_id = e.region_id and u.id = s.unit_id)) as place
      from audit_entries e
        left join orders o on o.region_id = e.region_id and e.subject_kind = 'order' and o.id = e.subject_id
        left join lateral (select post, area_path, unit_id from posts p where p.region_id = e.region_id and p.person_id = e.person_id
          and p.from_on <= (e.at at time zone 'Asia/Shanghai')::date and (p.to_on is null or p.to_on >= (e.at at time zone 'Asia/Shanghai')::date)
          order by p.from_on desc limit 1) s on true
      where e.region_id = ${region} and e.person_id is not null and e.person_id <> ${personId}::uuid and not (e.facts ? 'refused')
        and e.subject_id in (select ${personId}::uuid union all select id from ${ofPerson(region, personId)} union all select household_id from ${atHome})
        and (e.subject_kind in ('person', 'order') or (e.subject_kind = 'household' and ${byStaff(sql`e.action`)} and exists (select from ${atHome}
          and m.household_id = e.subject_id and m.from_at <= e.at and (m.to_at is null or e.at < m.to_at)))) ${after}
      order by e.seq desc limit ${limit + 1}`,
  )
  const { posts } = await placeRules(db, region)
  const shown = rows.slice(0, limit)
  return {
    items: shown.map(({ id, at, action, reason, number, post, place }) => ({
      id,
      at,
      what: lookWords(action),
      who: nameOfPost(posts, post),
      where: place,
      reason,
      number,
    })),
    next: rows.length > limit ? String(shown.at(-1)?.seq ?? '') : null,
  }
}

const nameOfPost = (posts: PlaceRules['posts'], post: string | null) =>
  posts.find(({ key }) => key === post)?.name ?? { zh: '工作人员', en: 'Member of staff' }

type RequestRow = Omit<DataRequestRow, 'personName'> & { personName: string | null }

/** Requests of the reader's areas: those that wait by their day, those that are answered newest first. */
export async function listDataRequests(
  db: Database,
  me: Actor,
  query: { answered?: boolean; limit?: number; after?: string },
) {
  const limit = query.limit ?? 20
  const answered = query.answered ?? false
  const cursor = uuidOf(query.after ?? '')
  const begun = query.after !== undefined && query.after === cursor
  const rows = await db.read<RequestRow>(
    scopeOf(me),
    sql`select r.id, r.person_id as "personId", p.name as "personName", r.kind, r.words, r.order_id as "orderId", r.path, r.asked_at as "askedAt",
        r.due_on as "dueOn", r.due_on - (app_now() at time zone 'Asia/Shanghai')::date as "daysLeft", r.answered_at as "answeredAt", r.outcome, r.answer
      from data_requests r left join people p on p.region_id = r.region_id and p.id = r.person_id
      where r.region_id = ${me.region} and ${inRanges('r.path', rangesOf(me, ['regionAdmin']))} and (r.answered_at is not null) = ${answered} and r.erased_at is null
        ${begun ? (answered ? sql`and r.id < ${cursor}::uuid` : sql`and r.id > ${cursor}::uuid`) : empty}
      order by r.id ${answered ? sql`desc` : empty} limit ${limit + 1}`,
  )
  const items = rows.slice(0, limit).map((row) => ({ ...row, personName: maskName(row.personName) ?? '' }))
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
