import { setTimeout as sleep } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { alarmsRaised, alarmsUnderWay, peopleTold, plantMissed } from './alarms.ts'
import { firedClocks, plantClocks, waitingClocks } from './clocks.ts'
import { type Folk, give, putOnShelf, REGION, settle } from './folk.ts'
import { diceOf, isLong, percentile, say, seed, sized, until } from './form.ts'
import { Journal } from './journal.ts'
import { must } from './lives.ts'
import { openStand, type Stand } from './stand.ts'

// Deadlines over two servers whose own clocks are an hour fast and an hour slow: only the database's clock counts.

const HOUR = 3_600_000
const CLOCKS = sized(150, 10_000)
const WINDOW = sized(4, 75)
const KILLS = sized(1, 4)
const ALARMS = sized(30, 2000)

let stand: Stand
let folk: Folk

beforeAll(async () => {
  stand = await openStand([HOUR, -HOUR])
  stand.second.start()
  folk = await settle(stand.db, { residents: 1, helpers: 1 })
  await stand.second.ready()
}, 300_000)
afterAll(() => stand?.close(), 150_000)

it(
  'fires each deadline once and none early, though clocks are wrong and servers are killed',
  async () => {
    say(`deadlines: seed ${seed}`)
    const dice = diceOf('deadlines')
    await plantClocks(stand, CLOCKS, { first: 2, window: WINDOW })
    const planted = await waitingClocks(stand)
    for (let kill = 0; kill < KILLS; kill += 1) {
      await sleep((dice.between(0.3, 0.7) * (WINDOW * 1000)) / KILLS)
      const killed = kill % 2 === 0 ? stand.second : stand.first
      await killed.kill()
      killed.start()
      await killed.ready()
      if (isLong) say(`deadlines: ${planted - (await waitingClocks(stand))} of ${planted} fired`)
    }
    await until('the last deadline', async () => (await waitingClocks(stand)) === 0, 240_000, 250)
    const { missed, twice, early, lags } = await firedClocks(stand)
    const [p50, p99, most] = [0.5, 0.99, 1].map((share) => percentile(lags, share).toFixed(2))
    say(
      `deadlines: ${lags.length} fired, ${KILLS} kills; missed ${missed}, twice ${twice}, early ${early}; late by ${p50} s at the median, ${p99} s p99, ${most} s at most`,
    )
    expect({ missed, twice, early, fired: lags.length }).toEqual({
      missed: 0,
      twice: 0,
      early: 0,
      fired: planted,
    })
  },
  sized(300_000, 900_000),
)

it('holds a redemption for as long as the rule says by the database’s clock', async () => {
  const [resident] = folk.residents
  if (!resident) throw new Error('nobody lives here')
  await give(stand.db, resident.personId, 100)
  const reward = await putOnShelf(stand.db, folk, null)
  for (const { url } of [stand.first, stand.second]) {
    const body = { id: crypto.randomUUID(), rewardId: reward, quantity: 1, points: 10 }
    const journal = new Journal([url])
    const { answer } = await must(journal, 'redeemPoints', '/points/redemptions', body, resident)
    const [row] = await stand.db.read<{ kept: string; minutes: number; reminded: number }>(
      systemScope(REGION),
      sql`select collect_before as kept, extract(epoch from collect_before - held_at)::int / 60 as minutes,
        extract(epoch from collect_before - remind_at)::int / 60 as reminded from redemptions where region_id = ${REGION} and id = ${body.id}::uuid`,
    )
    expect([answer.collectBefore, row?.minutes, row?.reminded]).toEqual([row?.kept, 24 * 60, 2 * 60])
    const again = await journal.send({
      operation: 'redeemPoints',
      path: '/points/redemptions',
      body,
      token: resident.token,
      key: journal.entries[0]?.key ?? '',
    })
    expect(again.answer).toEqual(answer)
  }
})

it(
  'raises the alarm of a missed contact step by step, tells each once and places one order, though both servers are killed under it',
  async () => {
    await plantMissed(stand, folk, ALARMS, WINDOW)
    for (const killed of [stand.second, stand.first]) {
      await sleep(WINDOW * 500)
      await killed.kill()
      killed.start()
      await killed.ready()
    }
    await until('the last alarm', async () => (await alarmsUnderWay(stand)) === 0, 120_000, 250)
    await until('the last to be told', async () => (await peopleTold(stand)) >= 3 * ALARMS, 120_000, 250)
    const raised = await alarmsRaised(stand)
    say(`alarms: ${ALARMS} missed contacts, 2 kills; ${JSON.stringify(raised)}`)
    expect(raised).toEqual({
      steps: [4],
      told: ['careCommunityTold', 'careContactMissing', 'careStandInNeeded'].map((kind) => ({
        kind,
        count: ALARMS,
      })),
      orders: ALARMS,
      strays: 0,
    })
  },
  sized(300_000, 900_000),
)
