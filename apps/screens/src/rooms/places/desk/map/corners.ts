import type { Outline, Position } from '@linli/contract/places/boundaryShapes'

/** Pieces of an outline, each its outer ring and then its holes. */
export type Pieces = Outline['coordinates']

const PLACES = 7
/** What a line that begins a hole says; both are read. */
const HOLE = '洞'
const HOLES: readonly string[] = [HOLE, 'hole']

/** An outline as texts for the keyboard: a corner a line, `经度,纬度`; an empty line between rings; a hole begins with 洞. */
export function cornersText(pieces: Pieces): string {
  return pieces
    .flatMap((rings) =>
      rings.map((ring, at) => [...(at > 0 ? [HOLE] : []), ...ring.slice(0, -1).map(positionText)].join('\n')),
    )
    .join('\n\n')
}

/** Degrees to about a centimetre. */
export const rounded = (degrees: number): number => Number(degrees.toFixed(PLACES))
const short = (degrees: number): string => String(rounded(degrees))
/** A position as one writes it. */
export const positionText = ([longitude, latitude]: Position): string =>
  `${short(longitude)},${short(latitude)}`

export type ReadCorners = { readonly pieces: Pieces } | { readonly wrongLine: number }

/** The other way. A line that is no corner is told by its number from 1. */
export function readCorners(text: string): ReadCorners {
  const pieces: Position[][][] = []
  let ring: Position[] | undefined
  const lines = text.replaceAll('，', ',').split('\n')
  for (const [index, line] of lines.entries()) {
    const words = line.trim()
    if (words === '') {
      ring = undefined
      continue
    }
    const last = pieces.at(-1)
    if (HOLES.includes(words)) {
      if (!last) return { wrongLine: index + 1 }
      ring = []
      last.push(ring)
      continue
    }
    const corner = positionOf(words)
    if (!corner) return { wrongLine: index + 1 }
    if (!ring) {
      ring = []
      pieces.push([ring])
    }
    ring.push(corner)
  }
  return { pieces: pieces.map((rings) => rings.map(closed)) }
}

/** The position that is written, undefined where it is none. */
export function positionOf(words: string): Position | undefined {
  const [x, y, ...more] = words
    .trim()
    .split(/[,，\s]+/)
    .map(Number)
  if (x === undefined || y === undefined || more.length > 0) return undefined
  return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y] : undefined
}

function closed(ring: readonly Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last) return []
  return first[0] === last[0] && first[1] === last[1] ? [...ring] : [...ring, first]
}
