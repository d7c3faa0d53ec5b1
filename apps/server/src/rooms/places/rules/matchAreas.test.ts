import { expect, test } from 'vitest'
import { areaFinder, columnFor, columnsOf } from './matchAreas.ts'

const AREAS = [
  { path: '/s1/c1/g1/', code: 'g1', name: '一网格', fullName: '桃源社区 一网格' },
  { path: '/s1/c1/g2/', code: 'g2', name: '二网格', fullName: '桃源社区 二网格' },
  { path: '/s1/c2/g1/', code: 'g1', name: '一网格', fullName: '柳苑社区 一网格' },
]
const find = areaFinder(AREAS)
const paths = (value: string) => find(value).map(({ path }) => path)

test.each([
  ['/s1/c1/g1/', ['/s1/c1/g1/']],
  ['桃源社区 一网格', ['/s1/c1/g1/']],
  ['桃源社区一网格', ['/s1/c1/g1/']],
  ['二网格', ['/s1/c1/g2/']],
  ['g2', ['/s1/c1/g2/']],
  ['一网格', ['/s1/c1/g1/', '/s1/c2/g1/']],
  ['g1', ['/s1/c1/g1/', '/s1/c2/g1/']],
  ['三网格', []],
  ['', []],
])('finds %s', (value, found) => {
  expect(paths(value)).toEqual(found)
})

test('takes the column asked for, else a usual one', () => {
  const features = [{ says: { OBJECTID: '1', 名称: '一网格' } }, { says: { 备注: '' } }]
  expect(columnsOf(features)).toEqual(['OBJECTID', '名称', '备注'])
  expect(columnFor(features)).toBe('名称')
  expect(columnFor(features, 'OBJECTID')).toBe('OBJECTID')
  expect(columnFor(features, '网格')).toBeUndefined()
  expect(columnFor([{ says: { OBJECTID: '1' } }])).toBeUndefined()
})
