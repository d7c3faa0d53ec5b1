import { type Bounds, boundsOf, type Region, squareMetres } from './geometry.ts'

/**
 * How outlines fit together, measured along lines drawn across both: between crossings a line is inside or outside. So
 * areas come out near enough to say in words, whatever the outlines look like.
 */
const LINES = 256
/** A gap wider than this is no mistake of drawing but somewhere else. */
const WIDEST_GAP_METRES = 30
const METRES_PER_DEGREE = 111_320

type Span = readonly [from: number, to: number]

/** The stretches of a line inside the region, in order. `across` 0: a line to the east at a latitude; 1: to the north. */
function spansAt(region: Region, across: 0 | 1, at: number): Span[] {
  const along = across === 0 ? 0 : 1
  const level = 1 - along
  const cuts: number[] = []
  for (const rings of region)
    for (const ring of rings)
      for (let corner = 1; corner < ring.length; corner += 1) {
        const [a, b] = [ring[corner - 1], ring[corner]]
        if (!a || !b) continue
        const [from, to] = [a[level] ?? 0, b[level] ?? 0]
        if (from > at === to > at) continue
        const [start, end] = [a[along] ?? 0, b[along] ?? 0]
        cuts.push(start + ((at - from) / (to - from)) * (end - start))
      }
  cuts.sort((one, other) => one - other)
  return cuts.flatMap((cut, index) => (index % 2 === 0 ? [[cut, cuts[index + 1] ?? cut] as const] : []))
}

/** The length of what two rows of spans have in common. */
function common(a: readonly Span[], b: readonly Span[]): number {
  let length = 0
  for (const one of a)
    for (const other of b) length += Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]))
  return length
}

const meeting = (a: Bounds, b: Bounds): Bounds => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]

const scaleAt = (latitude: number): number => Math.cos((latitude * Math.PI) / 180)

/** Square metres that two regions share. */
export function overlapMetres(a: Region, b: Region): number {
  const [, south, , north] = meeting(boundsOf(a), boundsOf(b))
  if (north <= south) return 0
  const step = (north - south) / LINES
  let degrees = 0
  for (let line = 0; line < LINES; line += 1) {
    const latitude = south + (line + 0.5) * step
    degrees += common(spansAt(a, 0, latitude), spansAt(b, 0, latitude)) * step
  }
  return degrees * METRES_PER_DEGREE ** 2 * scaleAt((south + north) / 2)
}

/** Square metres of a region that lie outside another. */
export const outsideMetres = (region: Region, other: Region): number =>
  Math.max(0, squareMetres(region) - overlapMetres(region, other))

/** Square metres between two regions that nearly touch and that belong to neither, nor to any of the `others`. */
export function gapMetres(a: Region, b: Region, others: readonly Region[]): number {
  return Math.max(gapAcross(a, b, others, 0), gapAcross(a, b, others, 1))
}

function gapAcross(a: Region, b: Region, others: readonly Region[], across: 0 | 1): number {
  const [ours, theirs] = [boundsOf(a), boundsOf(b)]
  const [low, high] = across === 0 ? ([1, 3] as const) : ([0, 2] as const)
  const [from, to] = [Math.max(ours[low], theirs[low]), Math.min(ours[high], theirs[high])]
  if (to <= from) return 0
  const east = METRES_PER_DEGREE * scaleAt((ours[1] + ours[3]) / 2)
  const [alongScale, acrossScale] = across === 0 ? [east, METRES_PER_DEGREE] : [METRES_PER_DEGREE, east]
  const widest = WIDEST_GAP_METRES / alongScale
  const step = (to - from) / LINES
  let degrees = 0
  for (let line = 0; line < LINES; line += 1) {
    const at = from + (line + 0.5) * step
    const [mine, other] = [spansAt(a, across, at), spansAt(b, across, at)]
    for (const gap of between(mine, other, widest)) {
      const filled = others.reduce((sum, region) => sum + common([gap], spansAt(region, across, at)), 0)
      degrees += Math.max(0, gap[1] - gap[0] - filled) * step
    }
  }
  return degrees * alongScale * acrossScale
}

/** The stretches from an end of one to the beginning of the other, at most so wide. */
function between(a: readonly Span[], b: readonly Span[], widest: number): Span[] {
  const ordered = [
    ...a.map((span) => ({ span, ours: true })),
    ...b.map((span) => ({ span, ours: false })),
  ].sort((one, other) => one.span[0] - other.span[0])
  return ordered.flatMap((one, at) => {
    const next = ordered[at + 1]
    if (!next || next.ours === one.ours) return []
    const width = next.span[0] - one.span[1]
    return width > 0 && width <= widest ? [[one.span[1], next.span[0]] as const] : []
  })
}
