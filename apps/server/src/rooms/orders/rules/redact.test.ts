import { describe, expect, it } from 'vitest'
import { holdsPersonalData } from './redact.ts'

describe('texts for the public', () => {
  it.each([
    ['a mobile number', '打我电话19900001234就行'],
    ['a mobile number with blanks', '电话 199 0000 1234'],
    ['a mobile number with dashes', '199-0000-1234'],
    ['a land line', '办公室0791-8612345'],
    ['an ID number', '证号36010319400101123X'],
    ['a room', '3栋2单元501室漏水'],
    ['a room of a 号楼', '12号楼1202室'],
    ['a room with blanks', '3 栋 2 单元 501 室'],
    ['a land line without a dash', '办公室07918612345'],
    ['a name', '感谢王小明帮忙'],
  ])('refuses %s', (_, text) => {
    expect(holdsPersonalData(['好的', text], ['王小明'])).toBe(true)
  })

  it.each([
    '楼道灯坏了，志愿者当天换好。',
    '全程用时30分钟，共3人参加。',
    '花了1200元换水管',
    '工单260115-00042-4',
  ])('takes %s', (text) => {
    expect(holdsPersonalData([text], ['王小明'])).toBe(false)
  })

  it('finds any one of the names, in any of the texts', () => {
    expect(holdsPersonalData(['谢谢', '李四来过'], ['王小明', '李四'])).toBe(true)
    expect(holdsPersonalData(['谢谢王小明', '好'], ['王小明', '李四'])).toBe(true)
    expect(holdsPersonalData(['谢谢'], ['王小明', '李四'])).toBe(false)
  })

  it('does not take a single letter for a name', () => {
    expect(holdsPersonalData(['王阿姨很满意'], ['王'])).toBe(false)
  })
})
