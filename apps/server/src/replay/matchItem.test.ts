import { presetOf } from '@linli/presets'
import { expect, test } from 'vitest'
import { kindOf, matchItem } from './matchItem.ts'

const { catalogue } = presetOf('xihu')
const matched = (title: string, detail = ''): string | undefined => matchItem({ title, detail }, catalogue)

test('a by-name of the catalogue leads to its item, the title before the text', () => {
  expect(matched('家里灯泡坏了')).toBe('changeBulb')
  expect(matched('请帮忙', '孩子寄的东西到了，麻烦拿快递')).toBe('parcelPickup')
  expect(matched('路灯坏了', '顺便说一句，垃圾没人收')).toBe('streetLamp')
})

test('hints lead where no by-name does, and unknown words leave the choice to intake', () => {
  expect(matched('关于夜间施工的情况')).toBe('noise')
  expect(matched('一件事情', '想问问')).toBeUndefined()
})

test('the kind follows the title', () => {
  expect(kindOf({ title: '投诉某处噪声' })).toBe('complaint')
  expect(kindOf({ title: '什么时候能修好' })).toBe('consultation')
  expect(kindOf({ title: '家里没电' })).toBe('help')
})
