import { expect, it } from 'vitest'
import { addressWords, labelOf, type NameAt } from './addressWords.ts'

const KNOWN = ['阳光小区', '桃源社区', '81路20号']
const nameAt: NameAt<string> = (text, at) => {
  const name = KNOWN.find((known) => text.startsWith(known, at))
  return name ? { name, length: name.length } : undefined
}
const read = (typed: string) => {
  const { parts, ...rest } = addressWords(typed, {
    nameAt,
    isPart: (part) => KNOWN.some((name) => name.includes(part)),
  })
  return { ...rest, ...Object.fromEntries(Object.entries(parts).map(([mark, { label }]) => [mark, label])) }
}
const nothing = { names: [], bare: [], unread: [], isNumberLeft: false }

it('reads an address part by part, whatever its signs, numerals and width', () => {
  const whole = { ...nothing, names: ['阳光小区'], building: '3', entrance: '2' }
  expect(read('阳光小区3栋2单元501')).toEqual({ ...whole, bare: ['501'] })
  expect(read('阳光小区三幢二单元五〇一室')).toEqual({ ...whole, room: '501' })
  expect(read('阳光小区　３号楼，2门 ５楼')).toEqual({ ...whole, floor: '5' })
  expect(read('501室-2单元-3栋-阳光小区')).toEqual({ ...whole, room: '501' })
  expect(read('3#2单元501')).toEqual({ ...nothing, building: '3', entrance: '2', bare: ['501'] })
  expect(read('A座1203')).toEqual({ ...nothing, building: 'A', bare: ['1203'] })
  expect(read('  ')).toEqual(nothing)
})

it('takes the longest known name, street numbers too, and keeps what is no name', () => {
  expect(read('八一路20号3栋')).toEqual({ ...nothing, names: ['81路20号'], building: '3' })
  expect(read('我家住在桃源社区阳光小区里面').names).toEqual(['桃源社区', '阳光小区'])
  expect(read('金色年华3栋')).toEqual({ ...nothing, unread: ['金色年华'], building: '3' })
  expect(read('江西省阳光小区')).toEqual({ ...nothing, names: ['阳光小区'] })
})

it.each([
  ['朝阳路311号阳光小区3栋', { unread: ['朝阳路'], building: '3' }],
  ['A1区阳光小区三栋2单元', { unread: ['区'], building: '3', entrance: '2' }],
  ['2栋路口65号的阳光小区9-502', { unread: ['路口'], building: '2', bare: ['9', '502'] }],
])('a number before the name is none of its doors: %s', (typed, parts) => {
  expect(read(typed)).toEqual({ ...nothing, names: ['阳光小区'], isNumberLeft: true, ...parts })
})

it('a number before the name is a door where no other follows, or where it may be the room', () => {
  expect(read('502阳光小区3栋')).toEqual({ ...nothing, names: ['阳光小区'], building: '3', bare: ['502'] })
  expect(read('3-2-502 阳光小区').bare).toEqual(['3', '2', '502'])
})

it('when something was is no door', () => {
  for (const moment of ['2019年3月5日', '12月20日', '凌晨3点半', '23:22'])
    expect(read(`${moment}阳光小区3栋`)).toMatchObject({ bare: [], building: '3' })
})

it('knows doors by their number, however they are written', () => {
  expect(
    ['3栋', '三号楼', '第3幢', '03', 'B座', '2单元', '综合楼'].map((name) => labelOf(name)?.label),
  ).toEqual(['3', '3', '3', '3', 'B', '2', undefined])
})
