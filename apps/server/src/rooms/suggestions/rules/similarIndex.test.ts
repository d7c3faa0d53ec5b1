import { expect, it } from 'vitest'
import { areasOf } from './areas.ts'
import { featureOf } from './features.ts'
import { groupsOf, heatOf, reportersOf } from './heat.ts'
import { placeWordsOf } from './placeWords.ts'
import { sketchOf } from './similar.ts'
import { MAYBE, SimilarIndex, STRONG } from './similarIndex.ts'

/** Pairs of letters stand for words here. */
const cut = (text: string) => [...text].slice(1).map((letter, at) => `${[...text][at] ?? ''}${letter}`)
const sketch = (title: string, text: string, ...areas: string[]) =>
  sketchOf(title, text, { title: cut(title), text: cut(text) }, areas)
const LAMP = ['楼道灯不亮', '楼道里的感应灯坏了一个星期，老人怕摔'] as const
const WATER = ['水管漏水', '厨房的水管一直滴水，地板都湿了'] as const

function filled(count: number): SimilarIndex {
  const index = new SimilarIndex()
  for (let at = 0; at < count; at++)
    index.add(`filler${at}`, sketch(`第${at}件事`, `这是第${at}件别的事情，和谁都没有关系`, '/x/'))
  return index
}

it('finds the same matter at the same place, the likest first, with what both say', () => {
  const index = filled(40)
  index.add('same', sketch(...LAMP, '/g1/'))
  index.add('like', sketch('楼道灯又不亮', '楼道里的感应灯又坏了，老人怕摔', '/g1/'))
  index.add('water', sketch(...WATER, '/g1/'))
  index.add('elsewhere', sketch(...LAMP, '/g2/'))
  const found = index.resembling(sketch(...LAMP, '/g1/'), MAYBE, 10)
  expect(found.map(({ id }) => id)).toEqual(['same', 'like'])
  expect(found[0]?.score).toBeGreaterThan(STRONG)
  const said = cut(LAMP.join('，')).map((word) => featureOf('w', word))
  expect(found[0]?.shared.length).toBeGreaterThan(0)
  expect(found[0]?.shared.every((feature) => said.includes(feature))).toBe(true)
})

it('finds nothing of what was taken out, and the later words of what was put in twice', () => {
  const index = filled(5)
  index.add('one', sketch(...LAMP, '/g1/'))
  index.remove('one')
  expect(index.resembling(sketch(...LAMP, '/g1/'), MAYBE, 10)).toEqual([])
  index.add('two', sketch(...LAMP, '/g1/'))
  index.add('two', sketch(...WATER, '/g1/'))
  expect(index.resembling(sketch(...LAMP, '/g1/'), MAYBE, 10)).toEqual([])
  expect(index.resembling(sketch(...WATER, '/g1/'), MAYBE, 10).map(({ id }) => id)).toEqual(['two'])
  expect(index.size).toBe(6)
})

it('asks for a shared place, by area or by name', () => {
  const index = filled(5)
  index.add('named', sketch('阳光小区路灯不亮', '阳光小区的路灯不亮', '/g9/'))
  const ask = (...areas: string[]) =>
    index.resembling(sketch('阳光小区路灯不亮', '阳光小区的路灯不亮', ...areas), MAYBE, 10).length
  expect(ask('/g1/')).toBe(1)
  expect(index.resembling(sketch('月光小区路灯不亮', '月光小区的路灯不亮', '/g1/'), MAYBE, 10)).toEqual([])
})

it('takes the narrow areas for the place, and the community where nothing narrower is known', () => {
  expect(areasOf('/s1/c1/g1/b3/', 2)).toEqual(['/s1/c1/g1/', '/s1/c1/g1/b3/'])
  expect(areasOf('/s1/c1/', 2)).toEqual(['/s1/c1/'])
})

it('hears names of places and not every 路 and 里', () => {
  expect(placeWordsOf('在五一路和解放路口，阳光小区门口')).toEqual(['五一路', '阳光小区'])
  expect(placeWordsOf('楼道里的灯，马路上的车，我们小区，公交站，在家里，谢谢社区，住的小区')).toEqual([])
})

it('counts every person once, the latest report, halved each week', () => {
  const now = '2026-11-22T00:00:00.000Z'
  const report = (reporter: string, day: string) => ({ reporter, placedAt: `2026-11-${day}T00:00:00.000Z` })
  expect(heatOf([report('a', '22'), report('a', '22'), report('a', '15')], now)).toBe(1)
  expect(heatOf([report('a', '22'), report('b', '15')], now)).toBe(1.5)
  expect(reportersOf([report('a', '22'), report('a', '15'), report('b', '15')])).toBe(2)
})

it('puts together what hangs together', () => {
  const links: [string, string][] = [
    ['a', 'b'],
    ['c', 'b'],
    ['d', 'e'],
  ]
  expect(groupsOf(links, 3).map((ids) => ids.sort())).toEqual([['a', 'b', 'c']])
  expect(groupsOf(links, 2)).toHaveLength(2)
})
