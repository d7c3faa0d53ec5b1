import type {
  AgreementRow,
  AgreementsQuery,
  AgreementView,
  PromiseView,
  PublicAgreement,
  PublicPromisesQuery,
} from '@linli/contract/partners/agreementShapes'
import type { Static } from '@linli/contract/schema'
import sql, { empty, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { rangeOf } from '../../../kernel/db/scope.ts'
import { notFound } from '../../../kernel/problem.ts'
import { cursor, fullName, inRanges, pageOf } from '../../places/index.ts'
import { liaisonOf, OFFICE } from '../policy.ts'
import { TODAY } from '../store/checkIns.ts'
import { sidesOf } from './policy.ts'

const FIELDS = sql`a.id, u.name as "unitName", ${fullName('a.region_id', 'a.path')} as "areaName", a.title, a.from_on as "fromOn", a.to_on as "toOn",
  a.state, a.is_public as "isPublic", a.proposed_side as "proposedSide", a.version, c.*`
const FROM = sql`from agreements a join units u on u.region_id = a.region_id and u.id = a.unit_id cross join lateral (
    select count(*)::int as promises, count(*) filter (where state = 'kept')::int as kept,
      count(*) filter (where state <> 'kept' and due_on < ${TODAY})::int as late,
      coalesce(sum(fen), 0)::bigint as "fenPromised", coalesce(sum(paid_fen), 0)::bigint as "fenPaid"
    from agreement_promises p where p.region_id = a.region_id and p.agreement_id = a.id) c`

const below = (path: string | undefined): Sql => {
  if (!path) return empty
  const { lo, hi } = rangeOf(path)
  return sql`and a.path >= ${lo} and a.path < ${hi}`
}
const beyond = (after: string | undefined): Sql => {
  const from = cursor(after, 2)
  return from ? sql`and (a.from_on, a.id) < (${from[0]}::date, ${from[1]}::uuid)` : empty
}

/** The agreements of the reader's communities and units, the latest first. */
export async function listAgreements(
  db: Database,
  me: Actor,
  { path, state, after, limit = 20 }: Static<typeof AgreementsQuery>,
) {
  const units = liaisonOf(me)
  const ranges = rangesOf(me, OFFICE)
  const mine =
    units.length === 0
      ? inRanges('a.path', ranges)
      : sql`(a.unit_id = any (${[...units]}::uuid[]) or ${inRanges('a.path', ranges)})`
  const rows = await db.read<Row & AgreementRow>(
    scopeOf(me),
    sql`select ${FIELDS} ${FROM} where a.region_id = ${me.region} and ${mine} ${below(path)}
      ${state ? sql`and a.state = ${state}` : empty} ${beyond(after)}
    order by a.from_on desc, a.id desc limit ${limit + 1}`,
  )
  return pageOf(rows, limit, ({ fromOn, id }) => [fromOn, id])
}

const ITEMS = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'side', p.side, 'words', p.words, 'dueOn', p.due_on,
    'fen', p.fen, 'paidFen', p.paid_fen, 'state', p.state, 'isLate', p.state <> 'kept' and p.due_on < ${TODAY},
    'orderNumber', (select o.number from orders o where o.region_id = p.region_id and o.id = p.order_id)) order by p.due_on, p.id), '[]')
  from agreement_promises p where p.region_id = a.region_id and p.agreement_id = a.id)`

type One = Row & Omit<AgreementView, 'side'> & { unitId: string; path: string; items: PromiseView[] }

/** One agreement with its promises; an order's number only to whom the order is shown. @throws notFound, forbidden */
export async function agreementView(db: Database, me: Actor, id: string): Promise<AgreementView> {
  const [row] = await db.read<One>(
    scopeOf(me),
    sql`select ${FIELDS}, a.unit_id as "unitId", a.path, ${ITEMS} as items ${FROM} where a.region_id = ${me.region} and a.id = ${id}::uuid`,
  )
  if (!row) throw notFound()
  const { unitId, path, ...agreement } = row
  const [side = 'community'] = sidesOf(me, { unitId, path })
  return { ...agreement, side }
}

type Shown = Row & PublicAgreement & { id: string }

/** What partners let everybody see of agreements in force; names nobody. */
export async function publicPromises(
  db: Database,
  region: number,
  { path, after, limit = 20 }: Static<typeof PublicPromisesQuery>,
) {
  const rows = await db.read<Shown>(
    systemScope(region),
    sql`select a.id, u.name as "unitName", ${fullName('a.region_id', 'a.path')} as "areaName", a.title, a.from_on as "fromOn", a.to_on as "toOn",
      (select coalesce(jsonb_agg(jsonb_build_object('side', p.side, 'kind', p.kind, 'words', p.words, 'dueOn', p.due_on, 'fen', p.fen,
          'paidFen', p.paid_fen, 'state', p.state) order by p.due_on, p.id), '[]')
        from agreement_promises p where p.region_id = a.region_id and p.agreement_id = a.id) as items
    from agreements a join units u on u.region_id = a.region_id and u.id = a.unit_id
    where a.region_id = ${region} and a.is_public and a.state = 'signed' ${below(path)} ${beyond(after)}
    order by a.from_on desc, a.id desc limit ${limit + 1}`,
  )
  const page = pageOf(rows, limit, ({ fromOn, id }) => [fromOn, id])
  return { ...page, items: page.items.map(({ id: _id, ...shown }) => shown) }
}
