import * as dagre from '@dagrejs/dagre'
import type { Words } from '@linli/contract'
import { limitLine, type Process, type ProcessStep } from '@linli/contract/orders/process'

/** A piece of a drawing: an SVG element with its attributes, and what stands in it. */
export type Mark = {
  readonly tag: string
  readonly attributes: { readonly [name: string]: string | number }
  readonly children: readonly (Mark | string)[]
}
/** `begin` is where the first state stands, as a share of the width. */
export type Drawing = {
  readonly width: number
  readonly height: number
  readonly begin: number
  readonly marks: readonly Mark[]
}
type Say = (words: Words) => string
type Line = { readonly text: string; readonly isBold: boolean }

const BIG = 17
const SMALL = 14
const LINE = 22
const PAD = 14
/** Labels of arrows are no wider than so many letters of Chinese. */
const LABEL = 6

/** How wide a text is about: a Chinese letter is as wide as it is high, others about half. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 1 : 0.56), 0) * size

/** Words in lines no wider than the label: first whole steps, then a long one by itself. */
function inLines(words: readonly string[], between: string): string[] {
  const lines: string[] = []
  const parts = words.flatMap((word) => (widthOf(word, 1) > LABEL ? word.split(/(?<=，|, )/) : [word]))
  for (const word of parts) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last}${between}${word}`
    if (last !== undefined && widthOf(joined, 1) <= LABEL) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

/** Lays a process out from top to bottom and says what is to be drawn where. */
export function drawProcess(process: Process, say: Say): Drawing {
  const names = (steps: readonly ProcessStep[]) =>
    inLines([...new Set(steps.map(({ label }) => say(label)))], ' · ')
  const graph = new dagre.graphlib.Graph<object, Box, Arrow>({ multigraph: true })
  graph.setGraph({
    rankdir: 'TB',
    nodesep: 12,
    ranksep: 28,
    edgesep: 6,
    marginx: 16,
    marginy: 16,
  })
  for (const { id, label, limits, fromAnywhere, isEnd, isBegin } of process.states) {
    const above = [...(isBegin ? names(process.begins) : []), ...names(fromAnywhere)].map((text) => ({
      text: `↓ ${text}`,
      isBold: false,
    }))
    const lines = [
      ...above,
      { text: say(label), isBold: true },
      ...limits.map((limit) => ({ text: say(limitLine(limit)), isBold: false })),
    ]
    const width =
      Math.max(96, ...lines.map(({ text, isBold }) => widthOf(text, isBold ? BIG : SMALL))) + PAD * 2
    graph.setNode(id, { lines, isEnd, width, height: lines.length * LINE + PAD })
  }
  // The states are written in the order an order goes through them: a way back is laid out as its own way there.
  const order = new Map(process.states.map(({ id }, at) => [id, at]))
  for (const { from, to, steps } of process.arrows) {
    const lines = names(steps)
    const width = Math.max(...lines.map((text) => widthOf(text, SMALL))) + 8
    const isBack = (order.get(from) ?? 0) > (order.get(to) ?? 0)
    const [first, last] = isBack ? [to, from] : [from, to]
    const weight = isBack ? 1 : 4
    const size = { width, height: lines.length * (LINE - 4) + 4, labelpos: 'c', weight }
    graph.setEdge(first, last, { lines, isBack, ...size }, `${from} ${to}`)
  }
  // What is reached from everywhere has no arrow: it gets a place of its own, where none runs across it.
  const [start] = process.states
  for (const { id } of process.states)
    if (start && !process.arrows.some(({ from, to }) => from === id || to === id))
      graph.setEdge(start.id, id, { ...HIDDEN }, `${id} alone`)
  dagre.layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number } // laid out above
  const boxes = graph.nodes().map((id: string) => boxMark(graph.node(id) as Laid<Box>)) // laid out above
  const laid = graph.edges().map((edge: Named) => graph.edge(edge) as Laid<Arrow & { points: Point[] }>) // laid out above
  const arrows = laid.filter(({ lines }: Arrow) => lines.length > 0)
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    begin: start && width > 0 ? (graph.node(start.id) as Laid<Box>).x / width : 0, // laid out above
    marks: [HEAD, ...boxes, ...arrows.map(pathMark), ...arrows.map(labelMark)],
  }
}

type Point = { readonly x: number; readonly y: number }
type Box = { lines: readonly Line[]; isEnd: boolean; width: number; height: number }
type Arrow = {
  lines: readonly string[]
  isBack: boolean
  width: number
  height: number
  labelpos: string
  weight: number
}
const HIDDEN: Arrow = { lines: [], isBack: false, width: 0, height: 0, labelpos: 'c', weight: 0 }
type Laid<T> = T & Point
type Named = ReturnType<dagre.graphlib.Graph['edges']>[number]

const INK = '#1f2937'
const mark = (tag: string, attributes: Mark['attributes'], ...children: (Mark | string)[]): Mark => ({
  tag,
  attributes,
  children,
})
const round = (value: number): number => Math.round(value * 10) / 10

const HEAD = mark(
  'defs',
  {},
  mark(
    'marker',
    {
      id: 'head',
      viewBox: '0 0 10 10',
      refX: 9,
      refY: 5,
      markerWidth: 8,
      markerHeight: 8,
      orient: 'auto-start-reverse',
    },
    mark('path', { d: 'M 0 0 L 10 5 L 0 10 z', fill: INK }),
  ),
)

function pathMark({ points: laid, isBack }: Arrow & { readonly points: readonly Point[] }): Mark {
  const points = isBack ? laid.toReversed() : laid
  const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`
  const [first] = points
  if (!first) return mark('g', {})
  // A curve through every point, so that it runs under its label (Catmull-Rom, as Bezier pieces).
  const near = (n: number): Point => points[Math.min(points.length - 1, Math.max(0, n))] ?? first
  const toward = (from: Point, a: Point, b: Point): Point => ({
    x: from.x + (b.x - a.x) / 8,
    y: from.y + (b.y - a.y) / 8,
  })
  const pieces = points.slice(1).map((end, n) => {
    const start = near(n)
    return `C ${at(toward(start, near(n - 1), end))} ${at(toward(end, near(n + 2), start))} ${at(end)}`
  })
  const d = [`M ${at(first)}`, ...pieces].join(' ')
  return mark('path', {
    d,
    fill: 'none',
    stroke: INK,
    'stroke-width': 1.5,
    'marker-end': 'url(#head)',
    ...(isBack ? { 'stroke-dasharray': '6 4' } : {}),
  })
}

const textMark = (x: number, y: number, size: number, isBold: boolean, text: string): Mark =>
  mark(
    'text',
    {
      x: round(x),
      y: round(y),
      'font-size': size,
      'text-anchor': 'middle',
      fill: INK,
      ...(isBold ? { 'font-weight': 700 } : {}),
    },
    text,
  )

function boxMark({ x, y, width, height, lines, isEnd }: Laid<Box>): Mark {
  const frame = {
    x: round(x - width / 2),
    y: round(y - height / 2),
    width: round(width),
    height: round(height),
    rx: isEnd ? 22 : 6,
  }
  const top = y - height / 2 + PAD / 2
  return mark(
    'g',
    {},
    mark('rect', {
      ...frame,
      fill: isEnd ? '#e5e7eb' : '#ffffff',
      stroke: INK,
      'stroke-width': isEnd ? 1 : 2,
    }),
    ...lines.map(({ text, isBold }, n) =>
      textMark(x, top + (n + 0.72) * LINE, isBold ? BIG : SMALL, isBold, text),
    ),
  )
}

function labelMark({ x, y, width, height, lines }: Laid<Arrow>): Mark {
  const step = LINE - 4
  const top = y - height / 2
  return mark(
    'g',
    {},
    mark('rect', {
      x: round(x - width / 2),
      y: round(top),
      width: round(width),
      height: round(height),
      fill: '#ffffff',
      'fill-opacity': 0.9,
    }),
    ...lines.map((text, n) => textMark(x, top + 2 + (n + 0.78) * step, SMALL, false, text)),
  )
}
