import type { Size, View } from './mercator.ts'
import { ringsAt } from './rings.ts'
import type { Shape } from './shapes.ts'

/** Colour is never alone: what is chosen is thicker too. */
const INK = '#1a1a1a'
const PAPER = '#ffffff'
const PLAIN = { line: '#0b57d0', fill: 'rgba(11, 87, 208, 0.12)', width: 2, dot: 6 }
const CHOSEN = { line: '#b3221b', fill: 'rgba(179, 34, 27, 0.16)', width: 4, dot: 9 }
/** From nothing to all of something, lighter to darker. */
const TONES = ['#ffffff', '#dce9fb', '#b4d0f5', '#86b3ec', '#578fdd', '#2f6bc4'] as const
export const toneOf = (number: number): string => TONES[number] ?? PLAIN.fill
const FONT = '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif'
const HALO = 4
/** Half as wide as a mark, in pixels. */
const MARK = 12
/** Of the page's type size. */
const NAME_SIZE = 0.9
/** From one line of a name to the next, in heights of its letters. */
const LINE = 1.25
/** An outline as wide as this share of its name bears it. */
const BEARS = 0.75

type Pen = CanvasRenderingContext2D
type At = (x: number, y: number) => readonly [number, number]
type Taken = readonly [left: number, top: number, right: number, bottom: number]

/** Draws shapes as they are seen, and the names that have room. @param pixels the page's type size */
export function paint(
  pen: Pen,
  shapes: readonly Shape[],
  chosen: string | undefined,
  view: View,
  size: Size,
  pixels: number,
): void {
  pen.clearRect(0, 0, size.width, size.height)
  const at: At = (x, y) => [
    (x - view.x) * view.scale + size.width / 2,
    (y - view.y) * view.scale + size.height / 2,
  ]
  const seen = shapes.filter((shape) => isSeen(shape, at, size))
  pen.lineJoin = 'round'
  for (const shape of seen) if (shape.path !== chosen) drawShape(pen, shape, view.scale, at, PLAIN)
  const one = seen.find(({ path }) => path === chosen)
  if (one) drawShape(pen, one, view.scale, at, CHOSEN)
  writeNames(pen, one ? [one, ...seen.filter((shape) => shape !== one)] : seen, one, at, { pixels, size })
}

/** A place that somebody pointed at: a cross in a ring, unlike any dot. */
export function paintMark(pen: Pen, [markX, markY]: readonly [number, number], view: View, size: Size): void {
  const [x, y] = [
    (markX - view.x) * view.scale + size.width / 2,
    (markY - view.y) * view.scale + size.height / 2,
  ]
  pen.beginPath()
  pen.arc(x, y, MARK, 0, 2 * Math.PI)
  pen.moveTo(x - MARK, y)
  pen.lineTo(x + MARK, y)
  pen.moveTo(x, y - MARK)
  pen.lineTo(x, y + MARK)
  for (const [style, width] of [
    [PAPER, 6],
    [INK, 2.5],
  ] as const) {
    pen.strokeStyle = style
    pen.lineWidth = width
    pen.stroke()
  }
}

function isSeen({ box: [west, north, east, south] }: Shape, at: At, { width, height }: Size): boolean {
  const [left, top] = at(west, north)
  const [right, bottom] = at(east, south)
  return right > -CHOSEN.dot && left < width + CHOSEN.dot && bottom > -CHOSEN.dot && top < height + CHOSEN.dot
}

function drawShape(pen: Pen, shape: Shape, scale: number, at: At, style: typeof PLAIN): void {
  const { middle, tone } = shape
  const isPoint = shape.rings.length === 0
  pen.beginPath()
  for (const ring of ringsAt(shape, scale)) layRing(pen, ring, at)
  if (isPoint) {
    const [x, y] = at(...middle)
    pen.arc(x, y, style.dot, 0, 2 * Math.PI)
  }
  pen.fillStyle = isPoint ? style.line : tone === undefined ? style.fill : toneOf(tone)
  pen.fill('evenodd')
  pen.strokeStyle = isPoint ? PAPER : style.line
  pen.lineWidth = style.width
  pen.stroke()
}

function layRing(pen: Pen, ring: Float64Array, at: At): void {
  for (let index = 0; index < ring.length - 2; index += 2) {
    const [x, y] = at(ring[index] ?? 0, ring[index + 1] ?? 0)
    if (index === 0) pen.moveTo(x, y)
    else pen.lineTo(x, y)
  }
  pen.closePath()
}

/** The chosen name always, the others where an outline is wide enough and nothing is written yet. */
function writeNames(
  pen: Pen,
  shapes: readonly Shape[],
  chosen: Shape | undefined,
  at: At,
  { pixels, size }: { readonly pixels: number; readonly size: Size },
): void {
  const height = pixels * NAME_SIZE
  pen.font = `${height}px ${FONT}`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.lineWidth = HALO
  pen.strokeStyle = PAPER
  pen.fillStyle = INK
  const taken: Taken[] = []
  for (const shape of shapes) {
    const { name, box, middle, rings } = shape
    const wide = at(box[2], box[1])[0] - at(box[0], box[1])[0]
    // Two letters are as wide as they are high, at least: a thousand names are not measured to be left out.
    if (shape !== chosen && rings.length > 0 && wide < height * BEARS) continue
    const lines = name.split('\n')
    const width = Math.max(...lines.map((line) => pen.measureText(line).width))
    if (shape !== chosen && rings.length > 0 && wide < width * BEARS) continue
    const [middleX, middleY] = at(...middle)
    // The name of a dot near the rim moves in, so that all of it can be read.
    const inside = Math.min(Math.max(middleX, width / 2 + HALO), size.width - width / 2 - HALO)
    const x = rings.length === 0 && width < size.width ? inside : middleX
    const above = (lines.length - 1) * height * LINE * 0.5
    const y = rings.length === 0 ? middleY + above + height + CHOSEN.dot : middleY
    const room: Taken = [x - width / 2, y - above - height / 2, x + width / 2, y + above + height / 2]
    if (taken.some((other) => meet(other, room))) continue
    taken.push(room)
    lines.forEach((line, nth) => {
      const lineY = y - above + nth * height * LINE
      pen.strokeText(line, x, lineY)
      pen.fillText(line, x, lineY)
    })
  }
}

const meet = (a: Taken, b: Taken): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
