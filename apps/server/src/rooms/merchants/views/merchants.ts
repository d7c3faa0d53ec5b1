import type { MerchantCard, MerchantView, TrustNotice } from '@linli/contract/merchants/shapes'
import type { Hours } from '@linli/contract/stations/shapes'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, covers, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { notFound } from '../../../kernel/problem.ts'
import { fullName } from '../../places/index.ts'
import { dayOf, daysFrom, mapLinks, openAt } from '../../stations/index.ts'
import type { MerchantNeeds, Terms } from '../needs.ts'
import { atOwnUnit } from '../policy.ts'
import { minutesTo, type Spot } from '../rules/reach.ts'
import { middleOf } from './ground.ts'
import { NOTICE } from './notices.ts'
import { ruleShown, walkShown } from './shown.ts'

type Found = Row & {
  id: string
  slug: string
  name: string
  path: string
  area: string
  address: string
  longitude: number
  latitude: number
  phone: string | null
  services: string[]
  stepFree: boolean
  hours: Hours
  trustedAt: string | null
  version: number
}
const COLUMNS: Sql = sql`m.id, m.slug, m.name, m.path, ${fullName('m.region_id', 'm.path')} as area, m.address, m.longitude, m.latitude, m.phone, m.services,
  m.step_free as "stepFree", m.hours, m.trusted_at as "trustedAt", m.version`
/** Far more than a region has. */
const MOST = 5000
const WEEK = 7
const FAR = 1_000_000

const standingOf = ({ hours }: Found) => ({ hours, from: null, to: null })

/** From where somebody looks: where that is, and what was measured from there. */
type From = { readonly spot: Spot | undefined; readonly measured: ReadonlyMap<string, number> }

function cardOf(found: Found, now: number, { calendar, walk }: Terms, from?: From): MerchantCard {
  const { slug, name, area, address, phone, services, stepFree, longitude, latitude } = found
  const away = from && minutesTo(from.spot, found, from.measured.get(found.id), walk)
  return {
    slug,
    name,
    area,
    address,
    phone,
    services,
    stepFree,
    position: { longitude, latitude },
    open: openAt(standingOf(found), now, calendar),
    trusted: found.trustedAt !== null,
    minutes: away?.minutes ?? null,
    how: away?.how ?? null,
  }
}

async function fromWhere(db: Database, region: number, path: string): Promise<From> {
  const [spot, rows] = await Promise.all([
    middleOf(db, region, path),
    db.read<Row & { id: string; minutes: number }>(
      systemScope(region),
      sql`select distinct on (w.merchant_id) w.merchant_id as id, w.minutes from merchant_walks w where w.region_id = ${region} and w.path = any(area_prefixes(${path}))
        order by w.merchant_id, length(w.path) desc`,
    ),
  ])
  return { spot, measured: new Map(rows.map(({ id, minutes }) => [id, minutes])) }
}

/** 身边商户: every merchant of the region; from an area the nearest first, else by name. Open to everybody. */
export async function listMerchants(
  { db, terms }: MerchantNeeds,
  region: number,
  { from: path }: { readonly from?: string | undefined },
) {
  const [rows, place, from] = await Promise.all([
    db.read<Found>(
      systemScope(region),
      sql`select ${COLUMNS} from merchants m where m.region_id = ${region} and m.closed_at is null order by m.name, m.id limit ${MOST}`,
    ),
    terms(region),
    path === undefined ? undefined : fromWhere(db, region, path),
  ])
  const now = Date.now() + db.shift()
  const items = rows.map((row) => cardOf(row, now, place, from))
  if (from) items.sort((a, b) => (a.minutes ?? FAR) - (b.minutes ?? FAR))
  return { items, ...shown(place) }
}

const shown = ({ services, walk }: Terms) => ({
  services: services.map(({ key, name, needed }) => ({ key, name, needed })),
  walk: walkShown(walk),
})
/** One merchant by its random address, with the rule of 信得过 and the notices about it. Open to everybody. @throws notFound */
export async function getMerchant(
  { db, terms }: MerchantNeeds,
  region: number,
  slug: string,
  visitor: Actor | undefined,
): Promise<MerchantView> {
  const [found] = await db.read<
    Found & {
      unitId: string
      asked: NonNullable<MerchantView['asked']> | null
      notices: TrustNotice[]
      walks: { path: string; area: string; minutes: number }[]
    }
  >(
    systemScope(region),
    sql`select ${COLUMNS}, m.unit_id as "unitId",
        case when m.asked_at is not null then json_build_object('services', m.asked_services, 'hours', m.asked_hours, 'at', to_jsonb(m.asked_at)) end as asked,
        coalesce((select json_agg(to_jsonb(one) order by one."fromAt" desc) from (
          select ${NOTICE} from merchant_notices n where n.region_id = m.region_id and n.merchant_id = m.id order by n.from_at desc limit 10) one), '[]') as notices,
        coalesce((select json_agg(json_build_object('path', w.path, 'area', ${fullName('w.region_id', 'w.path')}, 'minutes', w.minutes) order by w.path)
          from merchant_walks w where w.region_id = m.region_id and w.merchant_id = m.id), '[]') as walks
      from merchants m where m.region_id = ${region} and m.slug = ${slug} and m.closed_at is null`,
  )
  if (!found) throw notFound()
  const place = await terms(region)
  const now = Date.now() + db.shift()
  const card = cardOf(found, now, place)
  const { services, walk } = shown(place)
  const isMine = visitor?.region === region && atOwnUnit(visitor, found.unitId)('unitHandler').length > 0
  const answers = visitor?.region === region && covers(visitor, 'regionAdmin', found.path)
  return {
    ...card,
    id: found.id,
    version: found.version,
    path: found.path,
    hours: found.hours,
    days: daysFrom(standingOf(found), dayOf(now), WEEK, place.calendar),
    links: mapLinks(found.name, found.address, card.position),
    serviceNames: services,
    trustedAt: found.trustedAt,
    notices: found.notices,
    rule: ruleShown(place.trust),
    walk,
    walks: found.walks,
    isMine,
    asked: isMine || answers ? found.asked : null,
    ownChangesWait: place.trust.ownChangesWait,
  }
}
