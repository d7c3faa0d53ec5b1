import sql, { join, type Sql } from 'sql-template-tag'

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

/** Whether a statement is planned for its own values each time, or once for all. */
export type Plan = 'custom' | 'generic'

/**
 * The statement that opens a transaction in a scope, or none when there is nothing to set. Everything is set for the
 * transaction alone; an id or path of the wrong shape meets an error of PostgreSQL's when the net reads it.
 * @throws when the scope has more ranges than the net has places for
 */
export function scopeStatements(
  scope: Scope | undefined,
  shiftMilliseconds: number,
  how: { readonly readOnly?: boolean; readonly plan?: Plan | undefined } = {},
): Sql[] {
  const { region, system, person, units = [], teams = [], ranges = [] } = scope ?? {}
  if (ranges.length > MOST_RANGES)
    throw new Error(`a scope has at most ${MOST_RANGES} ranges, got ${ranges.length}`)
  const settings: [name: string, value: string][] = []
  if (region !== undefined) settings.push(['app.region', String(Math.trunc(region))])
  if (system) settings.push(['app.system', 'on'])
  if (person) settings.push(['app.person', person])
  if (units.length > 0) settings.push(['app.units', `{${units.join(',')}}`])
  if (teams.length > 0) settings.push(['app.teams', `{${teams.join(',')}}`])
  for (const [index, { lo, hi }] of ranges.entries())
    settings.push([`app.lo${index + 1}`, lo], [`app.hi${index + 1}`, hi])
  if (shiftMilliseconds !== 0) settings.push(['app.shift', `${Math.trunc(shiftMilliseconds)} milliseconds`])
  if (how.readOnly) settings.push(['transaction_read_only', 'on'])
  if (how.plan) settings.push(['plan_cache_mode', `force_${how.plan}_plan`])
  if (settings.length === 0) return []
  return [sql`select ${join(settings.map(([name, value]) => sql`set_config(${name}, ${value}, true)`))}`]
}
