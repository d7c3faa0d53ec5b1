import type { stationEndpoints } from '@linli/contract/stations/endpoints'
import type { BookingResult } from '@linli/contract/stations/shapes'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { noSlot, notBookable } from '../errors.ts'
import type { StationNeeds } from '../needs.ts'
import { policy, standingAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { dayAfter, dayOf, slotsOf } from '../rules/hours.ts'
import { standingOf } from '../standing.ts'
import * as store from '../store/bookings.ts'
import { type BookableRow, bookableById } from '../store/stations.ts'
import { type BookingEvent, tell } from '../told.ts'

type Request<O extends 'book' | 'bookFor'> = Pick<
  HandlerRequest<(typeof stationEndpoints)[O]>,
  'me' | 'scope' | 'body' | 'remember'
>
type Wanted = Omit<store.Asked, 'personId' | 'byPerson'>

/** 预约, for oneself. @throws notFound, notBookable, noSlot, slotFull, alreadyBooked, tooManyBookings; keyReused when the id is taken */
export async function book(needs: StationNeeds, request: Request<'book'>): Promise<BookingResult> {
  const { me, scope, body, remember } = request
  const thing = await thingToBook(needs, scope, me.region, body.bookableId)
  const wanted = await slotWanted(needs, me.region, thing, body)
  return commit(needs, scope, {
    me,
    asked: { ...wanted, personId: me.personId, byPerson: me.personId },
    action: 'book',
    event: 'booked',
    before: [],
    remember,
  })
}

/**
 * 代人预约, for somebody who rings: recorded as the doing of whoever is on duty; the person is told. A number that is not
 * in the register is registered with the booking.
 * @throws as `book`, and forbidden outside the own area
 */
export async function bookFor(
  needs: StationNeeds,
  request: Request<'bookFor'>,
  again = false,
): Promise<BookingResult> {
  const { me, scope, body, remember } = request
  const thing = await thingToBook(needs, scope, me.region, body.bookableId)
  demand(policy.operations.bookFor, me, standingAt(me, thing.path))
  const wanted = await slotWanted(needs, me.region, thing, body)
  const known = await needs.personByPhone(me.region, body.phone)
  const caller = { id: newId(), phone: body.phone, name: body.name ?? null, path: thing.path }
  try {
    return await commit(needs, scope, {
      me,
      asked: { ...wanted, personId: known?.personId ?? caller.id, byPerson: me.personId },
      action: 'bookFor',
      event: 'bookingMade',
      before: known ? [] : [needs.newPersonStatement(me.region, caller)],
      remember,
    })
  } catch (error) {
    // Somebody else registered the same number meanwhile: now the person is known.
    if (violated(error) === 'people_phone' && !again) return bookFor(needs, request, true)
    throw error
  }
}

async function thingToBook(
  { db }: StationNeeds,
  scope: Scope,
  region: number,
  id: string,
): Promise<BookableRow> {
  const [thing] = await db.read<BookableRow>(scope, bookableById(region, id))
  if (!thing) throw notFound()
  if (thing.closed) throw notBookable()
  return thing
}

/** The slot that begins at the moment asked for. @throws noSlot when the hours have none, it is over, or too far ahead */
async function slotWanted(
  needs: StationNeeds,
  region: number,
  thing: BookableRow,
  { id, startsAt, wait }: { readonly id: string; readonly startsAt: string; readonly wait: boolean },
): Promise<Wanted> {
  const { calendar } = await needs.terms(region)
  const now = Date.now() + needs.db.shift()
  const begins = Date.parse(startsAt)
  const day = dayOf(begins)
  if (begins <= now || day > dayAfter(dayOf(now), thing.daysAhead)) throw noSlot()
  // A night's slots belong to the day before.
  const slot = [dayAfter(day, -1), day]
    .flatMap((one) => slotsOf(standingOf(thing), one, thing.minutes, calendar))
    .find((one) => one.startsAt === begins)
  if (!slot) throw noSlot()
  const at = (moment: number): string => new Date(moment).toISOString()
  return {
    id,
    bookableId: thing.id,
    path: thing.path,
    startsAt: at(slot.startsAt),
    endsAt: at(slot.endsAt),
    wait,
  }
}

type Booking = {
  readonly me: Actor
  readonly asked: store.Asked
  readonly action: 'book' | 'bookFor'
  readonly event: BookingEvent
  /** What must stand before the booking does. */
  readonly before: readonly Sql[]
  remember(answer: Sql): Sql
}

async function commit(
  { db }: StationNeeds,
  scope: Scope,
  { me, asked, action, event, before, remember }: Booking,
): Promise<BookingResult> {
  try {
    const rows = await db.commit(scope, [
      ...before,
      store.lockPerson(me.region, asked.personId),
      store.assertFew(me.region, asked.personId),
      store.takeSeat(me.region, asked),
      auditStatement(me, { action, subjectKind: 'booking', subjectId: asked.id }),
      tell(me.region, event, asked.id, asked.personId),
      remember(store.bookedAnswer(me.region, asked.id)),
    ])
    const state = rows.flat().find((row) => 'state' in row)?.['state']
    if (state !== 'booked' && state !== 'waiting') throw new Error('the booking was not written')
    return { id: asked.id, state }
  } catch (error) {
    throw inWords(error)
  }
}
