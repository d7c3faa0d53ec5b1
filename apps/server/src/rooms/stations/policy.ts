import type { lendingEndpoints, queueEndpoints, stationEndpoints } from '@linli/contract/stations/endpoints'
import { type Actor, covers } from '../../kernel/auth/actor.ts'
import { type Policy, type Standing, who } from '../../kernel/policy/policy.ts'

const admin = who('inScope', 'regionAdmin')
const onDuty = who('inScope', 'intake', 'regionAdmin')

/** Everybody finds a station and its free slots; a booking is its person's, and of those on duty in the station's area. */
export const policy = {
  operations: {
    listStations: 'public',
    getStation: 'public',
    stationCalendar: 'public',
    stationPhoto: 'public',
    listSlots: 'public',
    addStation: admin,
    changeStation: admin,
    closeStation: admin,
    addBookable: admin,
    closeBookable: admin,
    book: who('own', 'resident'),
    myBookings: who('own', 'resident'),
    cancelBooking: [...who('own', 'resident'), ...onDuty],
    bookFor: onDuty,
    listBookings: onDuty,
  },
  subjects: { '/bookings/:id': 'booking' },
} as const satisfies Policy<keyof typeof stationEndpoints>

/** Whoever comes takes a number, guests too; those on duty call. The wall shows numbers and no people. */
export const queuePolicy = {
  operations: {
    getQueue: 'public',
    takeNumber: who('own', 'resident'),
    takeNumberAtCounter: onDuty,
    listNumbers: onDuty,
    callNext: onDuty,
    callAgain: onDuty,
    endNumber: [...who('own', 'resident'), ...onDuty],
    myNumbers: who('own', 'resident'),
  },
  guests: ['takeNumber', 'endNumber', 'myNumbers'],
} as const satisfies Policy<keyof typeof queueEndpoints>

/** Those on duty lend and take back; what one borrowed oneself is one's own to see. */
export const lendingPolicy = {
  operations: {
    addLendable: admin,
    closeLendable: admin,
    lend: onDuty,
    takeBack: onDuty,
    getLending: onDuty,
    myLoans: who('own', 'resident'),
  },
} as const satisfies Policy<keyof typeof lendingEndpoints>

/** How a person stands to a station's area. */
export const standingAt =
  (me: Actor, path: string): Standing =>
  (role) =>
    covers(me, role, path) ? ['inScope'] : []
