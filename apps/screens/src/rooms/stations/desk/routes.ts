import { pageAt } from '../../../kit/pageAt.ts'
import { sheet, station, stations } from './addresses.ts'

export const routes = [
  pageAt(stations, () => import('./StationsPage.tsx')),
  pageAt(station, () => import('./StationPage.tsx')),
  pageAt(sheet, () => import('./StationSheetPage.tsx')),
]
