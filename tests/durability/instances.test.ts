import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsAfter } from './afterwards.ts'
import { type Folk, give, putOnShelf, settle, signIn } from './folk.ts'
import { diceOf, isLong, say, seed, sized, until } from './form.ts'
import { Journal } from './journal.ts'
import { killBeside, workUntilOver } from './kills.ts'
import { liveOrder, liveRedemption } from './lives.ts'
import { type Course, RACES, type RaceName, race } from './races.ts'
import { openStand, type Stand } from './stand.ts'

// Two servers over one database: one owns the embedded one, the other joined it. `npm run verify -- --only instances`
// is the long form.

const ROUNDS = sized(3, 500)
const CONTENDERS = sized(12, 32)
const KILLS = sized(1, 6)

let stand: Stand
let folk: Folk
let journal: Journal
let reward: string

beforeAll(async () => {
  stand = await openStand()
  stand.second.start()
  folk = await settle(stand.db, { residents: CONTENDERS, helpers: CONTENDERS * 2, spenders: 8 })
  for (const { personId } of folk.residents) await give(stand.db, personId, 1_000_000)
  reward = await putOnShelf(stand.db, folk, null)
  await stand.second.ready()
  journal = new Journal([stand.first.url, stand.second.url])
  say(`instances: seed ${seed}`)
}, 300_000)
afterAll(() => stand?.close(), 150_000)

describe('races over both', () => {
  it.each(Object.keys(RACES) as RaceName[])(
    '%s has one winner',
    async (name) => {
      const course: Course = { stand, folk, journal, contenders: CONTENDERS, dice: diceOf(`race ${name}`) }
      const { faults, seconds, requests } = await race(name, course, ROUNDS, reward)
      say(
        `${name}: ${ROUNDS} x ${CONTENDERS} contenders, ${requests} requests in ${seconds.toFixed(1)} s, ${faults.length} faults`,
      )
      expect(faults).toEqual([])
    },
    sized(120_000, 1_800_000),
  )
})

it('refuses on one what was signed out on the other: a command at once, a look soon', async () => {
  const [who] = folk.residents
  if (!who) throw new Error('nobody lives here')
  const token = await signIn(stand.db, who)
  const [here, there] = [new Journal([stand.first.url]), new Journal([stand.second.url])]
  expect(await there.read('/me/orders', token)).toBeDefined() // the other knows the session now
  const [session] = await stand.admin<{ id: string }>(
    'select id from sessions where account_id = $1 order by created_at desc limit 1',
    [who.accountId],
  )
  const path = `/me/sessions/${session?.id}/revoke`
  expect((await here.send({ operation: 'revokeSession', path, body: undefined, token })).status).toBe(200)
  const view = await there.send({ operation: 'markAllRead', path: '/me/notices/read', body: {}, token })
  expect(view.status).toBe(401)
  await until('the refusal', async () => (await there.read('/me/orders', token)) === undefined)
})

it(
  'goes on while one is killed and comes back, and tells everything once',
  async () => {
    const dice = diceOf('beside')
    const working = workUntilOver(journal, sized(5, 8), async (worker) => {
      const own = diceOf(`beside ${worker} ${journal.entries.length}`)
      await (own() < 0.3 ? liveRedemption(journal, folk, reward, own) : liveOrder(journal, folk, own))
    })
    let meanwhile = 0
    const killing = (async () => {
      for (let kill = 0; kill < KILLS; kill += 1) meanwhile += await killBeside(stand.second, journal, dice)
      if (isLong) for (let kill = 0; kill < KILLS; kill += 1) await killBeside(stand.first, journal, dice)
    })().finally(() => {
      journal.isOver = true
    })
    const [finished] = await Promise.all([working, killing])
    say(
      `instances: ${finished} lives, ${journal.entries.length} commands answered by two, ${meanwhile} while one was away`,
    )
    expect(meanwhile).toBeGreaterThan(0)
    expect(await faultsAfter(stand, journal, folk)).toEqual([])
  },
  sized(300_000, 900_000),
)
