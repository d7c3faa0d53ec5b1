import { OPEN_STATES } from '@linli/contract/orders/words'
import { desk } from '../../kit/routes.ts'
import { type Filters, searchOf } from '../orders/desk/queue/filters.ts'
import { type Period, periodSearch } from './period.ts'
import type { View } from './view.ts'

/** The wall's own folder of addresses: below it stands the path of an area. */
export const WALL = '/wall'
const DESK = '/desk'

/** The wall of an area, as the wall's own router knows it. */
export const wallUrl = (path: string, days: Period, view: View = 'orders'): string => {
  const search = periodSearch(days)
  return view === 'orders' ? path + search : `${path}${search}${search ? '&' : '?'}show=${view}`
}

/** The wall of an area, from another screen. */
export const wallAddress = (path: string, days: Period): string => WALL + wallUrl(path, days)

/** The area in the wall's address; none at its root, which is the reader's own. */
export const areaFrom = (location: string): string | undefined => {
  const codes = location.split('/').filter(Boolean)
  return codes.length === 0 ? undefined : `/${codes.join('/')}/`
}

/** The desk's queue below an area, showing what a figure counts. */
export const queueUrl = (path: string, filters: Filters): string =>
  `${desk.queue.url()}?${searchOf({ ...filters, ...(path === '/' ? {} : { path }) })}`

/** What is still in hand: every open state. */
export const IN_HAND: Filters = { state: [...OPEN_STATES] }

export const figuresUrl = (path: string, days: Period): string => {
  const search = new URLSearchParams({ area: path, days: String(days) })
  return `${desk.figures.url()}?${search.toString()}`
}

/** An address of desk, from another screen. */
export const atDesk = (url: string): string => DESK + url
