import { expect, it } from 'vitest'
import { bodyOf, emptyIntake, isPhone, missingOf } from './sheet.ts'

const ID = '0193a0c4-0000-7000-8000-000000000001'

it('takes numbers as they are read out', () => {
  expect(isPhone('138 0000 1234')).toBe(true)
  expect(isPhone('0571-8800 1234')).toBe(true)
  expect(isPhone('13800')).toBe(false)
})

it('asks for words and place, and for the number only when it is half written', () => {
  const empty = emptyIntake(ID, 'telephone')
  expect(missingOf(empty)).toEqual(['detail', 'path'])
  expect(missingOf({ ...empty, phone: '138', detail: '灯坏了', path: '/s1/' })).toEqual(['phone'])
  expect(missingOf({ ...empty, detail: '灯坏了', path: '/s1/' })).toEqual([])
})

it('sends only what was said', () => {
  const intake = { ...emptyIntake(ID, 'counter'), detail: ' 灯坏了 ', path: '/s1/', phone: '138 0000 1234' }
  expect(bodyOf(intake)).toEqual({
    id: ID,
    channel: 'counter',
    kind: 'help',
    urgency: 'ordinary',
    path: '/s1/',
    detail: '灯坏了',
    contactPhone: '13800001234',
  })
  expect(bodyOf(emptyIntake(ID, 'telephone'))).toBeUndefined()
})
