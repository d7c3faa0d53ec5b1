/**
 * What a transaction may see: the net under the policy. `ranges` are half-open byte ranges of area paths, at most four;
 * `system` is the relay's and the jobs' own hand.
 */
export type Scope = {
  readonly region: number
  readonly person?: string | undefined
  readonly units?: readonly string[]
  readonly teams?: readonly string[]
  readonly ranges?: readonly Range[]
  readonly system?: boolean
}
export type Range = { readonly lo: string; readonly hi: string }

export const MOST_RANGES = 4

/** The range of everything below an area path: `/c03/` to `/c030`, since `0` follows `/` in bytes. */
export function rangeOf(path: string): Range {
  return { lo: path, hi: `${path.slice(0, -1)}0` }
}

/** Whether a path lies in one of the ranges. */
export function within(path: string, ranges: readonly Range[]): boolean {
  return ranges.some((range) => path >= range.lo && path < range.hi)
}

const PATH = /^[/a-z0-9]*$/
const UUID = /^[0-9a-f-]{36}$/

/** The statements that open a transaction in a scope. SET LOCAL takes no parameters, so each value is checked by shape here. */
export function preamble(scope: Scope, shiftMilliseconds: number, readOnly = false): string {
  const set = [`SET LOCAL app.region='${Math.trunc(scope.region)}'`]
  if (scope.system) set.push(`SET LOCAL app.system='on'`)
  if (scope.person) set.push(`SET LOCAL app.person='${checked(scope.person, UUID)}'`)
  if (scope.units?.length)
    set.push(`SET LOCAL app.units='{${scope.units.map((id) => checked(id, UUID)).join(',')}}'`)
  if (scope.teams?.length)
    set.push(`SET LOCAL app.teams='{${scope.teams.map((id) => checked(id, UUID)).join(',')}}'`)
  const ranges = scope.ranges ?? []
  if (ranges.length > MOST_RANGES)
    throw new Error(`a scope has at most ${MOST_RANGES} ranges, got ${ranges.length}`)
  ranges.forEach((range, index) => {
    set.push(
      `SET LOCAL app.lo${index + 1}='${checked(range.lo, PATH)}'`,
      `SET LOCAL app.hi${index + 1}='${checked(range.hi, PATH)}'`,
    )
  })
  if (shiftMilliseconds !== 0) set.push(`SET LOCAL app.shift='${Math.trunc(shiftMilliseconds)} milliseconds'`)
  return `BEGIN${readOnly ? ' READ ONLY' : ''};${set.join(';')}`
}

function checked(value: string, shape: RegExp): string {
  if (!shape.test(value)) throw new Error('a scope value has the wrong shape')
  return value
}
