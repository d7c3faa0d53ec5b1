import { PRESETS } from '@linli/presets'
import { describe, expect, test } from 'vitest'
import { byNames } from './byNames.ts'

const items = PRESETS.xihu.catalogue
const keys = (text: string) => byNames(text, items).map(({ item }) => item)

describe('what a resident’s own words mean by the names of the items', () => {
  test('a colloquial name finds its item first, and is said as the reason', () => {
    expect(keys('腿脚不方便，麻烦帮我拿快递')[0]).toBe('parcelPickup')
    expect(byNames('腿脚不方便，麻烦帮我拿快递', items)[0]?.why).toEqual(['拿快递'])
    expect(keys('降压药吃完了')[0]).toBe('medicineDelivery')
  })

  test('words apart from each other still find it', () => {
    expect(keys('厨房水龙头关不紧，一夜滴一桶水').slice(0, 3)).toContain('waterRepair')
  })

  test('nothing is suggested for words that fit nothing', () => {
    expect(keys('')).toEqual([])
    expect(keys('今天天气真好')).toEqual([])
  })
})
