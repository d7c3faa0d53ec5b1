import type { ActivityCard, Seats } from '@linli/contract/activities/shapes'
import sql, { type Sql } from 'sql-template-tag'
import type { Row } from '../../../kernel/db/database.ts'
import { fullName } from '../../places/index.ts'

/** What stands on a card of an activity `a`. */
export const CARD: Sql = sql`a.slug, a.kind, a.theme, a.title, ${fullName('a.region_id', 'a.path')} as area, a.place, a.starts_at as "startsAt", a.ends_at as "endsAt",
  a.state, a.sign_up as "signUp", coalesce((select json_agg(json_build_object('part', s.part, 'seats', s.seats, 'taken', s.taken, 'waiting', s.waiting) order by s.part)
    from activity_seats s where s.region_id = a.region_id and s.activity_id = a.id and s.seats is distinct from 0), '[]') as seats`
export type CardRow = Row & ActivityCard & { seats: Seats[] }

/** What more its page says. */
export const TOLD: Sql = sql`a.id, a.words, u.name as organiser, a.for_whom as "forWhom", a.bring, a.phone, a.call_off_reason as "callOffReason", a.heads, a.summary`
export const ORGANISER: Sql = sql`left join units u on u.region_id = a.region_id and u.id = a.unit_id`
