import sql, { type Sql } from 'sql-template-tag'

// Seats that never go out twice: of all who ask at once as many have one as there are, and the rest wait by turns or are
// refused. It is one conditional UPDATE of a row (alias `s`) with seats, taken, waiting and drawn; CHECKs say the same.

/** What one more who asks changes: a seat while there is one, else a turn on the waiting list. Seats without a number do not run out. */
export const oneMore: Sql = sql`taken = s.taken + (s.seats is null or s.taken < s.seats)::int,
  waiting = s.waiting + coalesce(s.taken >= s.seats, false)::int, drawn = s.drawn + 1`

/** Whether one more may ask: a seat is free, or the person wants to wait. */
export const isFree = (wait: boolean): Sql => sql`(s.seats is null or s.taken < s.seats or ${wait}::boolean)`

/** When somebody is reminded of what begins then: a day before, or two hours where that is over. */
export const remindAt = (startsAt: Sql): Sql => sql`case when ${startsAt} - interval '1 day' > app_now()
  then ${startsAt} - interval '1 day' else ${startsAt} - interval '2 hours' end`
