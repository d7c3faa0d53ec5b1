import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'

/** Somebody who lives in the same household; `guardianId` speaks for a child under fourteen. */
export type Companion = Row & {
  personId: string
  name: string
  isChild: boolean
  guardianId: string | null
}

const TODAY = sql`(app_now() at time zone 'Asia/Shanghai')::date`

/**
 * The members of the household somebody lives in now, without that person. Read by the system's hand, since one's own
 * household may lie outside one's grants. For a child nobody: a guardian acts for it.
 */
export const companionsOf = (db: Database, region: number, personId: string): Promise<Companion[]> =>
  db.read<Companion>(
    systemScope(region),
    sql`select p.id as "personId", p.name, c.minor_until is not null as "isChild", c.guardian_id as "guardianId"
      from household_members m
        join household_members o on o.region_id = m.region_id and o.household_id = m.household_id and o.to_at is null and o.person_id <> m.person_id
        join people p on p.region_id = o.region_id and p.id = o.person_id and p.erased_at is null
        left join card_members c on c.region_id = o.region_id and c.household_id = o.household_id and c.person_id = o.person_id and c.minor_until > ${TODAY}
      where m.region_id = ${region} and m.person_id = ${personId}::uuid and m.to_at is null
        and not exists (select from card_members k where k.region_id = m.region_id and k.household_id = m.household_id and k.person_id = m.person_id and k.minor_until > ${TODAY})
      order by p.name, p.id`,
  )
