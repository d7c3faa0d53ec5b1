import type { Drawn } from '../../../../kit/map/shapes.ts'

/** How far one grid of a campaign is. */
export type Walked = { readonly households: number; readonly reached: number }
/** Lower bounds of the classes, in per cent: nothing yet, a part, all. */
export const CLASSES = [0, 1, 25, 50, 75, 100] as const

/** Whole per cent, rounded so that 100 means all and 0 means nothing. */
export function percentOf({ households, reached }: Walked): number {
  if (households === 0 || reached >= households) return households === 0 ? 0 : 100
  return reached === 0 ? 0 : Math.min(99, Math.max(1, Math.round((100 * reached) / households)))
}

/** The number of a grid's class. */
export const classOf = (walked: Walked): number => {
  const percent = percentOf(walked)
  return CLASSES.findLastIndex((least) => percent >= least)
}

/** Rows of a map with their share in the name and as a tone; a grid without households stays plain. */
export const withShares = <Row extends Drawn>(
  rows: readonly Row[],
  walked: ReadonlyMap<string, Walked>,
): Row[] =>
  rows.map((row) => {
    const here = walked.get(row.path)
    return here ? { ...row, name: `${row.name} ${percentOf(here)}%`, tone: classOf(here) } : row
  })
