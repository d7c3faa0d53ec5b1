import type { MyOffer } from '@linli/contract/orders/offerShapes'
import type { OfferEnd } from '@linli/contract/orders/offerWords'
import sql from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../../kernel/auth/actor.ts'
import { poolScope } from '../../actions/takeStep.ts'
import type { OrderNeeds } from '../../needs.ts'

type Row = Pick<MyOffer, 'wave' | 'at' | 'reason' | 'paired' | 'held' | 'quota' | 'place' | 'endedAt'> & {
  item: string
  state: string
  verb: string | null
}
const DAYS = 14
const MOST = 30

/**
 * The orders of the last two weeks that were offered where somebody serves and that went to somebody else or still wait
 * for others: whether they were asked, by which rule not, and what became of it, from what was recorded in that moment. It names
 * nobody; of a place only the community.
 */
export async function listMyOffers(needs: OrderNeeds, me: Actor, language: 'zh' | 'en') {
  const rules = await needs.rules(me.region)
  const rows = await needs.db.read<Row>(
    poolScope(scopeOf(me)),
    sql`
    with mine as materialized (select distinct on (r.order_id) r.order_id, r.version, r.wave, r.reason, r.paired, r.held, r.quota, r.at
      from (select * from order_reach where region_id = ${me.region} and person_id = ${me.personId}::uuid and at > app_now() - ${DAYS} * interval '1 day' order by at desc limit ${MOST * 3}) r
      order by r.order_id, r.version desc)
    select r.wave, r.reason, r.paired, r.held, r.quota, r.at, o.item, o.state, done.verb, done.at as "endedAt",
      coalesce((select a.name from areas a where a.region_id = o.region_id and a.path = o.community), '') as place
    from mine r join orders o on o.region_id = ${me.region} and o.id = r.order_id
      left join lateral (select e.verb, e.at from order_events e where e.region_id = o.region_id and e.order_id = o.id and e.version > r.version
        and e.from_state = 'offered' and e.to_state <> 'offered' order by e.version limit 1) done on true
    where o.restriction = 'none' and coalesce(o.about_person_id <> ${me.personId}::uuid, true) and coalesce(o.assignee_person_id <> ${me.personId}::uuid, true)
      and o.item is not null and not (r.reason is null and o.state = 'offered') -- what asks me now stands on the board
    order by r.at desc limit ${MOST}`,
  )
  const items = rows.map(({ item, state, verb, ...row }): MyOffer => {
    const known = rules.item(item)
    return {
      ...row,
      title: known?.name[language] ?? item,
      level: rules.levelName(rules.waves[row.wave - 1]?.level ?? 'region')[language],
      skill: known?.skill ? rules.skillName(known.skill)[language] : null,
      end: endOf(state, verb),
    }
  })
  return { days: DAYS, items }
}

const endOf = (state: string, verb: string | null): OfferEnd =>
  verb === 'claimOrder'
    ? 'claimed'
    : verb === 'assignOrder'
      ? 'assigned'
      : state === 'offered'
        ? 'open'
        : 'ended'
