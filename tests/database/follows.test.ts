import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId, newSlug } from '../../apps/server/src/kernel/ids.ts'
import { byTable, type Column, readColumns } from '../../db/columns.ts'
import { openTestHouse, type TestHouse } from '../kit/house.ts'
import { canary } from './canaries.ts'

// Every table that says where its rows lie, by name of the column: it follows a redraw, or it says here why it stays. A
// room that is built later stands in neither, and is caught.

const HISTORY = 'what was done there was done there'
const SHELF = 'points are paid by a community, which is never redrawn'
const PLAN = 'a plan is of a community, which is never redrawn'
const STAYS: { readonly [column: string]: string } = {
  'areas.path': 'the tree itself: the old area ends, the new one begins',
  'areas.parent_path': 'the tree itself',
  'area_redraws.path': HISTORY,
  'area_successions.from_path': 'says where things go',
  'area_successions.to_path': 'says where things go',
  'order_events.path': HISTORY,
  'ground_counts.area': 'counted anew from what follows',
  'order_days.area': 'figures of past days stay with the ended area',
  'order_states.area': 'folded from the events of the orders, which follow',
  'order_publications.community': 'a community is never redrawn',
  'point_accounts.community': SHELF,
  'rewards.area': SHELF,
  'redemptions.area': SHELF,
  'party_bodies.area_path': 'changes over in the redraw itself, with posts and grants',
  'grid_plans.path': PLAN,
  'pairing_plans.path': PLAN,
}

/** What makes a planted row one that is alive, where its defaults do not. */
const ALIVE: { readonly [table: string]: string } = {
  stations: 'closed_at = null',
  bookings: "ends_at = now() + interval '1 day'",
  rosters: 'to_on = current_date',
  queue_tickets: "state = 'waiting', called_at = null, ended_at = null",
  loans: 'returned_at = null',
  helpers: 'left_at = null',
  data_requests: 'answered_at = null, answered_by = null, outcome = null, answer = null',
  orders: "community = '/s01/c01/'",
  posts: "from_on = '2026-01-01', to_on = null",
  grants: "from_at = now() - interval '1 day', to_at = null, post_id = null",
  pairings: 'to_on = null',
  letters: 'revoked_at = null',
  menu_items: 'closed_at = null',
  menu_takes: 'left_at = null',
  device_presses: "stage = 'calling', ended_at = null, outcome = null",
  care_plans: 'ended_at = null, ended_by = null, ending = null',
}
/** The old row ends and stays where it was, another begins at the successor. */
const BEGIN_ANEW: { readonly [table: string]: string } = {
  posts: 'to_on',
  grants: 'to_at',
  area_outlines: 'to_at',
  area_positions: 'to_at',
  area_aliases: 'to_at',
}
/** An area above the row's own. */
const ABOVE = ['orders.community', 'orders.offer_path']
const isPlace = ({ name }: Column): boolean =>
  ['path', 'community', 'area'].includes(name) || name.endsWith('_path')

const OLD = '/s01/c01/g1/b1/'
const NEW = '/s01/c01/g2/b5/'
const perch = { region: 1, path: OLD, person: newId(), order: newId(), account: newId() }

let house: TestHouse
let columns: Map<string, Column[]>
/** Tables in which no row could be planted: what they do is then not known. */
const unplanted: string[] = []
const placeColumns = (): string[] =>
  [...columns].flatMap(([table, own]) => own.filter(isPlace).map(({ name }) => `${table}.${name}`))

async function redrawn(): Promise<void> {
  const redraw = newId()
  await house.admin.query(
    `insert into area_redraws (region_id, id, kind, path, reason, by_person, areas, households, people, posts, orders, at)
      values (1, $1, 'move', '/s01/c01/', '调整', $1, 1, 1, 1, 1, 1, now())`,
    [redraw],
  )
  for (const [path, level] of [
    [OLD, 'building'],
    [NEW, 'building'],
  ] as const)
    await house.admin.query(
      `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at, closed_at)
        values (1, $1, $2, $3, $4, $5, $6, $7, now(), $8)`,
      [
        newId(),
        path,
        path.replace(/[^/]+\/$/, ''),
        level,
        path.split('/').at(-2),
        path,
        newSlug(),
        path === OLD ? new Date() : null,
      ],
    )
  await house.admin.query(
    `insert into area_successions (region_id, id, redraw_id, from_path, to_path, is_main) values (1, $1, $2, $3, $4, true)`,
    [newId(), redraw, OLD, NEW],
  )
}
/** What every room does with the event, twice: what comes again changes nothing. */
async function follow(): Promise<void> {
  const event = {
    id: newId(),
    region: 1,
    topic: 'places.areasRedrawn.1',
    payload: {},
    at: new Date().toISOString(),
  }
  for (let time = 0; time < 2; time += 1)
    for (const { listeners } of house.house.furniture.rooms) await listeners[event.topic]?.hear([event])
}

beforeAll(async () => {
  house = await openTestHouse()
  columns = byTable(await readColumns(house.admin))
  const links = { roster: newId(), duty: newId() }
  for (const [table, own] of columns) {
    if (!own.some(isPlace) || !own.some(({ name }) => name === 'region_id')) continue
    if (['areas', 'area_redraws', 'area_successions'].includes(table)) continue
    const alive = ALIVE[table]
    try {
      const row = canary(own, perch)
      await house.admin.query(row.text, row.values as unknown[])
      if (alive) await house.admin.query(`update ${table} set ${alive} where region_id = 1`)
    } catch (error) {
      unplanted.push(`${table}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  // What hangs on a roster hangs on this one.
  await house.admin.query(`update rosters set id = $1 where region_id = 1`, [links.roster])
  await house.admin.query(`update duty_log set roster_id = $1 where region_id = 1`, [links.roster])
  await house.admin.query(`update roster_members set roster_id = $1 where region_id = 1`, [links.roster])
  await house.admin.query(`update duties set roster_id = $1, id = $2 where region_id = 1`, [
    links.roster,
    links.duty,
  ])
  await house.admin.query(`update duty_log set roster_id = $1 where region_id = 1`, [links.roster])
  await house.admin.query(`update duty_swaps set duty_id = $1 where region_id = 1`, [links.duty])
  await redrawn()
  await follow()
}, 120_000)
afterAll(() => house?.close())

it('every column that says where a row lies is known, and what stays says why', () => {
  expect(unplanted).toEqual([])
  expect(Object.keys(STAYS).filter((column) => !placeColumns().includes(column))).toEqual([])
})

describe('after a redraw', () => {
  test('whatever is alive lies at the successor, and nothing at the ended area', async () => {
    const left: string[] = []
    for (const column of placeColumns().filter((name) => !(name in STAYS))) {
      const [table = '', name = ''] = column.split('.')
      const ends = BEGIN_ANEW[table]
      const { rows } = await house.admin.query<{ at: string }>(
        `select ${name} as at from ${table} where region_id = 1 ${ends ? `and ${ends} is null` : ''}`,
      )
      const places = rows.map(({ at }) => at)
      if (!places.includes(NEW) && !ABOVE.includes(column)) left.push(`${column} is lost`)
      if (places.includes(OLD)) left.push(`${column} lies at the ended area`)
    }
    expect(left).toEqual([])
  })

  test('what is history stays where it was', async () => {
    for (const column of Object.keys(STAYS).filter((name) => !name.startsWith('area'))) {
      const [table, name] = column.split('.')
      const { rows } = await house.admin.query(
        `select 1 from ${table} where region_id = 1 and ${name} = $1`,
        [OLD],
      )
      expect([column, rows.length > 0]).toEqual([column, true])
    }
  })

  test('a household keeps its card: it hangs on the home, which follows', async () => {
    const rows = await house.house.db.read<{ path: string }>(
      systemScope(1),
      sql`select h.path from households h where h.region_id = 1 and h.id = ${perch.order}`,
    )
    expect(rows).toEqual([{ path: NEW }])
    expect(columns.get('household_cards')?.some(isPlace)).toBe(false)
  })
})
