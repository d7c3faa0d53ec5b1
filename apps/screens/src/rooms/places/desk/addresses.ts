import { route } from '../../../kit/route.ts'

/** The other addresses of this room stand in the kit. */
export const codeSheet = route('/places/:id/codes')
export const units = route('/places/units')
export const days = route('/places/days')
export const rules = route('/rules')
export const orderProcess = route('/process')
export const rule = route('/rules/:kind')
/** The page of one rule: keys have dots, which in a path would ask for a file. `new`: one that is not there yet. */
export const ruleUrl = (kind: string, key: string): string =>
  `${rule.url({ kind })}?key=${encodeURIComponent(key)}`
export const redraw = route('/places/redraw')

/** The page that redraws the grids of a community, with one of them chosen already. */
export const redrawUrl = (community: string, grid?: string): string =>
  `${redraw.url()}?in=${encodeURIComponent(community)}${grid ? `&grid=${encodeURIComponent(grid)}` : ''}`
export const outlineMap = route('/places/map')
/** The map on which a building is put where it stands. */
export const placeOnMap = (path: string): string =>
  `${outlineMap.url()}?at=${encodeURIComponent(path.replace(/[^/]+\/$/, ''))}&place=${encodeURIComponent(path)}`
export const importOutlines = route('/places/map/import')

export const redraws = route('/places/redraws')
export const pastRedraw = route('/places/redraws/:id')
export const gridPlans = route('/places/grids')
export const gridPlan = route('/places/grids/:id')

/** The page that plans the grids of a community. */
export const gridPlansUrl = (community: string): string =>
  `${gridPlans.url()}?in=${encodeURIComponent(community)}`
