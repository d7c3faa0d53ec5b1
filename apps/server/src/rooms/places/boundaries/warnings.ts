import type { OutlineWarning } from '@linli/contract/places/boundaryShapes'
import { gapMetres, outsideMetres, overlapMetres } from '../rules/fit.ts'
import { boundsMeet, boundsOf, squareMetres } from '../rules/geometry.ts'
import type { Outlined, OutlineIndex } from './outlineIndex.ts'

/** Less than this is the thickness of a pencil. */
const SMALLEST_SQUARE_METRES = 10
/** Of a large area a small part: two surveys of a county never agree to the metre. */
const SMALLEST_PART = 0.001
/** Boxes are widened by this much when neighbours are looked for: some thirty metres. */
const BESIDE_DEGREES = 0.0003

const isAbove = (one: Outlined, other: Outlined): boolean =>
  other.path !== one.path && other.path.startsWith(one.path)

/**
 * What an outline does not fit, the largest first: told in words, never a refusal.
 * @param isCompared leaves out areas of the same level
 */
export function warningsOf(
  drawn: Outlined,
  index: OutlineIndex,
  isCompared: (other: Outlined) => boolean = () => true,
): OutlineWarning[] {
  const [west, south, east, north] = boundsOf(drawn.region)
  const around = [
    west - BESIDE_DEGREES,
    south - BESIDE_DEGREES,
    east + BESIDE_DEGREES,
    north + BESIDE_DEGREES,
  ] as const
  const near = index.near(around).filter(({ path }) => path !== drawn.path)
  const beside = near.filter(({ level }) => level === drawn.level)
  const above = index.drawn
    .filter((one) => isAbove(one, drawn))
    .sort((a, b) => b.path.length - a.path.length)[0]
  const least = Math.max(SMALLEST_SQUARE_METRES, squareMetres(drawn.region) * SMALLEST_PART)
  const found: (OutlineWarning & { readonly metres: number })[] = []
  const add = (kind: OutlineWarning['kind'], { path, name }: Outlined, metres: number): void => {
    if (metres >= least)
      found.push({ kind, drawn: drawn.name, area: path, name, squareMetres: Math.round(metres), metres })
  }
  for (const other of beside.filter(isCompared)) {
    if (boundsMeet(boundsOf(other.region), boundsOf(drawn.region)))
      add('overlap', other, overlapMetres(drawn.region, other.region))
    const others = beside.filter((one) => one !== other).map(({ region }) => region)
    add('gap', other, gapMetres(drawn.region, other.region, others))
  }
  if (above) add('outsideParent', above, outsideMetres(drawn.region, above.region))
  return found.sort((a, b) => b.metres - a.metres).map(({ metres: _metres, ...warning }) => warning)
}
