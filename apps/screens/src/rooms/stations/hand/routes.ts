import { pageAt } from '../../../kit/pageAt.ts'
import { bookable, bookings, guest, help, queueScreen, station, stations } from './addresses.ts'

export const routes = [
  pageAt(stations, () => import('./StationsPage.tsx')),
  pageAt(station, () => import('./StationPage.tsx')),
  pageAt(bookable, () => import('./BookPage.tsx')),
  pageAt(bookings, () => import('./MyBookingsPage.tsx')),
  pageAt(help, () => import('./HelpPage.tsx')),
  pageAt(queueScreen, () => import('./QueueScreenPage.tsx')),
  pageAt(guest, () => import('./GuestPage.tsx')),
]
