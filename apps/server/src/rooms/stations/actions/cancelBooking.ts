import type { stationEndpoints } from '@linli/contract/stations/endpoints'
import type { BookingResult } from '@linli/contract/stations/shapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { fits } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { StationNeeds } from '../needs.ts'
import { policy, standingAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/bookings.ts'
import { tell } from '../told.ts'

type Request = Pick<
  HandlerRequest<typeof stationEndpoints.cancelBooking>,
  'me' | 'scope' | 'params' | 'remember'
>

/**
 * 取消: the seat is free, and whoever waits longest has it in the same commit. Nothing is counted against the person. Cancelled
 * by somebody on duty, the person is told.
 * @throws notFound for everybody else, notOpenAnyMore
 */
export async function cancelBooking(
  { db }: Pick<StationNeeds, 'db'>,
  request: Request,
): Promise<BookingResult> {
  const { me, scope, params, remember } = request
  const { region } = me
  const [booking] = await db.read<store.BookingRow>(scope, store.bookingById(region, params.id))
  const isMine = booking?.personId === me.personId
  if (!booking) throw notFound()
  const standing = standingAt(me, booking.path)
  const relations = (role: Parameters<typeof standing>[0]) =>
    isMine ? (['own', ...standing(role)] as const) : standing(role)
  if (!fits(policy.operations.cancelBooking, me, relations)) throw notFound()
  const answer = { id: booking.id, state: 'cancelled' } as const
  try {
    await db.commit(store.deskScope(scope), [
      store.lockSlot(region, booking),
      store.endBooking(region, booking.id),
      store.moveUp(region, booking),
      store.countSlot(region, booking),
      auditStatement(me, { action: 'cancelBooking', subjectKind: 'booking', subjectId: booking.id }),
      ...(isMine ? [] : [tell(region, 'bookingCancelled', booking.id, booking.personId)]),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
