import { Refused, violated } from '../../kernel/db/database.ts'
import { invalid, keyReused, notFound, type Problem } from '../../kernel/problem.ts'
import * as problems from './errors.ts'

const { stationChanged, notBookable, slotFull, tooManyBookings, notOpenAnyMore, alreadyBooked } = problems
const { nothingLeft, isBack, numberOver, numberTaken } = problems
const KNOWN: { readonly [code: string]: () => Problem } = {
  stationChanged,
  notBookable,
  slotFull,
  alreadyBooked,
  tooManyBookings,
  notOpenAnyMore,
  nothingLeft,
  isBack,
  notLent: nothingLeft,
  numberOver,
  noStation: notFound,
  photoNotYours: () =>
    invalid([{ field: 'photos', message: '有一张照片不是您传的，或者已经删除，请重新上传。' }]),
  noArea: () => invalid([{ field: 'path', message: '没有这个地点，或者它已撤销。' }]),
}
const MET: { readonly [constraint: string]: () => Problem } = {
  bookings_once: alreadyBooked,
  queue_tickets_once: numberTaken,
  queue_tickets_pkey: keyReused,
  lendables_pkey: keyReused,
  loans_pkey: keyReused,
  bookings_pkey: keyReused,
  stations_pkey: keyReused,
  bookables_pkey: keyReused,
  stations_stands: () =>
    invalid([{ field: 'from', message: '流动驿站要写从什么时候到什么时候在这里，到要晚于从。' }]),
}

/** The problem that a statement's refusal stands for; anything else as it is. */
export function inWords(error: unknown): unknown {
  if (error instanceof Refused) return KNOWN[error.code]?.() ?? error
  return MET[violated(error) ?? '']?.() ?? error
}
