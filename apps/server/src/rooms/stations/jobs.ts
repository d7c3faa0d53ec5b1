import { systemScope } from '../../kernel/auth/actor.ts'
import type { Database } from '../../kernel/db/database.ts'
import { markReminded } from './store/bookings.ts'
import { remindLoans } from './store/lending.ts'
import { tell } from './told.ts'

/** Tells those whose booking is near, once each; mark and notice in one transaction. @returns how many were told */
export function remindBookings(db: Database, region: number): Promise<number> {
  return db.transaction(systemScope(region), async (tx) => {
    const due = await tx.query<{ id: string; personId: string }>(markReminded(region))
    for (const { id, personId } of due) await tx.query(tell(region, 'bookingDue', id, personId))
    return due.length
  })
}

/** Tells those whose loan ends tomorrow, once; nothing follows from being late. @returns how many were told */
export function remindBorrowers(db: Database, region: number): Promise<number> {
  return db.transaction(systemScope(region), async (tx) => {
    const due = await tx.query<{ id: string; personId: string }>(remindLoans(region))
    for (const { id, personId } of due) await tx.query(tell(region, 'loanDue', id, personId))
    return due.length
  })
}
