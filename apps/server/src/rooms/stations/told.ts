import type { Sql } from 'sql-template-tag'
import { outboxStatement } from '../../kernel/outbox/outbox.ts'

/** `booked` is one's own doing and tells nobody; the others tell their people. */
export type BookingEvent = 'booked' | 'bookingMade' | 'bookingCancelled' | 'bookingDue' | 'loanDue'

export const tell = (region: number, event: BookingEvent, id: string, personId: string): Sql =>
  outboxStatement(region, `stations.${event}.1`, { id, people: [personId] })
