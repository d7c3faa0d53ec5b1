import { isDeepStrictEqual } from 'node:util'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { nextHour } from '../kit/houseStations.ts'
import { type Folk, give, openRoom, type Person, putOnShelf } from './folk.ts'
import { type Dice, say } from './form.ts'
import type { Command, Entry, Journal } from './journal.ts'
import { isTaken } from './journal.ts'
import { must, offered, oneOf, orderBody } from './lives.ts'
import type { Stand } from './stand.ts'

/** What races are run against: two servers, and people enough to contend. */
export type Course = {
  readonly stand: Stand
  readonly folk: Folk
  readonly journal: Journal
  readonly contenders: number
  readonly dice: Dice
}
/** One round: the commands that leave at the same moment, and what is wrong with the answers and what is kept. */
type Round = { readonly commands: readonly Command[]; judge(entries: readonly Entry[]): Promise<string[]> }

const oneWinner = (entries: readonly Entry[], refusals: readonly string[]): string[] => {
  const won = entries.filter(isTaken).length
  const odd = entries.filter((entry) => !isTaken(entry) && !refusals.includes(String(entry.answer.code)))
  return [
    ...(won === 1 ? [] : [`${won} won`]),
    ...odd.map(({ status, answer }) => `${status} ${JSON.stringify(answer)} is no answer to a lost race`),
  ]
}

/** 抢单: one helper has it. */
async function claim({ folk, journal, contenders, dice }: Course): Promise<Round> {
  const order = await offered(journal, folk, oneOf(folk.residents, dice), false)
  if (!order) throw new Error('the desk offered nothing')
  const from = dice.below(folk.helpers.length)
  const helpers = Array.from({ length: contenders }, (_, n) => folk.helpers[(from + n) % folk.helpers.length])
  return {
    commands: helpers.flatMap((helper) =>
      helper
        ? [{ operation: 'claimOrder', path: `/orders/${order.id}/claim`, body: {}, token: helper.token }]
        : [],
    ),
    judge: async (entries) => oneWinner(entries, ['orders.alreadyClaimed']),
  }
}

const redeeming = (rewardId: string, { token }: Person): Command => ({
  operation: 'redeemPoints',
  path: '/points/redemptions',
  body: { id: newId(), rewardId, quantity: 1, points: 10 },
  token,
})

/** Points for one piece, asked for at once: one is held, and nothing is below nothing. */
async function redeem({ stand, folk, contenders, dice }: Course, reward: string): Promise<Round> {
  const spender = oneOf(folk.spenders, dice)
  await spendAll(stand, spender)
  await give(stand.db, spender.personId, 10)
  return {
    commands: Array.from({ length: contenders }, () => redeeming(reward, spender)),
    judge: async (entries) => {
      const [row] = await stand.admin<{ left: string }>(
        `select (balance - held)::text as left from point_accounts where person_id = $1`,
        [spender.personId],
      )
      return [
        ...oneWinner(entries, ['points.tooFewPoints']),
        ...(row?.left === '0' ? [] : [`${row?.left} points are left`]),
      ]
    },
  }
}

/** What an earlier round left to be spent, so that each begins with points for one piece. */
async function spendAll(stand: Stand, { personId }: Person): Promise<void> {
  const [row] = await stand.admin<{ left: number }>(
    'select (balance - held)::int as left from point_accounts where person_id = $1',
    [personId],
  )
  if ((row?.left ?? 0) !== 0) throw new Error(`${row?.left} points were left by the round before`)
}

/** The last piece of the shelf. */
async function stock({ stand, folk, contenders }: Course): Promise<Round> {
  const reward = await putOnShelf(stand.db, folk, 1)
  return {
    commands: Array.from({ length: contenders }, (_, n) => {
      const buyer = folk.residents[n % folk.residents.length]
      if (!buyer) throw new Error('nobody lives here')
      return redeeming(reward, buyer)
    }),
    judge: async (entries) => {
      const [row] = await stand.admin<{ stock: string }>('select stock::text from rewards where id = $1', [
        reward,
      ])
      return [
        ...oneWinner(entries, ['points.soldOut']),
        ...(row?.stock === '0' ? [] : [`the stock is ${row?.stock}`]),
      ]
    },
  }
}

/** One key at once, as an impatient phone sends it: one order, and the same answer to all. */
async function key({ stand, folk, contenders, dice }: Course): Promise<Round> {
  const { token } = oneOf(folk.residents, dice)
  const command = {
    operation: 'placeOrder',
    path: '/orders',
    body: orderBody(newId(), 'volunteerElders'),
    token,
    key: newId(),
  }
  return {
    commands: Array.from({ length: contenders }, () => command),
    judge: async (entries) => {
      const different = entries.filter(
        ({ status, answer }) => status !== 201 || !isDeepStrictEqual(answer, entries[0]?.answer),
      )
      const [row] = await stand.admin<{ n: number }>(
        `select (select count(*) from orders where id = $1)::int + (select count(*) from commands where key = $2)::int as n`,
        [command.body.id, command.key],
      )
      return [
        ...different.map(({ status, answer }) => `${status} ${JSON.stringify(answer)} differs`),
        ...(row?.n === 2 ? [] : ['not one effect']),
      ]
    },
  }
}

/** The same version changed at once: one change is taken, the others have seen too little. */
async function version({ folk, journal, contenders, dice }: Course): Promise<Round> {
  const resident = oneOf(folk.residents, dice)
  const id = newId()
  await must(journal, 'placeOrder', '/orders', orderBody(id, 'volunteerElders'), resident)
  return {
    commands: Array.from({ length: contenders }, (_, n) => ({
      operation: 'addNote',
      path: `/orders/${id}/notes`,
      body: { version: 1, text: `补充 ${n}` },
      token: resident.token,
    })),
    judge: async (entries) => oneWinner(entries, ['kernel.stale']),
  }
}

/** The last seat of a slot. */
async function seat({ stand, folk, contenders }: Course): Promise<Round> {
  const bookable = await openRoom(stand.db, 1)
  const startsAt = nextHour()
  return {
    commands: Array.from({ length: contenders }, (_, n) => ({
      operation: 'book',
      path: '/bookings',
      body: { id: newId(), bookableId: bookable, startsAt, wait: false },
      token: folk.residents[n % folk.residents.length]?.token ?? '',
    })),
    judge: async (entries) => {
      const [row] = await stand.admin<{ taken: number; booked: number }>(
        `select taken, (select count(*)::int from bookings where bookable_id = $1 and state = 'booked') as booked
         from booking_slots where bookable_id = $1`,
        [bookable],
      )
      return [
        ...oneWinner(entries, ['stations.full', 'stations.alreadyBooked']),
        ...(row?.taken === 1 && row.booked === 1 ? [] : [`${row?.taken} taken, ${row?.booked} booked`]),
      ]
    },
  }
}

export const RACES = { claim, redeem, stock, key, version, seat } as const
export type RaceName = keyof typeof RACES

/**
 * So many rounds of a race, the contenders of each at the same moment over both servers by turns.
 * @returns what was wrong, and how long it took in seconds
 */
export async function race(
  name: RaceName,
  course: Course,
  rounds: number,
  reward: string,
): Promise<{ faults: string[]; seconds: number; requests: number }> {
  const faults: string[] = []
  let requests = 0
  const begun = performance.now()
  for (let round = 1; round <= rounds; round += 1) {
    const { commands, judge } = await RACES[name](course, reward)
    const entries = await Promise.all(commands.map((command) => course.journal.send(command)))
    requests += entries.length
    for (const fault of await judge(entries)) faults.push(`${name}, round ${round}: ${fault}`)
    if (round % 100 === 0) say(`${name}: ${round} of ${rounds} rounds, ${faults.length} faults`)
  }
  return { faults, seconds: (performance.now() - begun) / 1000, requests }
}
