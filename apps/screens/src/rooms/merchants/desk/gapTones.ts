import type { GridReach } from '@linli/contract/merchants/shapes'
import type { Drawn } from '../../../kit/map/shapes.ts'

/** How a grid stands to the services that are looked at; nothing is known of one without a place. */
export type Standing = 'reached' | 'partly' | 'missing' | 'unknown'
/** The tone of the map by standing; darker has more. What is unknown stays plain. */
export const TONES: { readonly [standing in Standing]: number | undefined } = {
  reached: 4,
  partly: 2,
  missing: 0,
  unknown: undefined,
}

/** How many of some services a grid lacks; undefined where it is not known where the grid lies. */
export function lacking(
  { placed, services }: GridReach,
  looked: (service: string) => boolean,
): number | undefined {
  return placed ? services.filter(({ key, within }) => looked(key) && !within).length : undefined
}

export function standingOf(grid: GridReach, looked: (service: string) => boolean): Standing {
  const missing = lacking(grid, looked)
  if (missing === undefined) return 'unknown'
  if (missing === 0) return 'reached'
  return missing === grid.services.filter(({ key }) => looked(key)).length ? 'missing' : 'partly'
}

/** Outlines of the grids with their standing as a tone and in their names, so that no colour says it alone. */
export function withStandings<Row extends Drawn>(
  rows: readonly Row[],
  grids: readonly GridReach[],
  looked: (service: string) => boolean,
  words: (standing: Standing, missing: number) => string,
): Row[] {
  const byPath = new Map(grids.map((grid) => [grid.path, grid]))
  return rows.flatMap((row) => {
    const grid = byPath.get(row.path)
    if (!grid) return []
    const standing = standingOf(grid, looked)
    const tone = TONES[standing]
    const name = `${row.name} ${words(standing, lacking(grid, looked) ?? 0)}`
    return [{ ...row, name, ...(tone === undefined ? {} : { tone }) }]
  })
}
