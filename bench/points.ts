import { parseArgs } from 'node:util'
import type { Position } from '@linli/contract/places/boundaryShapes'
import { type Outlined, outlineIndex } from '../apps/server/src/rooms/places/boundaries/outlineIndex.ts'

// Point to grid: `node bench/points.ts`. A county's outline of five thousand points, its communities and 1,460 grids
// inside, in memory as the house keeps them. The floor finds the boxes around a point and asks no outline, in the same
// rounds by turns. Fails when a point takes longer than it may.

const MOST_MICROSECONDS = 10
const COLUMNS = 40
const { values } = parseArgs({
  options: {
    grids: { type: 'string', default: '1460' },
    points: { type: 'string', default: '60' },
    asked: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '7' },
    seed: { type: 'string', default: '1' },
  },
})
const [grids, points, asked, rounds] = [values.grids, values.points, values.asked, values.rounds].map(Number)
if (!grids || !points || !asked || !rounds) throw new Error('whole numbers above nothing, please')

/** The same dice each run: mulberry32. */
let state = Number(values.seed)
function dice(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

/** A box with wavy sides that neighbours share. */
function wavy(west: number, south: number, width: number, height: number, corners: number): Position[] {
  const each = Math.max(1, Math.round(corners / 4))
  const wave = (across: number, along: number): number => 0.04 * width * Math.sin(along * 900 + across * 50)
  const side = (from: Position, to: Position): Position[] =>
    Array.from({ length: each }, (_, at) => {
      const [x, y] = [from[0] + ((to[0] - from[0]) * at) / each, from[1] + ((to[1] - from[1]) * at) / each]
      return [x + (at === 0 ? 0 : wave(x, y)), y + (at === 0 ? 0 : wave(y, x))]
    })
  const corner: Position[] = [
    [west, south],
    [west + width, south],
    [west + width, south + height],
    [west, south + height],
  ]
  const ring = corner.flatMap((from, at) => side(from, corner[(at + 1) % 4] ?? from))
  return [...ring, ...ring.slice(0, 1)]
}

const area = (path: string, level: string, ring: Position[]): Outlined => ({
  path,
  level,
  name: path,
  region: [[ring]],
})
const rows = Math.ceil(grids / COLUMNS)
const [width, height] = [0.4 / COLUMNS, 0.4 / rows]
const town = [
  area('/', 'region', wavy(115.6, 28.4, 0.4, 0.4, 5000)),
  ...Array.from({ length: COLUMNS }, (_, column) =>
    area(`/c${column}/`, 'community', wavy(115.6 + column * width, 28.4, width, 0.4, 800)),
  ),
  ...Array.from({ length: grids }, (_, at) => {
    const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)]
    const ring = wavy(115.6 + column * width, 28.4 + row * height, width, height, points)
    return area(`/c${column}/g${row}/`, 'grid', ring)
  }),
]
const built = performance.now()
const index = outlineIndex(town)
const buildMilliseconds = performance.now() - built
const questions = Float64Array.from(
  { length: asked * 2 },
  (_, at) => (at % 2 === 0 ? 115.6 : 28.4) + 0.4 * dice(),
)
/** Microseconds a point. */
function timed(ask: (longitude: number, latitude: number) => number): number {
  let found = 0
  const start = performance.now()
  for (let at = 0; at < questions.length; at += 2) found += ask(questions[at] ?? 0, questions[at + 1] ?? 0)
  const microseconds = ((performance.now() - start) * 1000) / (questions.length / 2)
  if (found === 0) throw new Error('no point was found')
  return microseconds
}
const floor = (x: number, y: number): number => index.near([x, y, x, y]).length
const house = (x: number, y: number): number => (index.at(x, y) ? 1 : 0)
const median = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

timed(floor) // warms up
timed(house)
const measured = Array.from({ length: rounds }, () => {
  const [bare, linli] = [timed(floor), timed(house)]
  return { bare, linli, ratio: linli / bare }
})
const [bare, linli, ratio] = [
  median(measured.map((round) => round.bare)),
  median(measured.map((round) => round.linli)),
  median(measured.map((round) => round.ratio)),
]
process.stdout.write(
  [
    `${town.length} outlines, built in ${buildMilliseconds.toFixed(0)} ms; ${asked} points, ${rounds} rounds, seed ${values.seed}`,
    `point to grid ${linli.toFixed(2)} us; boxes alone ${bare.toFixed(2)} us; ratio ${ratio.toFixed(2)}`,
    '',
  ].join('\n'),
)
if (linli > MOST_MICROSECONDS) process.exitCode = 1
