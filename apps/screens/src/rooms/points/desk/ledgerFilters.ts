import type { Input } from '../../../kit/endpoints.ts'

type Query = NonNullable<Input<'listLedger'>['query']>
export type LedgerFilters = Pick<Query, 'account' | 'order' | 'from' | 'to'>

const DAY = /^\d{4}-\d{2}-\d{2}$/
const ID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** The filters of an address; what is not a day or an id is left out. */
export function ledgerFilters(search: URLSearchParams): LedgerFilters {
  const fitting = (name: keyof LedgerFilters, form: RegExp) => {
    const value = search.get(name) ?? ''
    return form.test(value) ? { [name]: value } : {}
  }
  return {
    ...fitting('account', ID),
    ...fitting('order', ID),
    ...fitting('from', DAY),
    ...fitting('to', DAY),
  }
}

/** The first and the last day of a month `2026-03`, as the ledger asks for them. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${last}` }
}
