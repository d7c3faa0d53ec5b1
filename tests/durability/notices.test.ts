import { setTimeout as sleep } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { type Database, openDatabase } from '../../apps/server/src/kernel/db/database.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { OutboxEvent } from '../../apps/server/src/kernel/outbox/listeners.ts'
import { deliverDue } from '../../apps/server/src/rooms/notices/actions/deliverDue.ts'
import type { Channel, OutgoingNotice } from '../../apps/server/src/rooms/notices/channels.ts'
import { listenersOf } from '../../apps/server/src/rooms/notices/listeners.ts'
import { type TestDatabase, testDatabase } from '../kit/database.ts'
import { type Dice, diceOf, isLong, percentile, say, seed, sized } from './form.ts'

// Notices over channels that fail three times in ten, one of which takes a notice over and then fails to say so, by two
// workers whose connections are cut: none missing, none shown twice to whom the dedupe key tells that it is the same.

const EVENTS = sized(60, 2500)
const PEOPLE = 4
const AT_ONCE = 40

let kit: TestDatabase
/** Two workers, as two servers have them. */
let workers: Database[]

beforeAll(async () => {
  kit = await testDatabase()
  workers = [1, 2].map(() => openDatabase({ url: kit.appUrl, poolSize: 4, onError: () => undefined }))
})
afterAll(async () => {
  for (const db of workers) await db.close()
  await kit.close()
})

/** What a person is told, whatever key it came under. */
const told = (about: unknown, person: string): string => `${about} ${person}`

/** People's phones: each shows what it has not shown under that key. */
class Phones {
  readonly shown = new Map<string, number>()
  arrivals = 0

  take({ dedupeKey, orderId, personId }: OutgoingNotice, seen: Set<string>): void {
    this.arrivals += 1
    if (seen.has(dedupeKey)) return
    seen.add(dedupeKey)
    const what = told(orderId, personId)
    this.shown.set(what, (this.shown.get(what) ?? 0) + 1)
  }
}

/** Fails before or, where it hides what it did, after it has taken a notice over. */
function flaky(name: string, dice: Dice, phones: Phones, hides: boolean): Channel {
  const seen = new Set<string>()
  return {
    name,
    deliver: async (notice) => {
      await sleep(dice.below(3))
      const fails = dice() < 0.3
      if (fails && !(hides && dice() < 0.5)) throw new Error('the provider is busy')
      phones.take(notice, seen)
      if (fails) throw new Error('the answer was lost')
    },
  }
}

function eventOf(people: readonly string[]): OutboxEvent {
  const id = newId()
  const payload = { id, number: '261121-00001-5', actor: newId(), people, assignee: {} }
  return { id: newId(), region: 1, topic: 'orders.orderClosed.1', payload, at: new Date().toISOString() }
}

/** Cuts whatever connections the workers have, as a killed server or database does. */
async function cut(): Promise<void> {
  const admin = openDatabase({ url: kit.adminUrl, poolSize: 1 })
  await admin.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'linli_app' and pid <> pg_backend_pid()`,
  )
  await admin.close()
}

it(
  'misses no notice and shows none twice over channels that fail, by workers that are cut off',
  async () => {
    say(`notices: seed ${seed}`)
    const dice = diceOf('notices')
    const phones = [new Phones(), new Phones()]
    const channels = phones.map((phone, at) => flaky(`flaky${at}`, diceOf(`channel ${at}`), phone, at === 1))
    const needs = { channels, membersOf: async () => [], helpersAsked: async () => [] }
    const hearing = workers.map((db) => listenersOf({ ...needs, db })['orders.*'])
    const events = Array.from({ length: EVENTS }, () =>
      eventOf(Array.from({ length: PEOPLE }, () => newId())),
    )

    /** A job is tried again until it is through, and sometimes after that: it is heard at least once. */
    const hear = async (some: readonly OutboxEvent[]): Promise<void> => {
      for (let times = dice() < 0.2 ? 2 : 1, tries = 0; times > 0; tries += 1) {
        try {
          await hearing[dice.below(2)]?.hear(some)
          times -= 1
        } catch (error) {
          if (tries > 50) throw error
        }
      }
    }
    /** So is a round: the last cut may have left a dead connection in the pool. */
    const deliver = async (db: Database): Promise<void> => {
      for (let tries = 0; ; tries += 1)
        try {
          await deliverDue({ db, channels }, 1)
          return
        } catch (error) {
          if (tries > 50) throw error
        }
    }
    for (let from = 0; from < events.length; from += AT_ONCE) {
      const some = events.slice(from, from + AT_ONCE)
      const cutting = dice() < 0.5 ? sleep(dice.below(60)).then(cut) : Promise.resolve()
      await Promise.all([hear(some.slice(0, AT_ONCE / 2)), hear(some.slice(AT_ONCE / 2)), cutting])
      if (isLong && from % 1000 === 0) say(`notices: ${from} of ${events.length} events`)
    }
    // A failed one waits; each round comes an hour later by the clock of the commands.
    for (let round = 1; round <= 11; round += 1) {
      for (const db of workers) db.setShift(round * 3_600_000)
      await Promise.all(workers.map(deliver))
    }

    const wanted = events
      .flatMap(({ payload }) => (payload.people as string[]).map((person) => told(payload.id, person)))
      .sort()
    for (const [at, { shown, arrivals }] of phones.entries()) {
      const missing = wanted.filter((key) => !shown.has(key)).length
      const twice = [...shown.values()].filter((times) => times > 1).length
      say(
        `notices: channel ${at} showed ${shown.size} of ${wanted.length}; ${arrivals - shown.size} came again with the same key; missing ${missing}, shown twice ${twice}`,
      )
      expect([...shown.keys()].sort()).toEqual(wanted)
      expect(twice).toBe(0)
    }
    const [left] = await kit.db.read<{ notices: number; waiting: number; tries: number[] }>(
      systemScope(1),
      sql`select (select count(*)::int from notices) as notices, count(*) filter (where delivered_at is null)::int as waiting,
      array_agg(tries) filter (where channel <> 'inApp') as tries from deliveries`,
    )
    say(`notices: ${percentile(left?.tries ?? [], 0.99)} tries at p99`)
    expect(left).toMatchObject({ notices: wanted.length, waiting: 0 })
  },
  sized(60_000, 900_000),
)
