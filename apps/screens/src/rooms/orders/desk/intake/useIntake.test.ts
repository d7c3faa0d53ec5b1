import { expect, it } from 'vitest'
import { bodyOf, emptyIntake, isPhone, missingOf } from './useIntake.ts'

it('takes numbers as they are read out', () => {
  expect(isPhone('138 0000 1234')).toBe(true)
  expect(isPhone('0571-8800 1234')).toBe(true)
  expect(isPhone('13800')).toBe(false)
})

it('asks for words and place, and for the number only when it is half written', () => {
  const empty = emptyIntake('telephone')
  expect(missingOf(empty)).toEqual(['detail', 'path'])
  expect(missingOf({ ...empty, phone: '138', detail: '灯坏了', path: '/s1/' })).toEqual(['phone'])
  expect(missingOf({ ...empty, detail: '灯坏了', path: '/s1/' })).toEqual([])
})

it('sends only what was said', () => {
  const intake = { ...emptyIntake('counter'), detail: ' 灯坏了 ', path: '/s1/', phone: '138 0000 1234' }
  expect(bodyOf(intake)).toEqual({
    id: intake.id,
    channel: 'counter',
    kind: 'help',
    urgency: 'ordinary',
    path: '/s1/',
    detail: '灯坏了',
    contactPhone: '13800001234',
  })
  expect(bodyOf(emptyIntake('telephone'))).toBeUndefined()
})
