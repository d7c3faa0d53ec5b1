import { Refused, violated } from '../../kernel/db/database.ts'
import { invalid, keyReused, type Problem } from '../../kernel/problem.ts'
import * as problems from './errors.ts'

const { activityChanged, notOpen, activityFull, alreadySignedUp, signupOver, notSignedUp, notNow } = problems
const { ownHelp, notAHelper, photoGone, seatsTaken, roomTaken } = problems
const KNOWN: { readonly [code: string]: () => Problem } = {
  activityChanged,
  notOpen,
  activityFull,
  alreadySignedUp,
  signupOver,
  notSignedUp,
  notNow,
  ownHelp,
  notAHelper,
  photoGone,
  roomTaken,
  noRoom: () => invalid([{ field: 'roomId', message: '没有这间屋子，或者它已停用。' }]),
  photoNotYours: () =>
    invalid([{ field: 'fileId', message: '这张照片不是您传的，或者已经删除，请重新上传。' }]),
  noArea: () => invalid([{ field: 'path', message: '没有这个地点，或者它已撤销。' }]),
  noStation: () => invalid([{ field: 'stationId', message: '没有这个驿站，或者它已撤销。' }]),
  noUnit: () => invalid([{ field: 'unitId', message: '没有这个单位，或者它已撤销。' }]),
}
const MET: { readonly [constraint: string]: () => Problem } = {
  activity_signups_once: alreadySignedUp,
  activity_signups_pkey: keyReused,
  activities_pkey: keyReused,
  activity_photos_pkey: keyReused,
  activity_help_pkey: activityChanged, // summed up before
  activity_seats_taken: seatsTaken,
}

/** The problem that a statement's refusal stands for; anything else as it is. */
export function inWords(error: unknown): unknown {
  if (error instanceof Refused) return KNOWN[error.code]?.() ?? error
  return MET[violated(error) ?? '']?.() ?? error
}
