import type { CompanionRow } from '@linli/contract/visits/shapes'
import sql from 'sql-template-tag'
import type { Actor } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { fullName } from '../../places/index.ts'

/**
 * The visits that ask for this person's word, the oldest first. Under the system's own hand: whoever came along may work
 * elsewhere, and is told of the door where they stood and of no answer.
 */
export const companionVisits = (db: Database, { region, personId }: Actor): Promise<CompanionRow[]> =>
  db.read<CompanionRow>(
    { region, system: true },
    sql`select c.visit_id as visit, a.name as campaign, n.name as "namedBy",
      to_char(r.device_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      concat_ws(' ', ${fullName('r.region_id', 'r.path')}, h.room, u.name ->> 'zh') as door
    from visit_companions c
      cross join lateral (select r.* from visit_records r where r.region_id = c.region_id and r.visit_id = c.visit_id order by r.device_at limit 1) r
      join campaigns a on a.region_id = r.region_id and a.id = r.campaign_id
      join people n on n.region_id = c.region_id and n.id = c.named_by
      left join households h on h.region_id = r.region_id and h.id = r.household_id
      left join units u on u.region_id = r.region_id and u.id = r.unit_id
    where c.region_id = ${region} and c.person_id = ${personId}::uuid and c.answered_at is null
    order by c.at, c.id limit 100`,
  )
