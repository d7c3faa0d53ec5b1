/** Front door of the places room: the rules of the place, its areas and units, and the door for registers by file. */

export { installPreset } from './actions/installPreset.ts'
export { aliasesRoom } from './aliases/http.ts'
export { boundariesRoom } from './boundaries/http.ts'
export { outlinesNow } from './boundaries/outlinesNow.ts'
export { daysRoom } from './days/http.ts'
export type { RuleChange } from './editing/editRule.ts'
export { editingRoom } from './editing/http.ts'
export { gridPlansRoom } from './grids/http.ts'
export { planWaitingGrids } from './grids/jobs.ts'
export { placesRoom } from './http.ts'
export { placeLedgers } from './ledgers.ts'
export { cursor, pageOf } from './paging.ts'
export { type PlaceRules, placeRules } from './placeRules.ts'
export { followPlaces, redrawRoom } from './redraw/http.ts'
export { type Followed, followRows } from './redraw/store/follow.ts'
export { PREDECESSORS } from './redraw/views.ts'
export { areaIndex } from './registers/areaIndex.ts'
export { levelColumns, stepsOf } from './registers/chain.ts'
export {
  findings,
  type PlanContext,
  type Register,
  type RegisterRow,
  writesEach,
  writesOf,
} from './registers/register.ts'
export { pointInside, type Region } from './rules/geometry.ts'
export { knownYears } from './rules/knownYears.ts'
export { newUnitStatement } from './store/newUnit.ts'
export { searchAddresses } from './views/addresses.ts'
export { areaBySlug, areaExists, areaNames } from './views/areas.ts'
export { type MentionedPlace, mentionedPlaces } from './views/mentions.ts'
export { allAreas, allHouseholds } from './views/registers.ts'
export { fullName, inRanges } from './views/sql.ts'
export { unitNames, units } from './views/units.ts'
