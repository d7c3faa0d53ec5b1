import type { LedgerFilters } from '@linli/contract/ledgers/shapes'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const PATH = /^\/([a-z0-9]{1,12}\/){0,8}$/
const KEY = /^[a-z][a-zA-Z0-9]{0,29}$/

/** The filters that stand in the address; what does not fit is left out. */
export function filtersOf(search: URLSearchParams): LedgerFilters {
  const one = (name: string, shape: RegExp) => {
    const value = search.get(name) ?? ''
    return shape.test(value) ? { [name]: value } : {}
  }
  const only = search.getAll('only').filter((value) => value.includes(':'))
  const sort = one('sort', KEY)
  return {
    ...one('path', PATH),
    ...one('from', DAY),
    ...one('to', DAY),
    ...(only.length > 0 ? { only } : {}),
    ...sort,
    ...(sort.sort && search.get('down') === 'true' ? { down: true } : {}),
  }
}

/** The same filters as an address. */
export function searchOf({ only = [], ...rest }: LedgerFilters): URLSearchParams {
  const pairs = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return new URLSearchParams([...pairs, ...only.map((one) => ['only', one])])
}

/** Another value of one column in place of those it has. */
export const withValue = (
  filters: LedgerFilters,
  column: string,
  value: string | undefined,
): LedgerFilters => {
  const { only: before = [], ...rest } = filters
  const only = before
    .filter((one) => !one.startsWith(`${column}:`))
    .concat(value ? [`${column}:${value}`] : [])
  return only.length > 0 ? { ...rest, only } : rest
}

/** The value that a column is filtered by. */
export const chosenValue = ({ only = [] }: LedgerFilters, column: string): string | undefined =>
  only.find((one) => one.startsWith(`${column}:`))?.slice(column.length + 1)
