import { expect, it } from 'vitest'
import { readWeek, weekLines, writeWindows } from './weekText.ts'

const worked = [
  { from: '08:30', to: '12:00' },
  { from: '14:30', to: '17:30' },
]

it('writes a week in lines, and days with the same hours as one', () => {
  expect(
    weekLines([worked, worked, worked, worked, worked, [], []]).map(({ days, hours }) => [days.zh, hours.zh]),
  ).toEqual([
    ['周一到周五', '08:30–12:00 14:30–17:30'],
    ['周六到周日', '休息'],
  ])
})

it('reads what it writes, and refuses what is no working time', () => {
  const texts = [writeWindows(worked), '', '', '', '', '', '']
  expect(readWeek(texts)).toEqual([worked, [], [], [], [], [], []])
  for (const wrong of ['早上', '08:30-12:00值班', '20:00-24:00', '8-9 9-10 10-11 11-12 13-14'])
    expect(readWeek([wrong, '', '', '', '', '', ''])).toBeUndefined()
})
