import type { Sql } from 'sql-template-tag'
import { systemScope } from '../../kernel/auth/actor.ts'
import { invalid } from '../../kernel/problem.ts'
import type { StationNeeds } from './needs.ts'
import { dayAfter, dayOf, slotsOf } from './rules/hours.ts'
import { standingOf } from './standing.ts'
import { type HeldSlot, holdSlots } from './store/held.ts'
import { type BookableRow, bookableById } from './store/stations.ts'

/** A room of a station, and the stretches somebody's things lie over, each with the id of what holds it. */
export type RoomWanted = {
  readonly stationId: string | null
  readonly roomId: string
  readonly dates: readonly HeldSlot[]
}

/**
 * The statement that makes the slots under these dates wholly their holders' own, for the caller's commit; it refuses noRoom
 * or roomTaken. @throws invalid where the station has no such room, or is shut at one of the dates
 */
export async function holdRoom(
  { db, terms }: Pick<StationNeeds, 'db' | 'terms'>,
  region: number,
  { roomId, stationId, dates }: RoomWanted,
): Promise<Sql> {
  const [room] = await db.read<BookableRow>(systemScope(region), bookableById(region, roomId))
  if (!room || room.closed || room.stationId !== stationId || room.kind !== 'room')
    throw invalid([{ field: 'roomId', message: '这个驿站没有这间屋子，或者已经停用，请重新选。' }])
  const { calendar } = await terms(region)
  const standing = standingOf(room)
  const slots = dates.map((date) => {
    const [from, to] = [Date.parse(date.startsAt), Date.parse(date.endsAt)]
    const days: string[] = []
    // A night's slots belong to the day before.
    for (let day = dayAfter(dayOf(from), -1); day <= dayOf(to); day = dayAfter(day)) days.push(day)
    const found = days
      .flatMap((day) => slotsOf(standing, day, room.minutes, calendar))
      .filter(({ startsAt, endsAt }) => startsAt < to && endsAt > from)
    return { day: dayOf(from), holder: date.holder, found }
  })
  const shut = slots.find(({ found }) => found.length === 0)
  if (shut)
    throw invalid([
      { field: 'roomId', message: `${shut.day} 那场的时间里“${room.name}”不开放，请换时间或换一间。` },
    ])
  const held = slots.flatMap(({ holder, found }) =>
    found.map(({ startsAt, endsAt }) => ({
      holder,
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    })),
  )
  return holdSlots(region, { roomId, stationId: room.stationId }, held)
}
