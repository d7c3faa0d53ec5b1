import { describe, expect, it } from 'vitest'
import { featureOf, gramsOf, matterForm, plainForm } from './features.ts'
import { placeWordsOf } from './placeWords.ts'
import { numberOf, plainText } from './plainText.ts'
import { sketchOf } from './similar.ts'

describe('plain letters', () => {
  it.each([
    ['（５栋）　３单元', '(5栋) 3单元'],
    ['二〇一九年和二零二六年', '2019年和2026年'],
    ['一二三四号', '一二三四号'],
    ['～', '~'],
    ['！', '!'],
  ])('%s', (text, plain) => {
    expect(plainText(text)).toBe(plain)
  })
  it.each([
    ['23', 23],
    ['二十三', 23],
    ['十', 10],
    ['十五', 15],
    ['两', 2],
    ['〇', 0],
    ['三十', 30],
    ['九', 9],
    ['六', 6],
    ['七', 7],
    ['八', 8],
    ['四', 4],
    ['零', 0],
  ])('%s is %d', (said, number) => {
    expect(numberOf(said)).toBe(number)
  })
  it.each(['楼', '楼十', '十楼', ''])('%s is no number', (said) => {
    expect(numberOf(said)).toBeNaN()
  })
  it('lets case, width and which number it is go', () => {
    expect(plainForm('ＡB')).toBe('ab')
    expect(matterForm('Ａ12栋345室')).toBe('a0栋0室')
  })
})

describe('features', () => {
  it('keep kinds apart, and letters in their order', () => {
    expect(featureOf('w', 'a')).toBe(featureOf('w', 'a'))
    expect(new Set([featureOf('w', 'ab'), featureOf('w', 'ba'), featureOf('c', 'ab')]).size).toBe(3)
    expect(featureOf('w', '灯')).toBeGreaterThanOrEqual(0)
  })
  it('are runs of letters, marks left out', () => {
    const two = (text: string) => featureOf('t', text)
    expect(gramsOf('路，灯!', [2], 't')).toEqual([two('路灯')])
    expect(gramsOf('路灯坏', [2, 3], 't')).toEqual([two('路灯'), two('灯坏'), two('路灯坏')])
    expect(gramsOf('灯', [2], 't')).toEqual([])
  })
})

describe('names of places', () => {
  it.each([
    ['阳光小区停水', ['阳光小区']],
    ['在五一路上，五一路很暗', ['五一路']],
    ['谢谢社区', []],
    ['我们小区的路灯', []],
    ['整个城市', []],
    ['bd家园', ['BD家园']],
  ])('%s', (text, names) => {
    expect(placeWordsOf(text)).toEqual(names)
  })
  it('are at most twelve', () => {
    const many = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰'].map((letter) => `${letter}山小区`).join('，')
    expect(placeWordsOf(many).length).toBe(12)
  })
})

describe('what is compared of an order', () => {
  it('counts words of the title twice, leaves single letters out, and names each place once', () => {
    const sketch = sketchOf(
      '路灯',
      '阳光小区路灯坏了',
      { title: ['路灯'], text: ['阳光', '小区', '路灯', '坏', '了'] },
      ['/s01/c01/g1/'],
    )
    expect(sketch.body.get(featureOf('w', '路灯'))).toBe(3)
    expect(sketch.body.get(featureOf('w', '阳光'))).toBe(1)
    expect(sketch.body.has(featureOf('w', '坏'))).toBe(false)
    expect([...sketch.title.keys()]).toEqual([featureOf('t', '路灯')])
    expect(sketch.places).toEqual([featureOf('a', '/s01/c01/g1/'), featureOf('p', '阳光小区')])
  })
  it('stops taking in new words at eighty, and goes on counting those it has', () => {
    const words = Array.from({ length: 100 }, (_, at) => `词${at}`)
    const sketch = sketchOf('', '', { title: [], text: [...words, '词0'] }, [])
    expect(sketch.body.size).toBe(80)
    expect(sketch.body.get(featureOf('w', '词0'))).toBe(2)
    expect(sketch.body.has(featureOf('w', '词80'))).toBe(false)
  })
})
