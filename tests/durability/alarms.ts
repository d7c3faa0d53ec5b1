import { type Folk, GRID, REGION } from './folk.ts'
import type { Stand } from './stand.ts'

/** The carer, whoever may stand in, and the desk: each is told of a plan once. */
const TOLD = ['careCommunityTold', 'careContactMissing', 'careStandInNeeded']

/** Plans whose contact is missing for so long that all four steps of the alarm are due, one after another within a window. */
export async function plantMissed(stand: Stand, folk: Folk, count: number, window: number): Promise<void> {
  const [asker] = folk.residents
  const [carer] = folk.helpers
  if (!asker || !carer) throw new Error('nobody lives here')
  await stand.admin(
    `with made as (select gen_random_uuid() as plan, gen_random_uuid() as person, gen_random_uuid() as home, n from generate_series(1, $2::int) n),
      folk as (insert into people (region_id, id, name, path, created_at) select $1, person, '被关爱' || n, $3, now() from made),
      homes as (insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
        select $1, home, $3, n::text, '', decode(md5(home::text), 'hex'), now() from made),
      plans as (insert into care_plans (region_id, id, person_id, household_id, path, carer_id, from_on, until_on, way, words_version, agreed_by, agreed_at, last_seen_at, version, by_person, at)
        select $1, plan, person, home, $3, $4, current_date - 2, current_date + 100, 'paper', 1, person, now(), now(), 1, $5, now() from made),
      deputies as (insert into care_deputies (region_id, plan_id, person_id, cared_id) select $1, plan, $5, person from made)
      insert into care_lines (region_id, plan_id, person_id, rhythm, due_at, next_at, step)
      select $1, plan, person, 'dailyContact', now() - interval '4 hours', now() + make_interval(secs => 1 + $6 * n::float8 / $2), 0 from made`,
    [REGION, count, GRID, carer.personId, asker.personId, window],
  )
}

/** Lines whose order is not placed yet. */
export async function alarmsUnderWay(stand: Stand): Promise<number> {
  const [row] = await stand.admin<{ count: number }>(
    `select count(*)::int as count from care_lines l where l.region_id = $1
      and not exists (select from orders o where o.region_id = l.region_id and o.id = l.order_id)`,
    [REGION],
  )
  return row?.count ?? 0
}

/** News of alarms so far. */
export async function peopleTold(stand: Stand): Promise<number> {
  const [row] = await stand.admin<{ count: number }>(
    `select count(*)::int as count from notices where region_id = $1 and kind = any($2)`,
    [REGION, TOLD],
  )
  return row?.count ?? 0
}

type Raised = {
  /** How many steps the alarms took, each number once. */
  steps: number[]
  /** News by kind and person. */
  told: { kind: string; count: number }[]
  orders: number
  /** Orders that no line asked for. */
  strays: number
}

/** What the alarms left. */
export async function alarmsRaised(stand: Stand): Promise<Raised | undefined> {
  const [row] = await stand.admin<Raised>(
    `select array(select distinct count(*)::int from care_alarms where region_id = $1 group by plan_id, rhythm, due_at) as steps,
      (select jsonb_agg(jsonb_build_object('kind', kind, 'count', count) order by kind) from (
        select kind, count(*)::int as count from notices where region_id = $1 and kind = any($2) group by kind, person_id) n) as told,
      (select count(*)::int from orders where region_id = $1 and channel = 'care') as orders,
      (select count(*)::int from orders o where o.region_id = $1 and o.channel = 'care'
        and not exists (select from care_lines l where l.region_id = $1 and l.order_id = o.id)) as strays`,
    [REGION, TOLD],
  )
  return row
}
