import { expect, it } from 'vitest'
import { beginAt } from './beginAt.ts'

const errand = { key: 'errandHelp', kind: 'help', words: '帮办代办' } as const
const station = { name: '湖滨驿站', address: '湖滨路 1 号' }

it('begins an order at a station with the item and the door, and keeps what was written', () => {
  expect(beginAt(undefined, errand, station)).toEqual({
    item: 'errandHelp',
    kind: 'help',
    text: '帮办代办',
    address: '湖滨驿站，湖滨路 1 号',
  })
  expect(beginAt({ id: 'a', text: '替我交医保' }, errand, station)).toMatchObject({
    id: 'a',
    text: '替我交医保',
  })
  expect(beginAt({ text: ' ' }, errand, { ...station, address: '长'.repeat(200) })).toMatchObject({
    text: '帮办代办',
    address: expect.stringMatching(/^.{120}$/),
  })
})
