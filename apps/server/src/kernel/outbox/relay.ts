import type pg from 'pg'
import sql from 'sql-template-tag'
import { ownerTransaction } from '../db/ownerPool.ts'
import { listenJob } from '../jobs/worker.ts'
import type { LiveEvent } from '../live/hub.ts'
import { type Fold, type Listeners, listensTo, type OutboxEvent } from './listeners.ts'

export const LIVE_CHANNEL = 'linli_live'
const BATCH = 200
/** A pause between rounds under load: a batch then holds many events, and each costs less. Nobody who waits for the end is kept by it. */
const BREATH_MILLISECONDS = 100
/** So many events a listener hears in one job: few enough that several workers share a batch. */
const TOGETHER = 20
const NOTIFY_BYTES = 7500 // PostgreSQL's limit is 8,000
const NAMES = 50 // people, units and teams of one live event: three times 50 ids and their commas are 5,850 bytes

export type Relay = { nudge(): void; idle(): Promise<void>; stop(): Promise<void> }
type Taken = Omit<OutboxEvent, 'region'> & { seq: number }
type Named = { name: string; listeners: Listeners; fold?: Fold | undefined }

/**
 * Reads the outbox in batches and, in one transaction per batch, marks the rows, lets the rooms count them, adds the jobs
 * in which the listeners hear of them, and sends the live notification. Any number of instances may run: rows are taken with SKIP LOCKED.
 * @param pool the owner's pool: graphile-worker's tables admit only their owner
 */
export function startRelay(
  pool: pg.Pool,
  rooms: readonly Named[],
  options: {
    everyMilliseconds?: number
    onError: (error: Error) => void
    after?: (region: number) => Promise<void>
  },
): Relay {
  let stopped = false
  let wanted = false
  let running: Promise<void> | undefined
  /** How many wait for an empty outbox, and what ends a pause for them. */
  let hurried = 0
  let wake = (): void => undefined

  const breath = (): Promise<void> =>
    new Promise((resolve) => {
      const pause = setTimeout(resolve, BREATH_MILLISECONDS)
      wake = () => {
        clearTimeout(pause)
        resolve()
      }
    })
  const round = async (): Promise<void> => {
    const { rows: regions } = await pool.query('select id from regions')
    for (const { id } of regions) {
      while (!stopped && (await relayBatch(pool, id, rooms)) === BATCH);
      await options.after?.(id)
    }
  }
  const run = (): void => {
    if (stopped) return
    wanted = true
    running ??= (async () => {
      while (wanted && !stopped) {
        wanted = false
        await round().catch(options.onError)
        if (wanted && hurried === 0) await breath()
      }
    })().finally(() => {
      running = undefined
      if (wanted) run()
    })
  }
  const timer = setInterval(run, options.everyMilliseconds ?? 500)
  return {
    nudge: run,
    idle: async () => {
      hurried += 1
      wake()
      run()
      while (running) await running
      hurried -= 1
    },
    stop: async () => {
      clearInterval(timer)
      stopped = true
      wake()
      await running
    },
  }
}

function relayBatch(pool: pg.Pool, region: number, rooms: readonly Named[]): Promise<number> {
  return ownerTransaction(pool, region, async (tx) => {
    // As an array, since a joined select may be run, and take its locks, once for every row it is joined to.
    const rows = await tx.query<Taken>(sql`
      update outbox set relayed_at = now() where region_id = ${region} and id = any(array(
        select id from outbox where region_id = ${region} and relayed_at is null order by seq limit ${BATCH} for update skip locked))
      returning id, topic, payload, at, seq`)
    const events: OutboxEvent[] = rows
      .sort((a, b) => Number(a.seq) - Number(b.seq))
      .map(({ id, topic, payload, at }) => ({ id, region, topic, payload, at }))
    for (const { fold } of rooms) await fold?.(tx, region, events)
    const jobs = jobsOf(events, rooms)
    if (jobs.length > 0)
      await tx.query(sql`
        select graphile_worker.add_jobs(array(select json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(jobs)}::json)))`)
    for (const message of messagesOf(events))
      await tx.query(sql`select pg_notify(${LIVE_CHANNEL}, ${message})`)
    return rows.length
  })
}

/** One job for some events of a batch and a listener that takes them. */
function jobsOf(events: readonly OutboxEvent[], rooms: readonly Named[]): object[] {
  return rooms.flatMap(({ name, listeners }) =>
    Object.entries(listeners).flatMap(([pattern, { concerns }]) => {
      const news = events.filter(
        (event) => listensTo(pattern, event.topic) && (concerns === undefined || concerns(event)),
      )
      return Array.from({ length: Math.ceil(news.length / TOGETHER) }, (_, part) =>
        listenJob({ room: name, pattern, events: news.slice(part * TOGETHER, (part + 1) * TOGETHER) }),
      )
    }),
  )
}

/** The live events of a batch, packed into as few notifications as fit. */
function messagesOf(events: readonly OutboxEvent[]): string[] {
  const messages: string[] = []
  let pack: LiveEvent[] = []
  for (const event of events.flatMap(liveOf)) {
    const next = [...pack, event]
    if (Buffer.byteLength(JSON.stringify(next)) > NOTIFY_BYTES && pack.length > 0) {
      messages.push(JSON.stringify(pack))
      pack = [event]
    } else pack = next
  }
  if (pack.length > 0) messages.push(JSON.stringify(pack))
  return messages
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []

/** What the pages are told of an event; one that concerns very many is told in several parts. */
function liveOf({ region, topic, payload }: OutboxEvent): LiveEvent[] {
  const id = typeof payload.id === 'string' ? payload.id : ''
  // A restricted matter is for those of the whole region alone.
  const place = payload.restricted === true ? '/' : payload.path
  const path = typeof place === 'string' ? place : null
  const about = strings(payload.about)
  const names = [payload.people, payload.units, payload.teams].map(strings)
  const parts = Math.max(1, ...names.map((list) => Math.ceil(list.length / NAMES)))
  return Array.from({ length: parts }, (_, part) => {
    const [people = [], units = [], teams = []] = names.map((list) =>
      list.slice(part * NAMES, (part + 1) * NAMES),
    )
    return {
      region,
      topic,
      id,
      path: part === 0 ? path : null,
      people,
      units,
      teams,
      ...(about.length > 0 ? { about } : {}),
    }
  })
}
