import type { DeskActivityView } from '@linli/contract/activities/shapes'
import { clockOf, dayOf } from '../../stations/days.ts'

/** An activity as it is being written: numbers and times as they are typed. */
export type ActivityDraft = {
  readonly title: string
  readonly kind: string | undefined
  readonly theme: string | undefined
  readonly words: string
  readonly path: string | undefined
  readonly stationId: string | undefined
  /** The page of the station, by which it is read. */
  readonly stationSlug: string | undefined
  /** A room of the station, held for the activity. */
  readonly roomId: string | undefined
  readonly unitId: string | undefined
  readonly place: string
  readonly day: string
  readonly from: string
  readonly to: string
  readonly forWhom: string
  readonly bring: string
  readonly phone: string
  readonly signUp: boolean
  readonly seats: string
  readonly helpers: string
  readonly weekdays: readonly string[]
  readonly until: string
}

export const EMPTY_DRAFT: ActivityDraft = {
  title: '',
  kind: undefined,
  theme: undefined,
  words: '',
  path: undefined,
  stationId: undefined,
  stationSlug: undefined,
  roomId: undefined,
  unitId: undefined,
  place: '',
  day: '',
  from: '',
  to: '',
  forWhom: '',
  bring: '',
  phone: '',
  signUp: true,
  seats: '',
  helpers: '0',
  weekdays: [],
  until: '',
}

/** A kept activity as a draft. A station that is closed by now, and its room, are not kept. */
export function draftOf(activity: DeskActivityView): ActivityDraft {
  const stands = activity.stationSlug !== null
  const of = (part: string) => activity.seats.find((one) => one.part === part)
  return {
    ...EMPTY_DRAFT,
    title: activity.title,
    kind: activity.kind,
    theme: activity.theme ?? undefined,
    words: activity.words,
    path: activity.path,
    stationId: stands ? (activity.stationId ?? undefined) : undefined,
    stationSlug: activity.stationSlug ?? undefined,
    roomId: stands ? (activity.roomId ?? undefined) : undefined,
    unitId: activity.unitId ?? undefined,
    place: activity.place,
    day: dayOf(new Date(activity.startsAt)),
    from: clockOf(activity.startsAt),
    to: clockOf(activity.endsAt),
    forWhom: activity.forWhom ?? '',
    bring: activity.bring ?? '',
    phone: activity.phone ?? '',
    signUp: activity.signUp,
    seats: String(of('attend')?.seats ?? ''),
    helpers: String(of('help')?.seats ?? 0),
  }
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const WHOLE = /^\d{1,6}$/
/** A time as it is typed, `9:30` or `09：30`. */
export const readClock = (text: string): string | undefined => {
  const [, hour = '', minute = ''] = /^\s*(\d{1,2})[:：](\d{2})\s*$/.exec(text) ?? []
  const clock = `${hour.padStart(2, '0')}:${minute}`
  return CLOCK.test(clock) ? clock : undefined
}

const at = (day: string, clock: string): string => new Date(`${day}T${clock}:00+08:00`).toISOString()
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** What is wrong with a draft, by field; empty when it can be sent. */
export function faultsOf(draft: ActivityDraft): (keyof ActivityDraft)[] {
  const [from, to] = [readClock(draft.from), readClock(draft.to)]
  return [
    ...(draft.title.trim() === '' ? ['title' as const] : []),
    ...(draft.kind === undefined ? ['kind' as const] : []),
    ...(draft.words.trim() === '' ? ['words' as const] : []),
    ...(draft.path === undefined ? ['path' as const] : []),
    ...(draft.place.trim() === '' ? ['place' as const] : []),
    ...(draft.day === '' ? ['day' as const] : []),
    ...(from === undefined ? ['from' as const] : []),
    ...(to === undefined || (from !== undefined && to <= from) ? ['to' as const] : []),
    ...(draft.seats !== '' && (!WHOLE.test(draft.seats) || Number(draft.seats) < 1)
      ? ['seats' as const]
      : []),
    ...(WHOLE.test(draft.helpers) ? [] : ['helpers' as const]),
    ...(draft.weekdays.length > 0 && draft.until < draft.day ? ['until' as const] : []),
  ]
}

/** What the contract is sent; undefined for a draft with faults. */
export function bodyOf(draft: ActivityDraft) {
  const [from, to] = [readClock(draft.from), readClock(draft.to)]
  const { path, kind } = draft
  if (faultsOf(draft).length > 0 || !from || !to || path === undefined || kind === undefined) return undefined
  return {
    kind,
    theme: draft.theme ?? null,
    title: draft.title.trim(),
    words: draft.words.trim(),
    unitId: draft.unitId ?? null,
    path,
    stationId: draft.stationId ?? null,
    ...(draft.roomId ? { roomId: draft.roomId } : {}),
    place: draft.place.trim(),
    startsAt: at(draft.day, from),
    endsAt: at(draft.day, to),
    forWhom: orNull(draft.forWhom),
    bring: orNull(draft.bring),
    phone: draft.phone.replace(/\D/g, '') || null,
    signUp: draft.signUp,
    seats: draft.seats === '' ? null : Number(draft.seats),
    helpers: Number(draft.helpers),
  }
}
