import type { MyReporting } from '@linli/contract/partners/shapes'
import sql from 'sql-template-tag'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { areaNames } from '../../places/index.ts'
import type { PartnerNeeds } from '../needs.ts'
import { measured } from '../rules/measured.ts'
import { servedBy } from '../store/documents.ts'
import { checkInRows } from './checkIns.ts'
import { myCards } from './documents.ts'

/** One's own reporting, with this year's facts as the house knows them. */
export async function myReporting(needs: PartnerNeeds, me: Actor): Promise<MyReporting> {
  const { db } = needs
  const { region, personId } = me
  const year = new Date(Date.now() + db.shift() + 8 * 3600_000).toISOString().slice(0, 4)
  const span = { fromOn: `${year}-01-01`, toOn: `${year}-12-31` }
  const [[home], [checkIn], cards, facts, terms, units] = await Promise.all([
    db.read<Row & { path: string }>(
      scopeOf(me),
      sql`select a.path from people p join unnest(area_prefixes(p.path)) way on true
        join areas a on a.region_id = p.region_id and a.path = way and a.level = 'community' and a.closed_at is null
        where p.region_id = ${region} and p.id = ${personId}::uuid and p.path is not null`,
    ),
    checkInRows(needs, scopeOf(me), sql`c.person_id = ${personId}::uuid and c.kind = 'member'`, 1),
    myCards(db, me),
    servedBy(db, region, personId, span),
    needs.terms(region),
    needs.units(region),
  ])
  const name = home && (await areaNames(db, scopeOf(me), [home.path])).get(home.path)
  const communities = checkIn?.state === 'accepted' ? 1 : 0
  const counts = { communities, orders: facts.orders, duties: facts.duties }
  return {
    home: home ? { path: home.path, name: name ?? '' } : null,
    units: units.map(({ id, name }) => ({ id, name })),
    skills: terms.skills.map(({ key, name }) => ({ key, name })),
    menu: terms.checkInChoices.map(({ key, name, kind }) => ({ key, name, kind })),
    checkIn: checkIn ?? null,
    cards,
    year: { ...span, facts },
    lists: measured(terms.conduct, ['member', 'everybody'], counts),
  }
}
