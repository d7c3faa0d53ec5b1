import { expect, it } from 'vitest'
import { addressBook, type BookAlias } from './addressBook.ts'
import { placesIn } from './addressMentions.ts'

const area = (path: string, level: string, name: string, compound: string | null = null) => ({
  path,
  level,
  name,
  compound,
})
const AREAS = [
  area('/s1/', 'street', '示范街道'),
  area('/s1/c1/', 'community', '桃源社区'),
  area('/s1/c2/', 'community', '柳苑社区'),
  area('/s1/c1/g1/', 'grid', '一网格'),
  area('/s1/c2/g1/', 'grid', '二网格'),
  area('/s1/c1/g1/b3/', 'building', '3栋', '阳光小区'),
  area('/s1/c1/g1/b13/', 'building', '13栋', '阳光小区'),
  area('/s1/c1/g1/b3/e1/', 'entrance', '1单元'),
  area('/s1/c1/g1/b3/e2/', 'entrance', '2单元'),
  area('/s1/c2/g1/b3/', 'building', '三号楼', '五星花园'),
  area('/s1/c2/g1/b4/', 'building', 'A座', '五星花园'),
  area('/s1/c2/g1/b5/', 'building', '综合楼', '五星花园'),
]
const ALIASES: BookAlias[] = [
  { path: '/s1/c1/', compound: '阳光小区', alias: '老棉纺厂宿舍', kind: 'formerName' },
  { path: '/s1/c1/', compound: '阳光小区', alias: 'yangguang', kind: 'other' },
  { path: '/s1/c1/g1/b3/', compound: null, alias: '八一中路120号', kind: 'streetNumber' },
]
const book = addressBook(AREAS, ALIASES)
const found = (text: string) => placesIn(book, text).map(({ candidate: { node, room } }) => [node.path, room])
const SUN = '/s1/c1/g1/b3/'
const STARS = '/s1/c2/g1/b3/'

it.each([
  // said, where, which room
  ['我家住阳光小区3栋2单元501，厨房漏水', `${SUN}e2/`, '501'],
  ['阳光小区三栋二单元五〇一室的灯不亮', `${SUN}e2/`, '501'],
  ['阳光小区叁栋贰单元没有水', `${SUN}e2/`, null],
  ['阳光小区３栋２单元５０１', `${SUN}e2/`, '501'],
  ['阳光小区 3 栋 2 单元 501', `${SUN}e2/`, '501'],
  ['阳光小区第三栋电梯坏了', SUN, null],
  ['阳光小区的3栋门口堆了垃圾', SUN, null],
  ['阳光小区3幢楼下太吵', SUN, null],
  ['阳光小区3号楼没电', SUN, null],
  ['阳光小区十三栋天台漏水', '/s1/c1/g1/b13/', null],
  ['请到阳光小区13栋来一趟', '/s1/c1/g1/b13/', null],
  ['老棉纺厂宿舍3栋1单元有人摔倒', `${SUN}e1/`, null],
  ['老棉纺厂宿舍那边3栋', SUN, null],
  ['八一中路120号门口井盖没了', SUN, null],
  ['八一中路120号2单元501', `${SUN}e2/`, '501'],
  ['yangguang 3栋的门锁坏了', SUN, null],
  ['YANGGUANG3栋', SUN, null],
  ['五星花园三号楼道里灯不亮', STARS, null],
  ['五星花园3号楼1202室', STARS, '1202'],
  ['五星花园A座1203', '/s1/c2/g1/b4/', '1203'],
  ['五星花园a座', '/s1/c2/g1/b4/', null],
  ['5星花园3号楼', STARS, null],
  ['五星花园综合楼门口', '/s1/c2/g1/b5/', null],
  ['桃源社区的广场上', '/s1/c1/', null],
  ['我是柳苑社区的居民', '/s1/c2/', null],
  ['柳苑社区二网格路灯', '/s1/c2/g1/', null],
  ['桃源社区阳光小区3栋', SUN, null],
  ['桃源社区一网格阳光小区3栋2单元501', `${SUN}e2/`, '501'],
  ['昨天夜里，在阳光小区3栋，2单元门口', `${SUN}e2/`, null],
  ['示范街道办事处答复过', '/s1/', null],
  ['噪音从五星花园3号楼来，每天晚上11点', STARS, null],
  ['阳光小区3栋2单元5楼1室', `${SUN}e2/`, '501'],
])('finds where in %s', (text, path, room) => {
  expect(found(text)[0]).toEqual([path, room])
})

it.each(['3栋2单元501漏水', '我们小区的路灯不亮', '金色年华3栋', '2026年11月22日报的', '打电话没人接', ''])(
  'takes no place from %s',
  (text) => {
    expect(found(text)).toEqual([])
  },
)

it('finds several, each once, in the order of the text', () => {
  expect(found('阳光小区3栋和五星花园A座都停水，阳光小区3栋最早停').map(([path]) => path)).toEqual([
    SUN,
    '/s1/c2/g1/b4/',
  ])
})
