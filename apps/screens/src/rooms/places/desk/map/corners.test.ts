import { expect, it } from 'vitest'
import { cornersText, type Pieces, readCorners } from './corners.ts'

const PIECES: Pieces = [
  [
    [
      [115.9, 28.65],
      [115.91, 28.65],
      [115.91, 28.66],
      [115.9, 28.65],
    ],
    [
      [115.905, 28.652],
      [115.908, 28.655],
      [115.908, 28.652],
      [115.905, 28.652],
    ],
  ],
  [
    [
      [116, 28.7],
      [116.001, 28.7],
      [116.001, 28.701],
      [116, 28.7],
    ],
  ],
]

it('says corners as lines and reads them again, holes and pieces too', () => {
  const text = cornersText(PIECES)
  expect(text.split('\n\n')[1]).toBe('洞\n115.905,28.652\n115.908,28.655\n115.908,28.652')
  expect(readCorners(text)).toEqual({ pieces: PIECES })
  expect(readCorners('')).toEqual({ pieces: [] })
})

it('takes a Chinese comma, blanks and a ring that is closed already', () => {
  expect(readCorners('115.9，28.65\n 115.91 28.65 \n115.91, 28.66\n115.9,28.65\n')).toEqual({
    pieces: [[PIECES[0]?.[0]]],
  })
})

it.each([
  ['东经115度', 1],
  ['115.9,28.65\n28.65', 2],
  ['115.9,28.65,3', 1],
  ['38512345,3123456', 1],
  ['洞\n115.9,28.65', 1],
])('names the line that is no corner: %j', (text, wrongLine) => {
  expect(readCorners(text)).toEqual({ wrongLine })
})
