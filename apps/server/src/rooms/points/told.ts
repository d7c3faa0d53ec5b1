import type { Sql } from 'sql-template-tag'
import { outboxStatement } from '../../kernel/outbox/outbox.ts'
import type { Waiting } from './store/redemptions.ts'

export type RedemptionEvent =
  | 'redemptionHeld'
  | 'redemptionDue'
  | 'redemptionCollected'
  | 'redemptionCancelled'
  | 'redemptionExpired'
  | 'redemptionRefunded'

/** Tells of a redemption's step; the person is told in words where the notices room has some. */
export const tell = (
  region: number,
  event: RedemptionEvent,
  { id, number, points, personId }: Pick<Waiting, 'id' | 'number' | 'points' | 'personId'>,
): Sql =>
  outboxStatement(region, `points.${event}.1`, {
    id,
    number,
    orderId: null,
    amount: points,
    people: [personId],
  })
