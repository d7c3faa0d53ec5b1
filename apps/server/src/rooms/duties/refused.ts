import { Refused, violated } from '../../kernel/db/database.ts'
import { invalid, keyReused, type Problem } from '../../kernel/problem.ts'
import * as problems from './errors.ts'

const {
  rosterMoved,
  rosterInForce,
  nobodyComes,
  notMember,
  away,
  lacksSkill,
  needsRest,
  weekFull,
  dutyOver,
  notNow,
  noSignIn,
  ownHours,
  notServed,
  swapGone,
  notInForce,
  hoursWaiting,
  stillServing,
  placeFilled,
  shiftOver,
} = problems
const REFUSED: { readonly [code: string]: () => Problem } = {
  rosterMoved,
  rosterInForce,
  nobodyComes,
  notMember,
  away,
  lacksSkill,
  needsRest,
  weekFull,
  dutyOver,
  notNow,
  noSignIn,
  ownHours,
  notServed,
  swapGone,
  notInForce,
  hoursWaiting,
  stillServing,
  placeFilled,
  shiftOver,
  noSuchOrder: () => invalid([{ field: 'orderId', message: '这张单不是您刚点的，请重新点单后再写日志。' }]),
}
const VIOLATED: { readonly [constraint: string]: () => Problem } = {
  duties_one_place: problems.peopleElsewhere,
  duty_swaps_open: problems.swapOpen,
  duty_log_pkey: keyReused,
  rosters_pkey: keyReused,
  rosters_series: problems.monthThere,
}

/** The problem that a refusal or a violated constraint stands for; anything else as it is. */
export function inWords(error: unknown): unknown {
  if (error instanceof Refused) return REFUSED[error.code]?.() ?? error
  return VIOLATED[violated(error) ?? '']?.() ?? error
}
