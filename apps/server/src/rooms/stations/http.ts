import { stationEndpoints } from '@linli/contract/stations/endpoints'
import { room } from '../../kernel/http/room.ts'
import { book, bookFor } from './actions/book.ts'
import { cancelBooking } from './actions/cancelBooking.ts'
import { addBookable, closeBookable } from './actions/manageBookable.ts'
import { addStation, changeStation, closeStation } from './actions/manageStation.ts'
import { followingListeners } from './follow.ts'
import type { StationNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { listBookings, myBookings } from './views/bookings.ts'
import { stationCalendar } from './views/calendar.ts'
import { listSlots } from './views/slots.ts'
import { getStation, listStations, stationPhoto } from './views/stations.ts'

export const stationsRoom = (needs: StationNeeds) =>
  room({
    name: 'stations',
    endpoints: stationEndpoints,
    policy,
    listeners: followingListeners(needs.db),
    handlers: {
      listStations: ({ region, query }) => listStations(needs, region, query),
      getStation: ({ region, params }) => getStation(needs, region, params.slug),
      stationCalendar: async ({ region, params }) => ({
        ...(await stationCalendar(needs, region, params.slug)),
        mediaType: stationEndpoints.stationCalendar.file,
      }),
      stationPhoto: ({ region, params }) => stationPhoto(needs, region, params.slug, params.id),
      listSlots: ({ region, params, query }) => listSlots(needs, region, params.id, query.day),
      addStation: (request) => addStation(needs, request),
      changeStation: (request) => changeStation(needs, request),
      closeStation: (request) => closeStation(needs, request),
      addBookable: (request) => addBookable(needs, request),
      closeBookable: (request) => closeBookable(needs, request),
      book: (request) => book(needs, request),
      bookFor: (request) => bookFor(needs, request),
      myBookings: ({ me, query }) => myBookings(needs.db, me, query),
      cancelBooking: (request) => cancelBooking(needs, request),
      listBookings: ({ me, params, query }) => listBookings(needs.db, me, params.id, query.day),
    },
  })
