import type { ClockKind } from '@linli/contract'
import type { ClaimCard } from '@linli/contract/orders/shapes'
import sql from 'sql-template-tag'
import { type Actor, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import { poolScope } from '../actions/takeStep.ts'
import type { OrderNeeds } from '../needs.ts'
import { outOfPool } from '../rules/pool.ts'
import { WORKING } from '../store/claim.ts'

type Offered = {
  id: string
  number: string
  version: number
  item: string | null
  itemVersion: string | null
  urgency: ClaimCard['urgency']
  path: string
  offerPath: string | null
  offerWave: number
  placedAt: string
  dueAt: string | null
  dueClock: ClockKind | null
  place: string
  mine: boolean
  caredFor: string | null
}
const MOST = 200

/**
 * 抢单大厅: what a helper may claim now. A card holds no personal data: the item, the community and building, never a room,
 * a name, a number or the requester's own words. Why the helper cannot claim anything is said in a code.
 */
export async function claimBoard(needs: OrderNeeds, actor: Actor, language: 'zh' | 'en') {
  const helper = await needs.helper(actor.region, actor.personId)
  if (!helper) return { items: [], openOrders: 0, quota: 0, mayClaim: false, why: 'notHelper' }
  const rules = await needs.rules(actor.region)
  const rows = await needs.db.read<Offered & { held: number }>(
    poolScope(scopeOf(actor)),
    sql`
    select o.id, o.number, o.version, o.item, o.item_version as "itemVersion", o.urgency, o.path, o.offer_path as "offerPath", o.offer_wave as "offerWave", o.placed_at as "placedAt", o.due_at as "dueAt", o.due_clock as "dueClock",
      coalesce(${actor.personId}::uuid in (o.requester_id, o.beneficiary_id, o.placed_by), false) as mine,
      coalesce(o.beneficiary_id, o.requester_id) as "caredFor",
      coalesce((select string_agg(a.name, ' ' order by length(a.path)) from unnest(area_prefixes(o.path)) way join areas a on a.region_id = o.region_id and a.path = way and a.level in ('community', 'building')), '') as place
    from orders o where o.region_id = ${actor.region} and o.state = 'offered'
      and o.path >= ${helper.servesPath} and o.path < ${`${helper.servesPath.slice(0, -1)}0`}
    order by o.placed_at desc, o.id desc limit ${MOST}`,
  )
  const [held] = await needs.db.read<{ n: number }>(
    systemScope(actor.region),
    sql`
    select count(*)::int as n from orders where region_id = ${actor.region} and assignee_person_id = ${actor.personId}::uuid and state in ${WORKING}`,
  )
  const openOrders = held?.n ?? 0
  const reasonOf = (row: Offered, paired = false) => {
    const item = row.item ? rules.item(row.item, row.itemVersion) : undefined
    return item ? outOfPool(row, item, helper, paired) : null
  }
  // Whom the wave does not reach by their area it may reach as those who look after the person.
  const outside = rows.filter((row) => reasonOf(row) === 'area')
  const pairs = await needs.pairsOf(
    actor.region,
    outside.map(({ caredFor }) => caredFor),
  )
  const items = rows.flatMap((row) => {
    const item = row.item ? rules.item(row.item, row.itemVersion) : undefined
    if (!item || row.mine || reasonOf(row, pairs.has(`${row.caredFor}/${actor.personId}`)) !== null) return []
    const card: ClaimCard = {
      id: row.id,
      number: row.number,
      version: row.version,
      item: row.item,
      title: item.name[language],
      urgency: row.urgency,
      place: row.place,
      homeEntry: item.homeEntry,
      points: rules.pointsOf(item.key),
      wave: row.offerWave,
      due: row.dueAt && row.dueClock ? { clock: row.dueClock, at: row.dueAt } : null,
      placedAt: row.placedAt,
    }
    return [card]
  })
  const why = openOrders >= helper.quota ? 'quota' : helper.available ? null : 'hours'
  return { items, openOrders, quota: helper.quota, mayClaim: why === null, why }
}
