import { expect, it } from 'vitest'
import { groupText } from './groupText.ts'

const offer = {
  item: '换灯泡',
  place: '桃源社区',
  wave: 1,
  dueAt: '2026-11-21T10:30:00Z',
  link: 'https://linli.example/claims/0192f0c4-0000-7000-8000-000000000001',
}

it('says what, where and until when in local time, with the link to claim it', () => {
  expect(groupText(offer)).toBe(
    [
      '【邻里帮忙】换灯泡',
      '地点：桃源社区',
      '请在 11月21日 18:30 前接单',
      '我去：https://linli.example/claims/0192f0c4-0000-7000-8000-000000000001',
    ].join('\n'),
  )
})

it('says that the offer has been widened, and leaves out a limit that is not there', () => {
  const text = groupText({ ...offer, wave: 2, dueAt: null })
  expect(text).toContain('第 2 次扩大范围')
  expect(text).not.toContain('前接单')
})

it('passes on nothing but its five facts', () => {
  const whole = { ...offer, contactPhone: '13800001234', contactName: '王秀英', address: '3栋2单元501' }
  expect(groupText(whole)).toBe(groupText(offer))
})
