import { useQuery } from '../../kit/useQuery.ts'

/** Every open station of the place. */
export const useStations = () => useQuery('listStations', { query: {} })

/** One station by its public address. */
export const useStation = (slug: string) => useQuery('getStation', { params: { slug } })

/** What can still be booked on a day. */
export const useSlots = (id: string, day: string) =>
  useQuery('listSlots', { params: { id }, query: { day } }, ['stations.'])

/** One's own bookings, the latest first. */
export const useMyBookings = (after?: string) =>
  useQuery('myBookings', { query: { limit: 20, ...(after ? { after } : {}) } }, ['stations.'])
