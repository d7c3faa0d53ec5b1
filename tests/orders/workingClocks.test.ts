import { presetOf } from '@linli/presets'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { takeStep } from '../../apps/server/src/rooms/orders/actions/takeStep.ts'
import { rederived } from '../../apps/server/src/rooms/orders/index.ts'
import {
  fireDeadlines,
  recountDeadlines,
  warnOfUnknownYear,
} from '../../apps/server/src/rooms/orders/jobs.ts'
import type { OrderNeeds } from '../../apps/server/src/rooms/orders/needs.ts'
import { orderRulesOf } from '../../apps/server/src/rooms/orders/orderRules.ts'
import { countOrders } from '../../apps/server/src/rooms/orders/views/lists.ts'
import { orderPage } from '../../apps/server/src/rooms/orders/views/orderPage.ts'
import { type Cast, offer, openCast, PLAYS } from './cast.ts'
import { openTown, STREET, type Town } from './town.ts'

/** By the region's own clock. */
const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}+08:00`)
const shown = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

let town: Town
let cast: Cast
let helper: Actor
const opened: Town[] = []
beforeEach(async () => {
  town = await openTown()
  opened.push(town)
  now('2026-11-23 09:00')
  cast = await openCast(town)
  helper = await town.helper('志愿者', undefined, { skills: [] })
})
afterAll(() => Promise.all(opened.map((one) => one.close())))

const now = (text: string): void => town.db.setShift(at(text) - Date.now())
/** An ordinary item that anybody may claim and that stays with its helper. */
const ITEM =
  presetOf('xihu').catalogue.find(
    ({ key, grabbable, urgency, skill }) =>
      key !== 'changeBulb' && grabbable && urgency === 'ordinary' && skill === null,
  )?.key ?? ''
const play = (verb: keyof typeof PLAYS, actor: Actor, id: string, version: number) =>
  PLAYS[verb](town, cast, { actor, order: { id, version, item: ITEM }, dice: 1 })
/** An order that the helper has. @returns its id; its version is 4 */
async function claimed(): Promise<string> {
  const id = newId()
  await offer(town, cast, id)
  const version = town.place.items.find(({ key }) => key === ITEM)?.versionId
  await town.admin(`update orders set item = $2, item_version = $3 where id = $1`, [id, ITEM, version])
  await town.admin(`update order_events set item = $2 where order_id = $1`, [id, ITEM])
  await play('claimOrder', helper, id, 3)
  return id
}
type Kept = {
  clock: string
  amount: number
  unit: string
  due: string
  first: string | null
  running: boolean
  fired: boolean
}
const clockOf = async (id: string, clock = 'handle'): Promise<Kept | undefined> => {
  const [row] = await town.admin<Kept>(
    `select clock, amount, unit, due_at as due, first_due_at as first, stopped_at is null as running, fired_at is not null as fired
      from order_clocks where order_id = $1 and clock = $2 order by started_at desc limit 1`,
    [id, clock],
  )
  return row && { ...row, due: shown(row.due), first: row.first && shown(row.first) }
}
const told = async (id: string): Promise<string[]> =>
  (
    await town.admin<{ topic: string }>(
      `select topic from outbox where payload->>'id' = $1 and (topic like 'orders.deadline%') order by id`,
      [id],
    )
  ).map(({ topic }) => topic.split('.')[1] ?? '')
const expectExact = async (needs: OrderNeeds = town.needs) =>
  expect(await rederived(town.db, 1, await needs.rules(1))).toMatchObject({ states: [], times: [] })
const fireAll = () => Promise.all(Array.from({ length: 4 }, () => fireDeadlines(town.needs, 1)))

describe('a limit in work days', () => {
  it('ends with the fifth working day, and the event alone tells it', async () => {
    now('2026-11-20 16:30')
    const id = await claimed()
    expect(await clockOf(id)).toMatchObject({ amount: 5, unit: 'workDay', due: '2026-11-27 17:30' })
    expect(await clockOf(id, 'contact')).toMatchObject({ due: '2026-11-23 17:30' })
    await expectExact()
  })

  it('is right to the day although the command is written after midnight, and was counted before', async () => {
    now('2026-11-23 23:59')
    const id = newId()
    await offer(town, cast, id)
    const { db } = town
    const late: typeof db.commit = (...asked) => {
      now('2026-11-24 00:00')
      return db.commit(...asked)
    }
    const { needs } = town
    town.needs = { ...needs, db: { ...db, commit: late } }
    await play('claimOrder', helper, id, 3)
    town.needs = needs
    const [row] = await town.admin<{ at: string }>(
      `select started_at as at from order_clocks where order_id = $1 and clock = 'contact'`,
      [id],
    )
    expect(shown(row?.at ?? '')).toBe('2026-11-24 00:00')
    expect(await clockOf(id, 'contact')).toMatchObject({ due: '2026-11-25 17:30' })
    await expectExact()
  })

  it('that stood still while the work was looked at goes on with the days it had', async () => {
    const id = await claimed()
    now('2026-11-25 10:00')
    await play('handleOrder', helper, id, 4)
    now('2026-11-30 10:00')
    await play('returnHandling', cast.reviewer, id, 5)
    expect(await clockOf(id)).toMatchObject({
      running: true,
      due: '2026-12-03 17:30',
      first: '2026-11-30 17:30',
    })
    await expectExact()
  })

  it('is made longer from the old limit, which stays beside it', async () => {
    const id = await claimed()
    await takeStep(town.needs, id, 'reportProgress', town.by(helper, 4), () => ({
      extend: { clock: 'handle', amount: 2, unit: 'workDay' },
    }))
    expect(await clockOf(id)).toMatchObject({ due: '2026-12-02 17:30', first: '2026-11-30 17:30' })
    await expectExact()
  })
})

describe('an edit of the calendar', () => {
  /** The rules with one more day off. */
  const edited = (key = '2026-11-25'): OrderNeeds => {
    const source = { document: '', mechanism: '' }
    const day = {
      key,
      kind: 'holiday',
      name: { zh: '', en: '' },
      source,
      versionId: newId(),
    } as const
    const { place } = town
    const rules = orderRulesOf({ ...place, calendar: [...place.calendar, day], clockEdition: 2 })
    return { ...town.needs, rules: async () => rules }
  }

  it('moves running limits once, however many instances look, keeps the old one and tells it as an event', async () => {
    const ids = await Promise.all([claimed(), claimed(), claimed()])
    const needs = edited()
    await Promise.all(Array.from({ length: 4 }, () => recountDeadlines(needs, 1)))
    for (const id of ids) {
      expect(await clockOf(id)).toMatchObject({ due: '2026-12-01 17:30', first: '2026-11-30 17:30' })
      const events = await town.admin(
        `select facts from order_events where order_id = $1 and verb = 'moveDeadlines'`,
        [id],
      )
      expect(events).toHaveLength(1)
    }
    await expectExact(needs)
    expect(await recountDeadlines(needs, 1)).toBe(0)
  })

  it('is not undone by an instance that has not heard of it, and loses no pause and no extension', async () => {
    const id = await claimed()
    now('2026-11-24 10:00')
    await play('handleOrder', helper, id, 4)
    now('2026-11-26 10:00')
    await play('returnHandling', cast.reviewer, id, 5)
    await takeStep(town.needs, id, 'reportProgress', town.by(helper, 6), () => ({
      extend: { clock: 'handle', amount: 1, unit: 'workDay' },
    }))
    expect(await clockOf(id)).toMatchObject({ due: '2026-12-03 17:30' })
    const needs = edited('2026-11-27')
    await recountDeadlines(needs, 1)
    expect(await clockOf(id)).toMatchObject({ due: '2026-12-04 17:30', first: '2026-11-30 17:30' })
    expect(await recountDeadlines(town.needs, 1)).toBe(0)
    await expectExact(needs)
  })

  it('leaves alone what is over, and says nothing of what did not move', async () => {
    const id = await claimed()
    now('2026-11-24 09:00')
    await play('handleOrder', helper, id, 4)
    await recountDeadlines(edited(), 1)
    expect(
      await town.admin(`select 1 from order_events where verb = 'moveDeadlines' and order_id = $1`, [id]),
    ).toEqual([])
  })
})

describe('a limit that reaches into a year nobody has entered', () => {
  it('is said to whoever counts the orders, on its page, and once to the administrators', async () => {
    const admin = await town.person('区管理', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
    await town.admin(
      `insert into grants (region_id, id, account_id, role, area_path, from_at) values (1, $1, $2, 'regionAdmin', '/', now() - interval '1 day')`,
      [newId(), admin.accountId],
    )
    const calm = await claimed()
    await warnOfUnknownYear(town.needs, 1)
    expect((await countOrders(town.needs, admin)).unknownYear).toBeNull()
    now('2026-12-30 10:00')
    const id = await claimed()
    await Promise.all([warnOfUnknownYear(town.needs, 1), warnOfUnknownYear(town.needs, 1)])
    await warnOfUnknownYear(town.needs, 1)
    expect((await countOrders(town.needs, admin)).unknownYear).toBe(2027)
    const told = await town.admin<{ told: string[]; year: number }>(
      `select payload->'told' as told, (payload->>'year')::int as year from outbox where topic = 'orders.yearUnknown.1'`,
    )
    expect(told).toEqual([{ told: [admin.personId], year: 2027 }])
    const yearsOf = async (of: string) =>
      (await orderPage(town.needs, admin, of, 'zh', '')).clocks.map(({ unknownYear }) => unknownYear)
    expect(await yearsOf(id)).toContain(2027)
    expect(await yearsOf(calm)).not.toContain(2027)
  })
})

describe('around a deadline', () => {
  it('warns once before it, says once that it passed, and tells the level above once, however many instances look', async () => {
    const above = await town.person('街道值班', [])
    await town.admin(
      `insert into grants (region_id, id, account_id, role, area_path, from_at) values (1, $1, $2, 'dispatcher', $3, now() - interval '1 day')`,
      [newId(), above.accountId, STREET],
    )
    const id = await claimed()
    await fireAll()
    expect(await told(id)).toEqual([])
    await play('contactRequester', helper, id, 4)
    now('2026-11-30 09:00')
    await fireAll()
    await fireAll()
    expect(await told(id)).toEqual(['deadlineNear'])
    now('2026-11-30 17:31')
    await fireAll()
    await fireAll()
    expect((await told(id)).sort()).toEqual(['deadlineMissed', 'deadlineNear', 'deadlinePassed'])
    now('2026-12-01 17:31')
    await fireAll()
    await fireAll()
    expect(await told(id)).toHaveLength(4)
    const [news] = await town.admin<{ above: string[] }>(
      `select payload->'above' as above from outbox where topic = 'orders.deadlineEscalated.1' and payload->>'id' = $1`,
      [id],
    )
    expect(news?.above).toContain(above.personId)
    await expectExact()
  })

  it('no reminder at midnight: what passes at night is told in the morning, an emergency at once', async () => {
    now('2026-11-23 20:00')
    const [calm, danger] = [newId(), newId()]
    await offer(town, cast, calm)
    await offer(town, cast, danger)
    await town.admin(`update orders set urgency = 'emergency' where id = $1`, [danger])
    await town.admin(`update orders set offer_wave = 99 where id = any($1)`, [[calm, danger]])
    now('2026-11-23 23:00')
    await fireAll()
    expect(await told(calm)).toEqual(['deadlinePassed'])
    expect(await told(danger)).toEqual(['deadlinePassed', 'deadlineMissed'])
    now('2026-11-24 07:01')
    await fireAll()
    expect(await told(calm)).toEqual(['deadlinePassed', 'deadlineMissed'])
  })

  it('does not warn any more of what passed while nothing ran, and a clock put back tells nothing twice', async () => {
    const id = await claimed()
    await play('contactRequester', helper, id, 4)
    now('2026-12-08 10:00')
    await fireAll()
    expect((await told(id)).filter((event) => event === 'deadlineNear')).toEqual([])
    const heard = await told(id)
    now('2026-11-30 09:00')
    await fireAll()
    now('2026-12-08 11:00')
    await fireAll()
    expect(await told(id)).toHaveLength(new Set([...heard, 'deadlineEscalated']).size)
  })
})
