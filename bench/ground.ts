import { parseArgs } from 'node:util'
import type pg from 'pg'
import type { Town } from '../apps/server/src/demo/large/madeTown.ts'
import { middle, openPlace, type Place } from './openPlace.ts'

// What the wall's counts of the ground cost in the background, part by part, at the largest place's size and at ten times
// that: `node bench/ground.ts`. Fails where ten times the rows take more than twice as long a row.

const MOST_TIMES = 2
/** A count faster than this is not judged: the clock and the other core weigh more. */
const TRIFLE_MILLISECONDS = 20
const { values } = parseArgs({
  options: { times: { type: 'string', default: '10' }, runs: { type: 'string', default: '5' } },
})
const [times, runs] = [Number(values.times), Number(values.runs)]
if (!times || !runs) throw new Error('whole numbers above nothing, please')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const PARTS = ['homes', 'pairs', 'visits', 'duties', 'care', 'reach'] as const
type Part = (typeof PARTS)[number]

/** Every home is looked after, half of them were visited, one in thirty has a plan of care; a roster a grid, a shop for 60 homes. */
const FILL = [
  `insert into pairings (region_id, id, plan_id, rule, path, taker_id, household_id, accepted, from_on)
    select 1, gen_random_uuid(), md5('plan')::uuid, 'hubHouseholds', path, md5(path)::uuid, id, true, current_date - 30 from households`,
  `insert into campaigns (region_id, id, kind, name, path, from_on, to_on, by_person, at)
    select 1, gen_random_uuid(), 'homeVisits', '敲门行动', '/', current_date - 3, current_date + 3, gen_random_uuid(), now()`,
  `insert into visit_records (region_id, id, visit_id, campaign_id, household_id, path, form_id, replaces, outcome, answers, order_ids, by_person, device_at, at)
    select 1, gen_random_uuid(), gen_random_uuid(), c.id, h.id, h.path, md5('form')::uuid, '{}', (array['met', 'notHome'])[1 + k % 2], '{}', '{}', md5(h.path)::uuid, now() - k * interval '1 hour', now()
    from campaigns c, households h, generate_series(0, 1) k where h.room ~ '[02468]$'`,
  `insert into care_plans (region_id, id, person_id, household_id, path, carer_id, from_on, until_on, way, words_version, agreed_by, agreed_at, last_seen_at, version, by_person, at)
    select 1, md5('care' || id)::uuid, md5('person' || id)::uuid, id, path, md5(path)::uuid, current_date - 9, current_date + 99, 'paper', 1, md5('person' || id)::uuid, now(), now(), 1, md5(path)::uuid, now()
    from (select id, path, row_number() over (order by id) as n from households) h where n % 30 = 0`,
  `insert into care_lines (region_id, plan_id, person_id, rhythm, due_at, next_at, step)
    select 1, id, person_id, 'dailyContact', now() + interval '1 day', now() + interval '1 day', 0 from care_plans`,
  `insert into care_contacts (region_id, id, plan_id, person_id, rhythm, outcome, order_ids, by_person, device_at, at)
    select 1, gen_random_uuid(), p.id, p.person_id, 'dailyContact', 'spoke', '{}', p.carer_id, now() - k * interval '1 day', now() from care_plans p, generate_series(1, 90) k`,
  `insert into rosters (region_id, id, purpose, title, path, from_on, to_on, shifts, rest_hours, week_hours, state, opened_at, accepted_at)
    select 1, md5('roster' || path)::uuid, 'duty', '值班', path, current_date - 30, current_date + 30, '[{"key":"day","from":"08:00","to":"16:00"}]', 11, 40, 'accepted', now(), now() from areas where level = 'grid'`,
  `insert into roster_posts (region_id, id, roster_id, name, place, tasks, needed)
    select 1, md5('post' || path)::uuid, md5('roster' || path)::uuid, '东门', '东门口', '登记', 2 from areas where level = 'grid'`,
  `insert into duties (region_id, id, roster_id, post_id, person_id, path, shift, starts_at, ends_at, accepted)
    select 1, gen_random_uuid(), md5('roster' || a.path)::uuid, md5('post' || a.path)::uuid, md5(a.path || k)::uuid, a.path, 'day', d, d + interval '8 hours', true
    from areas a, generate_series(1, 2) k, generate_series(current_date - 30, current_date + 30, interval '1 day') d where a.level = 'grid'`,
  `insert into merchants (region_id, id, slug, unit_id, name, path, address, longitude, latitude, services, step_free, hours, version, added_at)
    select 1, gen_random_uuid(), md5(path), gen_random_uuid(), '商户', path, '街上', longitude, latitude, (array['{pharmacy}', '{groceries}', '{pharmacy,groceries}'])[1 + n % 3]::text[], true,
      '{"week":{"monday":[],"tuesday":[],"wednesday":[],"thursday":[],"friday":[],"saturday":[],"sunday":[]},"holidays":[],"days":[]}', 1, now()
    from (select path, longitude, latitude, row_number() over (order by path) as n from area_positions) p where n % 3 = 0`,
]
const fill = async (behind: pg.Client, _town: Town): Promise<void> => {
  for (const statement of FILL) await behind.query(statement)
}

/** Milliseconds of one count of one part; the others are left alone. */
async function count({ house, behind }: Place, part: Part): Promise<number> {
  await behind.query(
    `update ground_counted set at = case when what = $1 then null else now() end, is_behind = false`,
    [part],
  )
  const begun = performance.now()
  await house.furniture.countGround(1)
  return performance.now() - begun
}
async function told({ behind }: Place, part: Part): Promise<[held: number, wanted: number]> {
  const { rows } = await behind.query<{ held: number; wanted: number }>(
    `select coalesce(sum(held), 0)::int as held, coalesce(sum(wanted), 0)::int as wanted from ground_counts where area = '/' and what = $1`,
    [part],
  )
  return [rows[0]?.held ?? 0, rows[0]?.wanted ?? 0]
}

const floor = await openPlace(1, { withPeople: false, fill })
const large = await openPlace(times, { withPeople: false, fill })
try {
  await floor.house.furniture.countGround(1, true)
  await large.house.furniture.countGround(1, true)
  say(`\n| 部分 part, p50 ms | 1 × | ${times} × | 每行 a row | 数到 counted |\n|---|---:|---:|---:|---|`)
  for (const part of PARTS) {
    const [small, big]: [number[], number[]] = [[], []]
    for (let run = 0; run < runs; run += 1) {
      small.push(await count(floor, part))
      big.push(await count(large, part))
    }
    const [a, b] = [middle(small), middle(big)]
    const [held, wanted] = await told(large, part)
    say(
      `| ${part} | ${a.toFixed(0)} | ${b.toFixed(0)} | ${(b / a / times).toFixed(2)} | ${held} / ${wanted} |`,
    )
    if (held + wanted === 0 || (b > TRIFLE_MILLISECONDS && b / a / times > MOST_TIMES)) process.exitCode = 1
  }
} finally {
  await large.close()
  await floor.close()
}
