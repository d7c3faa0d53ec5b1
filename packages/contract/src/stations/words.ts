import type { Vocabulary } from '../words.ts'

export type StationKind = 'fixed' | 'mobile'
export const STATION_KINDS: Vocabulary<StationKind> = {
  fixed: { zh: '固定驿站', en: 'Fixed station' },
  mobile: { zh: '流动驿站', en: 'Mobile station' },
}

export type BookableKind = 'room' | 'desk' | 'service'
export const BOOKABLE_KINDS: Vocabulary<BookableKind> = {
  room: { zh: '场地', en: 'Room' },
  desk: { zh: '窗口', en: 'Counter' },
  service: { zh: '服务', en: 'Service' },
}

/** There is no word for somebody who did not come: it is not kept. */
export type BookingState = 'booked' | 'waiting' | 'cancelled'
export const BOOKING_STATES: Vocabulary<BookingState> = {
  booked: { zh: '已约好', en: 'Booked' },
  waiting: { zh: '候补中', en: 'On the waiting list' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

/** There is no word for somebody who was called and did not come: they are called again. */
export type TicketState = 'waiting' | 'called' | 'ended'
export const TICKET_STATES: Vocabulary<TicketState> = {
  waiting: { zh: '等候中', en: 'Waiting' },
  called: { zh: '叫到了', en: 'Called' },
  ended: { zh: '已办完', en: 'Done' },
}

/** Monday first, as ISO 8601 counts: weekday 1 is `WEEKDAYS[0]`. */
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const
export type Weekday = (typeof WEEKDAYS)[number]
