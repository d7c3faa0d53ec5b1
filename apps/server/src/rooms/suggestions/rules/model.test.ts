import { describe, expect, it } from 'vitest'
import { countsOf, featureOf } from './features.ts'
import { calibrated, type Example, learn, reasonsFor, sharesOf } from './model.ts'
import { packed, unpacked } from './packed.ts'
import { repeatable } from './svm.ts'

const SUBJECTS: { readonly [label: string]: readonly string[] } = {
  lamp: ['路灯', '不亮', '灯泡', '漆黑'],
  water: ['水管', '漏水', '停水', '水压'],
  noise: ['噪音', '音响', '半夜', '吵醒'],
}
const random = repeatable(7)
const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? ''
const example = (label: string): Example => {
  const words = [
    ...Array.from({ length: 3 }, () => pick(SUBJECTS[label] ?? [])),
    pick(['小区', '邻居', '希望', '处理']),
  ]
  return { counts: countsOf(words.join(''), words), label, weight: 1 }
}
const some = (count: number) =>
  Object.keys(SUBJECTS).flatMap((label) => Array.from({ length: count }, () => example(label)))
const model = learn(some(30))

describe('what is learned', () => {
  it('tells labels apart on texts that it has not seen, and gives shares of one', () => {
    for (const { counts, label } of some(20)) {
      const shares = sharesOf(model, counts)
      expect(shares[0]?.label).toBe(label)
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
    }
  })

  it('is the same for the same examples, whatever else was learned between', () => {
    const examples = some(10)
    const [one, , other] = [learn(examples), learn(some(5)), learn(examples)]
    expect(packed(one)).toEqual(packed(other))
  })

  it('is kept as bytes that say the same, also inside a larger buffer, and hold no word', () => {
    const bytes = packed(model)
    const within = Buffer.concat([Buffer.from('before'), bytes]).subarray(6)
    const { counts } = example('water')
    expect(sharesOf(unpacked(within) as typeof model, counts)).toEqual(sharesOf(model, counts))
    expect(Buffer.from(bytes).includes('水管')).toBe(false)
  })

  it('says which features spoke for a label over another', () => {
    const words = ['水管', '漏水', '邻居']
    const reasons = reasonsFor(model, countsOf(words.join(''), words), 'water', 'lamp')
    const of = (word: string) => reasons.get(featureOf('w', word)) ?? 0
    expect(of('水管')).toBeGreaterThan(Math.max(0, of('邻居')))
  })

  it('is brought to shares that fit what was kept back: surer when it is right, less when labels are chance', () => {
    const right = calibrated(model, some(20))
    const byChance = some(20).map((one, at) => ({ ...one, label: Object.keys(SUBJECTS)[at % 3] ?? '' }))
    expect(right).toBeGreaterThan(calibrated(model, byChance))
  })

  it('answers a text of which it knows nothing, and learns from one text a label', () => {
    expect(sharesOf(model, new Map())).toHaveLength(3)
    expect(learn(some(1), undefined).labels).toEqual(['lamp', 'noise', 'water'])
  })
})
