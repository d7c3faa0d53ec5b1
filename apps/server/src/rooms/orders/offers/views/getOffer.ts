import type { OfferView } from '@linli/contract/orders/offerShapes'
import type { LeftOut } from '@linli/contract/orders/offerWords'
import sql from 'sql-template-tag'
import { auditStatement } from '../../../../kernel/audit/audit.ts'
import { type Actor, scopeOf, systemScope } from '../../../../kernel/auth/actor.ts'
import { maskName } from '../../../../kernel/policy/mask.ts'
import { demand } from '../../../../kernel/policy/policy.ts'
import { notFound } from '../../../../kernel/problem.ts'
import { askerOf } from '../../actions/takeStep.ts'
import type { OrderNeeds } from '../../needs.ts'
import { standingTo } from '../../rules/standing.ts'
import { loadOrder } from '../../store/order.ts'
import { offerPolicy } from '../policy.ts'

type Wave = { version: number; wave: number; at: string; reason: LeftOut | null; people: number }
type Person = OfferView['people'][number]

/**
 * Whom an offer asked: each wave with how many were left out by which rule, the people of the newest by masked names, and
 * when the next comes or somebody is told to ask a person. Nobody is weighed or ranked. The look is recorded.
 * @throws notFound, forbidden for all but the dispatcher of the order's area
 */
export async function getOffer(
  needs: OrderNeeds,
  me: Actor,
  id: string,
  language: 'zh' | 'en',
): Promise<OfferView> {
  const order = await loadOrder(needs.db, scopeOf(me), id)
  if (!order) throw notFound()
  demand(offerPolicy.operations.getOffer, me, standingTo(order, askerOf(me)))
  const rules = await needs.rules(me.region)
  const [counted, people] = await Promise.all([
    needs.db.read<Wave>(
      systemScope(me.region),
      sql`select version, wave, reason, count(*)::int as people, min(at) as at from order_reach
      where region_id = ${me.region} and order_id = ${id}::uuid group by version, wave, reason order by version, reason`,
    ),
    needs.db.read<Person>(
      systemScope(me.region),
      sql`select r.person_id as "personId", p.name, r.reason, r.paired, r.held, r.quota
      from order_reach r join people p on p.region_id = r.region_id and p.id = r.person_id
      where r.region_id = ${me.region} and r.order_id = ${id}::uuid
        and r.version = (select max(n.version) from order_reach n where n.region_id = ${me.region} and n.order_id = ${id}::uuid)
      order by r.reason nulls first, r.person_id`,
    ),
  ])
  await needs.db.commit(systemScope(me.region), [
    auditStatement(me, {
      action: 'getOffer',
      subjectKind: 'order',
      subjectId: id,
      facts: { people: people.length },
    }),
  ])
  const levelOf = (wave: number): string =>
    rules.levelName(rules.waves[wave - 1]?.level ?? 'region')[language]
  const waves = [...Map.groupBy(counted, ({ version }) => version).values()].flatMap((rows) => {
    const [first] = rows
    if (!first) return []
    return [
      {
        version: first.version,
        wave: first.wave,
        level: levelOf(first.wave),
        at: first.at,
        asked: rows.find(({ reason }) => reason === null)?.people ?? 0,
        left: rows.flatMap(({ reason, people: n }) => (reason === null ? [] : [{ reason, people: n }])),
      },
    ]
  })
  const due = order.clocks.find(({ clock }) => clock === 'claim')?.dueAt
  const wave = order.offerWave ?? 0
  const isOffered = order.state === 'offered' && due !== undefined
  return {
    number: order.number,
    waves,
    people: people.map((one) => ({ ...one, name: maskName(one.name) ?? '' })),
    next: isOffered ? { at: due, level: wave < rules.waves.length ? levelOf(wave + 1) : null } : null,
  }
}
