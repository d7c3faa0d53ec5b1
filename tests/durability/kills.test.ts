import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultsAfter } from './afterwards.ts'
import { type Folk, give, putOnShelf, settle } from './folk.ts'
import { diceOf, isLong, percentile, say, seed, sized } from './form.ts'
import { isTaken, Journal } from './journal.ts'
import { type Kind, killOnce, type Outage, tellOutages, workUntilOver } from './kills.ts'
import { liveOrder, liveRedemption } from './lives.ts'
import { openStand, type Stand } from './stand.ts'

// kill -9 of the server, of the database and of both, at any moment, under load through the public API: whatever was
// acknowledged is there once. `npm run verify -- --only kills` is the long form.

const KILLS: readonly Kind[] = ['app', 'database', 'both']
const EACH = sized(1, 20)
const WORKERS = 6
/** Acknowledgements that the long form asks for. */
const ENOUGH = 2400

let stand: Stand
let folk: Folk
let reward: string

beforeAll(async () => {
  stand = await openStand()
  folk = await settle(stand.db, { residents: 6, helpers: 12 })
  for (const { personId } of folk.residents) await give(stand.db, personId, 1_000_000)
  reward = await putOnShelf(stand.db, folk, null)
}, 300_000)
afterAll(() => stand?.close(), 150_000)

it(
  'keeps every acknowledged command once, whatever is killed at whatever moment',
  async () => {
    say(`kills: seed ${seed} (SEED=${seed} repeats the moments)`)
    const journal = new Journal([stand.first.url])
    const dice = diceOf('kills')
    const order = Array.from({ length: EACH }, () => KILLS)
      .flat()
      .map((kind) => ({ kind, at: dice() }))
      .toSorted((a, b) => a.at - b.at)
    const working = workUntilOver(journal, WORKERS, async (worker) => {
      const own = diceOf(`kills ${worker} ${journal.entries.length}`)
      await (own() < 0.4 ? liveRedemption(journal, folk, reward, own) : liveOrder(journal, folk, own))
    })
    const outages: Outage[] = []
    const killing = (async () => {
      for (const { kind } of order) {
        outages.push(await killOnce(stand, journal, kind, dice))
        const last = outages.at(-1)
        if (isLong && last)
          say(
            `kill ${outages.length} of ${order.length}: ${last.what}, ready again after ${Math.round(last.ready)} ms, acknowledging after ${Math.round(last.acknowledging)} ms; ${journal.entries.length} acknowledgements`,
          )
      }
      while (isLong && journal.entries.length < ENOUGH && !journal.isOver)
        await new Promise((resolve) => setTimeout(resolve, 200))
    })().finally(() => {
      journal.isOver = true
    })
    const [finished] = await Promise.all([working, killing])
    tellOutages(outages)
    const acknowledged = journal.entries.filter(isTaken)
    const again = journal.entries.filter(({ failures }) => failures > 0)
    say(
      `kills: ${outages.length}; ${acknowledged.length} acknowledged commands of ${finished} lives, ${again.length} of them sent again with their key; answered in ${Math.round(
        percentile(
          journal.entries.map((e) => e.answeredAt - e.sentAt),
          0.5,
        ),
      )} ms at the median`,
    )
    expect(await faultsAfter(stand, journal, folk)).toEqual([])
    expect(outages.length).toBe(3 * EACH)
    expect(again.length, 'a kill that nobody noticed proves nothing').toBeGreaterThan(0)
    if (isLong) expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH)
  },
  sized(300_000, 1_800_000),
)
