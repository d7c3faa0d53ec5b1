import { describe, expect, it } from 'vitest'
import { advise } from './advise.ts'
import type { NamedItem } from './byNames.ts'
import { countsOf } from './features.ts'
import { learn } from './model.ts'

const item = (key: string, zh: string, ...alias: string[]): NamedItem => ({
  key,
  name: { zh, en: key },
  alias,
})
const ITEMS = [item('lamp', '路灯不亮', '灯坏了'), item('water', '停水'), item('noise', '噪音扰民', '太吵')]
const said = (text: string, ...words: string[]) => ({ text, words })

describe('what is advised where nobody has confirmed anything yet', () => {
  it('goes by names: the two likeliest, each with the words that spoke for it', () => {
    const advice = advise(said('门口路灯不亮，还停水'), ITEMS, undefined, null)
    expect(advice.basis).toBe('catalogue')
    expect(advice.items).toEqual([
      { item: 'lamp', share: 44, why: ['路灯不亮'] },
      { item: 'water', share: 22, why: ['停水'] },
    ])
    expect(advice).toMatchObject({ margin: 22, filledIn: null })
  })

  it('says nothing of a text that names nothing', () => {
    expect(advise(said('你好'), ITEMS, undefined, 0)).toEqual({
      basis: 'catalogue',
      items: [],
      margin: 0,
      filledIn: null,
    })
  })

  it('fills in from the margin on, and never where none is set', () => {
    const at = (margin: number | null) => advise(said('路灯不亮'), ITEMS, undefined, margin)
    expect(at(null).filledIn).toBeNull()
    expect(at(at(null).margin)).toMatchObject({ filledIn: 'lamp', margin: 57 })
    expect(at(at(null).margin + 1).filledIn).toBeNull()
    expect(at(0).filledIn).toBe('lamp')
  })
})

describe('what is advised from what was learned', () => {
  const example = (label: string, ...words: string[]) => ({
    label,
    weight: 1,
    counts: countsOf(words.join(''), words),
  })
  const model = learn([
    ...Array.from({ length: 12 }, () => example('lamp', '路灯', '不亮', '漆黑')),
    ...Array.from({ length: 12 }, () => example('water', '水管', '漏水', '停水')),
    ...Array.from({ length: 12 }, () => example('gone', '牌匾', '广告', '破损')),
  ])
  const words = ['路灯', '不亮', '路灯', '的']

  it('names the words that spoke for the first, each once and none of a single letter', () => {
    const advice = advise(said('路灯不亮，路灯的', ...words), ITEMS, model, 10)
    expect(advice.basis).toBe('learned')
    expect(advice.items.map(({ item: key }) => key)).toEqual(['lamp', 'water'])
    expect(advice.items[0]?.why.toSorted()).toEqual(['不亮', '路灯'])
    expect(advice.items[1]?.why).toEqual([])
    expect(advice.margin).toBe((advice.items[0]?.share ?? 0) - (advice.items[1]?.share ?? 0))
    expect(advice.filledIn).toBe('lamp')
  })

  it('leaves out an item that the place has no more', () => {
    const advice = advise(said('牌匾破损', '牌匾', '破损'), ITEMS, model, null)
    expect(advice.items.map(({ item: key }) => key)).not.toContain('gone')
    expect(advice.items).toHaveLength(2)
  })

  it('gives four reasons at most', () => {
    const many = ['一二', '三四', '五六', '七八', '九十']
    const wordy = learn([
      ...Array.from({ length: 12 }, () => example('lamp', ...many)),
      ...Array.from({ length: 12 }, () => example('water', '水管', '漏水')),
    ])
    expect(advise(said(many.join(''), ...many), ITEMS, wordy, null).items[0]?.why).toHaveLength(4)
  })
})
