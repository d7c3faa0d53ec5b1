import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultsAfter } from './afterwards.ts'
import { type Folk, give, type Person, putOnShelf, settle } from './folk.ts'
import { type Dice, diceOf, isLong, say, seed, sized } from './form.ts'
import { Historian } from './historian.ts'
import { Journal } from './journal.ts'
import { killBeside, workUntilOver } from './kills.ts'
import { anomaliesOf } from './listAppend.ts'
import { oneOf } from './lives.ts'
import { openStand, type Stand } from './stand.ts'

// What clients of two servers did and saw of orders and purses, while servers are killed: no serial order is violated.

const TRANSACTIONS = sized(400, 8000)
const WORKERS = sized(6, 12)
const KILLS = sized(1, 8)
/** An order takes so many notes before another takes its place, and a purse so many redemptions: reads see all of it. */
const NOTES = 60
const REDEMPTIONS = 45

let stand: Stand
let folk: Folk
let reward: string

beforeAll(async () => {
  stand = await openStand()
  stand.second.start()
  folk = await settle(stand.db, { residents: sized(8, 80), helpers: 1 })
  for (const { personId } of folk.residents) await give(stand.db, personId, 1_000_000)
  reward = await putOnShelf(stand.db, folk, null)
  await stand.second.ready()
}, 300_000)
afterAll(() => stand?.close(), 150_000)

it(
  'shows orders and purses as if one thing had happened after the other',
  async () => {
    say(`histories: seed ${seed}`)
    const journal = new Journal([stand.first.url, stand.second.url])
    const historian = new Historian(journal)
    const owner = folk.residents[0] ?? folk.desk
    const orders = [await historian.placeOrder(owner), await historian.placeOrder(owner)]
    const spent = new Map<Person, number>()
    const waiting: { id: string; by: Person }[] = []

    const onOrder = async (dice: Dice): Promise<void> => {
      const place = dice.below(orders.length)
      const id = orders[place] ?? ''
      const version = await historian.readOrder(id, dice() < 0.5 ? owner : folk.desk)
      if (dice() < 0.7) await historian.addNote(id, version, owner)
      if (version > NOTES && orders[place] === id) orders[place] = await historian.placeOrder(owner)
    }
    const onPurse = async (dice: Dice): Promise<void> => {
      const open = folk.residents.filter((one) => (spent.get(one) ?? 0) < REDEMPTIONS).slice(0, 4)
      const by = open.length > 0 ? oneOf(open, dice) : owner
      const what = dice()
      const one = what < 0.25 ? waiting.splice(dice.below(waiting.length), 1)[0] : undefined
      if (one) await historian.cancel(one.id, one.by)
      else if (what < 0.5 && open.length > 0) {
        spent.set(by, (spent.get(by) ?? 0) + 1)
        const id = await historian.redeem(reward, by)
        if (id) waiting.push({ id, by })
      } else if (what < 0.75) await historian.readPurse(by)
      else await historian.readRedemptions(by)
    }

    const working = workUntilOver(journal, WORKERS, async (worker) => {
      const dice = diceOf(`histories ${worker} ${historian.history.length}`)
      await (dice() < 0.5 ? onOrder(dice) : onPurse(dice))
      if (historian.history.length >= TRANSACTIONS && killed >= KILLS) journal.isOver = true
    })
    let killed = 0
    const dice = diceOf('histories kills')
    for (; killed < KILLS && !journal.isOver; killed += 1)
      await killBeside(isLong && killed % 2 === 1 ? stand.first : stand.second, journal, dice)
    await working
    const lists = new Set(historian.history.flatMap(({ operations }) => operations.map(({ list }) => list)))
    for (const list of lists) if (!list.includes(' ')) await historian.readOrder(list, folk.desk)
    for (const by of spent.keys()) {
      await historian.readPurse(by)
      await historian.readRedemptions(by)
    }
    const anomalies = anomaliesOf(historian.history)
    say(
      `histories: ${historian.history.length} transactions on ${lists.size} lists by ${WORKERS} clients of two servers, ${killed} kills: ${anomalies.length} cycles or other anomalies`,
    )
    expect(anomalies.slice(0, 10)).toEqual([])
    expect(await faultsAfter(stand, journal, folk)).toEqual([])
  },
  sized(300_000, 900_000),
)
