import { PRESETS } from '@linli/presets'
import { describe, expect, test } from 'vitest'
import { suggestItems } from './suggestItems.ts'

const items = PRESETS.xihu.catalogue
const keys = (text: string) => suggestItems(text, items).map(({ key }) => key)

describe('what a resident’s own words suggest', () => {
  test('a colloquial name finds its item first', () => {
    expect(keys('腿脚不方便，麻烦帮我拿快递')[0]).toBe('parcelPickup')
    expect(keys('降压药吃完了')[0]).toBe('medicineDelivery')
  })

  test('words apart from each other still find it', () => {
    expect(keys('厨房水龙头关不紧，一夜滴一桶水')).toContain('waterRepair')
  })

  test('nothing is suggested for words that fit nothing, and never more than three', () => {
    expect(keys('')).toEqual([])
    expect(keys('今天天气真好')).toEqual([])
    expect(keys('家里买菜做饭打扫卫生修水管换灯泡拿快递').length).toBeLessThanOrEqual(3)
  })
})
