import { expect, it } from 'vitest'
import { addressWords } from './addressWords.ts'

const texts = (typed: string) => addressWords(typed).words.map((word) => word.text)

it('splits an address as people say it', () => {
  expect(texts('阳光小区3栋2单元501')).toEqual(['阳光小区', '3栋', '2单元', '501'])
  expect(texts('桃源社区　阳光小区 １２号楼')).toEqual(['桃源社区', '阳光小区', '12号楼'])
  expect(texts('  ')).toEqual([])
})

it('takes the last word as a room when it can be one', () => {
  expect(addressWords('3栋501室')).toMatchObject({ room: '501', areaWords: [{ text: '3栋', start: true }] })
  expect(addressWords('3栋 A02').room).toBe('A02')
  expect(addressWords('阳光小区3栋').room).toBeNull()
})
