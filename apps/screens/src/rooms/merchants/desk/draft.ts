import type { MerchantView } from '@linli/contract/merchants/shapes'
import type { Coordinates } from '@linli/contract/places/words'
import type { Hours } from '@linli/contract/stations/shapes'
import { readSpans, writeSpans } from '../../stations/desk/hoursText.ts'
import { readPosition } from '../../stations/desk/stationDraft.ts'

/** A merchant as it is being written; hours as a clerk writes them, one line for weekdays and one each for the rest. */
export type MerchantDraft = {
  readonly name: string
  readonly unitId: string | undefined
  readonly path: string | undefined
  readonly address: string
  readonly position: string
  readonly system: Coordinates
  readonly phone: string
  readonly services: readonly string[]
  readonly stepFree: boolean
  readonly weekdays: string
  readonly saturday: string
  readonly sunday: string
  readonly holidays: string
}

export const EMPTY_DRAFT: MerchantDraft = {
  name: '',
  unitId: undefined,
  path: undefined,
  address: '',
  position: '',
  system: 'gcj02',
  phone: '',
  services: [],
  stepFree: false,
  weekdays: '08:00-20:00',
  saturday: '08:00-20:00',
  sunday: '08:00-20:00',
  holidays: '',
}

const UNIT = 1e7
/** A kept merchant as a draft; its position is WGS-84 by then. */
export const draftOf = (merchant: MerchantView): MerchantDraft => ({
  ...EMPTY_DRAFT,
  name: merchant.name,
  path: merchant.path,
  address: merchant.address,
  position: `${merchant.position.longitude / UNIT},${merchant.position.latitude / UNIT}`,
  system: 'wgs84',
  phone: merchant.phone ?? '',
  services: merchant.services,
  stepFree: merchant.stepFree,
  weekdays: writeSpans(merchant.hours.week.monday),
  saturday: writeSpans(merchant.hours.week.saturday),
  sunday: writeSpans(merchant.hours.week.sunday),
  holidays: writeSpans(merchant.hours.holidays),
})

const LINES = ['weekdays', 'saturday', 'sunday', 'holidays'] as const

/** What is wrong with a draft, by field; empty when it can be sent. */
export const faultsOf = (draft: MerchantDraft): (keyof MerchantDraft)[] => [
  ...(draft.name.trim() === '' ? ['name' as const] : []),
  ...(draft.path === undefined ? ['path' as const] : []),
  ...(draft.address.trim() === '' ? ['address' as const] : []),
  ...(readPosition(draft.position) ? [] : ['position' as const]),
  ...(draft.services.length === 0 ? ['services' as const] : []),
  ...LINES.filter((line) => !readSpans(draft[line])),
]

/** The hours of a draft; undefined where a line is none. @param days single days, which the form leaves as they are */
export function hoursOf(draft: MerchantDraft, days: Hours['days'] = []): Hours | undefined {
  const [weekday, saturday, sunday, holidays] = LINES.map((line) => readSpans(draft[line]))
  if (!weekday || !saturday || !sunday || !holidays) return undefined
  const [monday, tuesday, wednesday, thursday, friday] = [weekday, weekday, weekday, weekday, weekday]
  return {
    week: { monday, tuesday, wednesday, thursday, friday, saturday, sunday },
    holidays,
    days: [...days],
  }
}

/** What the contract is sent; undefined for a draft with faults. @param days single days, which this form leaves as they are */
export function bodyOf(draft: MerchantDraft, days: Hours['days'] = []) {
  const at = readPosition(draft.position)
  const hours = hoursOf(draft, days)
  const { path } = draft
  if (!at || !hours || path === undefined || faultsOf(draft).length > 0) return undefined
  return {
    name: draft.name.trim(),
    path,
    address: draft.address.trim(),
    position: { ...at, system: draft.system },
    phone: draft.phone.replace(/\D/g, '') || null,
    services: [...draft.services],
    stepFree: draft.stepFree,
    hours,
  }
}
