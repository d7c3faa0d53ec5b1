import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { TestHouse } from './house.ts'
import type { Ground as Whole } from './houseGround.ts'

// Rosters and duties, planted behind the house's back.

type Db = { readonly admin: Pick<TestHouse['admin'], 'query'> }
type Ground = Pick<Whole, 'region' | 'path'>
type State = 'open' | 'proposed' | 'accepted'

/** A roster of tomorrow with one gate and three shifts. @returns the roster and its gate */
export async function plantRoster(
  { admin }: Db,
  ground: Ground,
  state: State = 'open',
): Promise<{ id: string; postId: string }> {
  const [id, postId] = [newId(), newId()]
  await admin.query(
    `insert into rosters (region_id, id, purpose, title, path, from_on, to_on, shifts, rest_hours, week_hours, state, opened_at, accepted_at)
     values ($1, $2, 'crisis', '卡口值守', $3, (now() at time zone 'Asia/Shanghai')::date + 1, (now() at time zone 'Asia/Shanghai')::date + 1,
       '[{"key":"day","name":"白班","start":"08:00","minutes":480},{"key":"evening","name":"中班","start":"16:00","minutes":480}]',
       11, 40, $4, now(), case when $4 = 'accepted' then now() end)`,
    [ground.region, id, ground.path, state],
  )
  await admin.query(
    `insert into roster_posts (region_id, id, roster_id, name, place, tasks, needed) values ($1, $2, $3, '南门', '南门岗亭', '登记出入', 1)`,
    [ground.region, postId, id],
  )
  return { id, postId }
}

/** Somebody of a roster, with their answer. */
export async function plantMember(
  { admin }: Db,
  ground: Ground,
  rosterId: string,
  personId: string,
  answer: 'asked' | 'yes' = 'yes',
): Promise<void> {
  await admin.query(
    `insert into roster_members (region_id, roster_id, person_id, path, answer, asked_at, answered_at)
     values ($1, $2, $3, $4, $5, now(), case when $5 = 'yes' then now() end)`,
    [ground.region, rosterId, personId, ground.path, answer],
  )
}

let planted = 0
/** A duty of a person who said yes. @param hours when it begins, from now */
export async function plantDuty(
  db: Db,
  ground: Ground,
  personId: string,
  { state = 'accepted', hours = 24, minutes = 480 }: { state?: State; hours?: number; minutes?: number } = {},
): Promise<{ id: string; rosterId: string; postId: string }> {
  const roster = await plantRoster(db, ground, state)
  await plantMember(db, ground, roster.id, personId)
  const id = newId()
  // Short ones lie behind one another: nobody is in two places at once.
  const after = minutes < 10 ? (planted++ % 25) * minutes : 0
  await db.admin.query(
    `delete from duties where region_id = $1 and person_id = $2 and tstzrange(starts_at, ends_at)
       && tstzrange(now() + make_interval(hours => $3::int, mins => $4::int), now() + make_interval(hours => $3::int, mins => $4::int + $5::int))`,
    [ground.region, personId, hours, after, minutes],
  )
  await db.admin.query(
    `insert into duties (region_id, id, roster_id, post_id, person_id, path, shift, starts_at, ends_at, accepted)
     values ($1, $2, $3, $4, $5, $6, 'day', now() + make_interval(hours => $7::int, mins => $9::int),
       now() + make_interval(hours => $7::int, mins => $9::int + $10::int), $8)`,
    [
      ground.region,
      id,
      roster.id,
      roster.postId,
      personId,
      ground.path,
      hours,
      state === 'accepted',
      after,
      minutes,
    ],
  )
  return { id, rosterId: roster.id, postId: roster.postId }
}

/** A swap of a duty that waits, or that somebody has agreed to. */
export async function plantSwap(
  { admin }: Db,
  ground: Ground,
  duty: { id: string },
  fromPerson: string,
  toPerson: string | null = null,
): Promise<string> {
  const id = newId()
  await admin.query(
    `insert into duty_swaps (region_id, id, duty_id, path, from_person, to_person, state, asked_at, agreed_at)
     values ($1, $2, $3, $4, $5, $6, case when $6::uuid is null then 'asked' else 'agreed' end, now(), case when $6::uuid is not null then now() end)`,
    [ground.region, id, duty.id, ground.path, fromPerson, toPerson],
  )
  return id
}
