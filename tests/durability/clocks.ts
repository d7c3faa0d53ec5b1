import { GRID, REGION } from './folk.ts'
import type { Stand } from './stand.ts'

/** The kinds of deadlines: one that is only told of, and an offer that is widened or, at its widest, told of. */
const SHAPES = [
  { state: 'submitted', clock: 'accept', wave: null, share: 0.7 },
  { state: 'offered', clock: 'claim', wave: 1, share: 0.2 },
  { state: 'offered', clock: 'claim', wave: 3, share: 0.1 },
] as const

/**
 * Orders that wait for one deadline each, spread evenly over a window of the database's own time.
 * @param seconds when the first is due from now on, and how long the window is
 */
export async function plantClocks(
  stand: Stand,
  count: number,
  seconds: { readonly first: number; readonly window: number },
): Promise<void> {
  for (const { state, clock, wave, share } of SHAPES) {
    const some = Math.ceil(count * share)
    await stand.admin(
      `with made as (select gen_random_uuid() as id, n, 'K' || $3 || coalesce($5::int, 0) || '-' || n as number,
          now() + make_interval(secs => $6 + $7 * n::float8 / $2) as due from generate_series(1, $2::int) n),
        placed as (insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, path, community,
            placed_at, placed_by, requester_id, offer_wave, offer_path, due_at, due_clock)
          select $1, id, number, 1, $3, 'help', 'hand', 'ordinary', 'volunteerElders', $4::text, '/s01/c01/', now(), gen_random_uuid(),
            gen_random_uuid(), $5::int, case when $5::int is null then null else $4::text end, due, $8 from made),
        texts as (insert into order_texts (region_id, order_id, title, detail) select $1, id, '时限', '到点提醒' from made),
        events as (insert into order_events (region_id, id, order_id, version, verb, to_state, actor_role, round, path, item, at)
          select $1, gen_random_uuid(), id, 1, 'placeOrder', 'submitted', 'system', 1, $4::text, 'volunteerElders', now() from made)
        insert into order_clocks (region_id, id, order_id, clock, round, wave, amount, unit, started_at, due_at)
        select $1, gen_random_uuid(), id, $8, 1, coalesce($5::int, 0), 1, 'minute', now(), due from made`,
      [REGION, some, state, GRID, wave, seconds.first, seconds.window, clock],
    )
  }
}

/** What became of the planted deadlines. Lags in seconds, smallest first. */
export type Fired = {
  readonly missed: number
  readonly twice: number
  readonly early: number
  readonly lags: number[]
}

/** Looks only at what the database wrote: its own time is the only one that counts. */
export async function firedClocks(stand: Stand): Promise<Fired> {
  const rows = await stand.admin<{ effects: number; lag: number | null }>(
    `select (select count(*)::int from outbox x where x.region_id = c.region_id and x.topic = 'orders.deadlinePassed.1'
          and x.payload ->> 'id' = c.order_id::text and x.payload -> 'facts' ->> 'clock' = c.clock)
        + (select count(*)::int from order_events e where e.region_id = c.region_id and e.order_id = c.order_id and e.verb = 'widenOffer') as effects,
      extract(epoch from least(
        (select min(x.at) from outbox x where x.region_id = c.region_id and x.topic = 'orders.deadlinePassed.1' and x.payload ->> 'id' = c.order_id::text),
        (select min(e.at) from order_events e where e.region_id = c.region_id and e.order_id = c.order_id and e.verb = 'widenOffer')) - c.due_at)::float8 as lag
      from order_clocks c join orders o on o.region_id = c.region_id and o.id = c.order_id
      where c.region_id = $1 and o.number like 'K%' and c.unit = 'minute' and c.amount = 1 and c.started_at <= o.placed_at`,
    [REGION],
  )
  const lags = rows.flatMap(({ lag }) => lag ?? [])
  return {
    missed: rows.filter(({ effects }) => effects === 0).length,
    twice: rows.filter(({ effects }) => effects > 1).length,
    early: lags.filter((lag) => lag < 0).length,
    lags: lags.sort((a, b) => a - b),
  }
}

/** How many planted deadlines wait yet. */
export async function waitingClocks(stand: Stand): Promise<number> {
  const [row] = await stand.admin<{ n: number }>(
    `select count(*)::int as n from order_clocks c join orders o on o.region_id = c.region_id and o.id = c.order_id
      where c.region_id = $1 and o.number like 'K%' and c.fired_at is null and c.stopped_at is null and c.due_at < now() + interval '10 minutes'`,
    [REGION],
  )
  return row?.n ?? 0
}
