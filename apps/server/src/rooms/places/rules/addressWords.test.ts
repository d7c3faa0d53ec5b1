import { expect, it } from 'vitest'
import { addressWords } from './addressWords.ts'

const texts = (typed: string) => addressWords(typed).words.map((word) => word.text)

it('splits an address as people say it', () => {
  expect(texts('阳光小区3栋2单元501')).toEqual(['阳光小区', '3栋', '2单元', '501'])
  expect(texts('桃源社区　阳光小区 １２号楼')).toEqual(['桃源社区', '阳光小区', '12号楼'])
  expect(texts('  ')).toEqual([])
})

it('takes any run of signs between words for one, and no more than eight words', () => {
  expect(texts('3栋, ,2单元——501')).toEqual(['3栋', '2单元', '501'])
  expect(texts('1 2 3 4 5 6 7 8 9 10')).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
})

it('knows which words must begin a name', () => {
  expect(addressWords('第3栋 3栋').words.map(({ start }) => start)).toEqual([false, true])
})

it('finds the room in the last word alone, and in all of it', () => {
  expect(addressWords('501 3栋')).toMatchObject({ room: null, areaWords: [{ text: '501' }, { text: '3栋' }] })
  expect(addressWords('阳光小区 第501').room).toBeNull()
  expect(addressWords('阳光小区 2单元 501').areaWords.map(({ text }) => text)).toEqual(['阳光小区', '2单元'])
  expect(addressWords('').room).toBeNull()
})

it('takes the last word as a room when it can be one', () => {
  expect(addressWords('3栋501室')).toMatchObject({ room: '501', areaWords: [{ text: '3栋', start: true }] })
  expect(addressWords('3栋 A02').room).toBe('A02')
  expect(addressWords('阳光小区3栋').room).toBeNull()
})
