import type { Input } from '../../../kit/endpoints.ts'

type Query = NonNullable<Input<'listLedger'>['query']>
export type LedgerFilters = Pick<Query, 'account' | 'order' | 'from' | 'to'>

/** A month as an address says it: `2026-03`. */
export const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/
const DAY = /^\d{4}-\d{2}-\d{2}$/
const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** An id of an address; what is none is left out. */
export const idIn = (search: URLSearchParams, name: string): string | undefined => fitting(search, name, ID)

/** A day of an address; what is none is left out. */
export const dayIn = (search: URLSearchParams, name: string): string | undefined => fitting(search, name, DAY)

function fitting(search: URLSearchParams, name: string, form: RegExp): string | undefined {
  const value = search.get(name) ?? ''
  return form.test(value) ? value : undefined
}

/** Only what is there, so that it can be sent as a query. */
export const present = <Some extends object>(some: Some) =>
  Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined && value !== '')) as {
    // What is undefined was taken out, so what is left has its own type.
    [Name in keyof Some]?: Exclude<Some[Name], undefined>
  }

/** The filters of an address; what is not a day or an id is left out. */
export const ledgerFilters = (search: URLSearchParams): LedgerFilters =>
  present({
    account: idIn(search, 'account'),
    order: idIn(search, 'order'),
    from: dayIn(search, 'from'),
    to: dayIn(search, 'to'),
  })

/** The first and the last day of a month `2026-03`, as the ledger asks for them. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${last}` }
}
