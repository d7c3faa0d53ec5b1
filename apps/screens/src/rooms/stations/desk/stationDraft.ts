import type { Coordinates } from '@linli/contract/places/words'
import type { Hours, StationView } from '@linli/contract/stations/shapes'
import type { StationKind } from '@linli/contract/stations/words'

/** A station as it is being written; positions as people paste them from a map, `115.892151,28.676493`. */
export type StationDraft = {
  readonly kind: StationKind
  readonly name: string
  readonly path: string | undefined
  readonly address: string
  readonly position: string
  readonly system: Coordinates
  readonly phone: string
  readonly facilities: readonly string[]
  readonly stepFree: boolean
  readonly photos: readonly string[]
  readonly fromDay: string
  readonly lastDay: string
}

const NO_HOURS: Hours = {
  week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
  holidays: [],
  days: [],
}
const UNIT = 1e7
const ZONE = 8 * 3_600_000
const DAY = 86_400_000

const dayOf = (at: string | null, before = 0): string =>
  at === null ? '' : new Date(Date.parse(at) + ZONE - before).toISOString().slice(0, 10)
/** When a day begins in Beijing. */
const startOf = (day: string, later = 0): string | null =>
  day === '' ? null : new Date(Date.parse(`${day}T00:00:00+08:00`) + later).toISOString()

/** What is read off a map: longitude, latitude; undefined where it is no position. */
export function readPosition(text: string): { longitude: number; latitude: number } | undefined {
  const [, east, north] = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,，\s]\s*(-?\d{1,2}(?:\.\d+)?)\s*$/.exec(text) ?? []
  if (east === undefined || north === undefined) return undefined
  const [longitude, latitude] = [Math.round(Number(east) * UNIT), Math.round(Number(north) * UNIT)]
  return Math.abs(longitude) > 180 * UNIT || Math.abs(latitude) > 90 * UNIT
    ? undefined
    : { longitude, latitude }
}

export const EMPTY_DRAFT: StationDraft = {
  kind: 'fixed',
  name: '',
  path: undefined,
  address: '',
  position: '',
  system: 'gcj02',
  phone: '',
  facilities: [],
  stepFree: false,
  photos: [],
  fromDay: '',
  lastDay: '',
}

/** A kept station as a draft; its position is WGS-84 by then. */
export const draftOf = (station: StationView): StationDraft => ({
  kind: station.kind,
  name: station.name,
  path: station.path,
  address: station.address,
  position: station.position
    ? `${station.position.longitude / UNIT},${station.position.latitude / UNIT}`
    : '',
  system: 'wgs84',
  phone: station.phone ?? '',
  facilities: station.facilities,
  stepFree: station.stepFree,
  photos: station.photos,
  fromDay: dayOf(station.from),
  lastDay: dayOf(station.to, 1),
})

/** What the contract is sent; only for a draft without faults. */
export function bodyOf(draft: StationDraft, path: string, hours: Hours = NO_HOURS) {
  const { kind, name, address, position, system, phone, facilities, stepFree, photos } = draft
  const at = readPosition(position)
  const moves = kind === 'mobile'
  return {
    kind,
    name: name.trim(),
    path,
    address: address.trim(),
    position: at ? { ...at, system } : null,
    phone: phone.replace(/\D/g, '') || null,
    facilities: [...facilities],
    stepFree,
    photos: [...photos],
    hours,
    from: moves ? startOf(draft.fromDay) : null,
    to: moves ? startOf(draft.lastDay, DAY) : null,
  }
}
