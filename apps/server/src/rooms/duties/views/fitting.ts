import type { FittingList, PlaceQuery } from '@linli/contract/duties/shapes'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { type Actor, scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { maskName, maskPhone } from '../../../kernel/policy/mask.ts'
import { placeAt } from '../actions/fillPlace.ts'
import type { DutiesNeeds } from '../needs.ts'
import { IN_FORCE, placeRow, whyUnfit } from '../store/fitness.ts'

/** So many are listed; who has the least so far comes first. */
const MOST_LISTED = 500

/**
 * Who of a roster may be put on an empty place, names and numbers masked, with what they have on it so far, so that work
 * is shared out. @throws notFound, forbidden, noSuchPlace
 */
export async function listFitting(
  needs: DutiesNeeds,
  me: Actor,
  rosterId: string,
  query: Static<typeof PlaceQuery>,
): Promise<Static<typeof FittingList>> {
  const place = await placeAt(needs, { me, scope: scopeOf(me) }, rosterId, query, 'listFitting')
  const { region } = me
  // Asked by the system, as the command does: that somebody serves elsewhere is a reason, where they do is not shown.
  const rows = await needs.db.read<
    Row & { personId: string; name: string; tail: string | null; minutes: number }
  >(
    systemScope(region),
    sql`select f.person as "personId", f.name, f.tail, f.minutes from ${placeRow(region, place)} cross join lateral (
      select m.person_id as person, o.name, o.phone_tail as tail,
        (select coalesce(extract(epoch from sum(had.ends_at - had.starts_at)) / 60, 0)::int from duties had where had.region_id = m.region_id
          and had.person_id = m.person_id and had.accepted and had.roster_id = m.roster_id) as minutes
      from roster_members m
        cross join lateral (select p.name, p.phone_tail from people p
          where p.region_id = m.region_id and p.id = m.person_id and p.erased_at is null limit 1) o
      where m.region_id = d.region_id and m.roster_id = d.roster_id and m.answer = 'yes') f
    where ${whyUnfit(IN_FORCE)} is null order by f.minutes, f.name, f.person limit ${MOST_LISTED}`,
  )
  return {
    items: rows.map(({ personId, name, tail, minutes }) => ({
      personId,
      name: maskName(name) ?? '',
      phone: maskPhone(tail),
      minutes,
    })),
  }
}
