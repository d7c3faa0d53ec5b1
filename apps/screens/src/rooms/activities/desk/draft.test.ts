import { expect, it } from 'vitest'
import { bodyOf, EMPTY_DRAFT, faultsOf, readClock } from './draft.ts'

const whole = {
  ...EMPTY_DRAFT,
  title: ' 四点半课堂 ',
  kind: 'afterSchool',
  words: '写作业',
  path: '/c03/',
  place: '桥头 1 号',
  day: '2026-11-23',
  from: '16：30',
  to: '18:00',
}

it('reads times as people type them', () => {
  expect(readClock('9:05')).toBe('09:05')
  expect(readClock('16：30')).toBe('16:30')
  expect(readClock('24:00')).toBeUndefined()
  expect(readClock('四点半')).toBeUndefined()
})

it('says what is wrong and sends only what is whole', () => {
  expect(faultsOf(EMPTY_DRAFT)).toEqual(['title', 'kind', 'words', 'path', 'place', 'day', 'from', 'to'])
  expect(bodyOf(EMPTY_DRAFT)).toBeUndefined()
  expect(faultsOf({ ...whole, to: '16:00', seats: '0', helpers: 'x' })).toEqual(['to', 'seats', 'helpers'])
  expect(faultsOf({ ...whole, weekdays: ['1'], until: '2026-11-01' })).toEqual(['until'])
  expect(bodyOf(whole)).toMatchObject({
    title: '四点半课堂',
    startsAt: '2026-11-23T08:30:00.000Z',
    endsAt: '2026-11-23T10:00:00.000Z',
    seats: null,
    helpers: 0,
    theme: null,
  })
})
