import { pageAt } from '../../../kit/pageAt.ts'
import { desk } from '../../../kit/routes.ts'
import { codeSheet, units } from './addresses.ts'

export const routes = [
  pageAt(desk.places, () => import('./PlacesPage.tsx')),
  pageAt(desk.register, () => import('./ImportPage.tsx')),
  pageAt(codeSheet, () => import('./CodeSheetPage.tsx')),
  pageAt(units, () => import('./UnitsPage.tsx')),
]
