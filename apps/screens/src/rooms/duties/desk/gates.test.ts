import { expect, it } from 'vitest'
import { byName, type Duty, gatesOf, isAhead, isFound, shiftAt } from './gates.ts'

const NOW = Date.parse('2027-03-01T02:00:00Z') // 10:00 in the place
const post = (name: string, needed = 1) => ({ id: name, name, place: `${name}岗亭`, needed })
const duty = (postId: string, more: Partial<Duty> = {}): Duty => ({
  id: postId,
  postId,
  shift: 'day',
  personId: 'p',
  name: '李**',
  startsAt: '2027-03-01T00:00:00Z',
  endsAt: '2027-03-01T08:00:00Z',
  signedInAt: '2027-03-01T00:01:00Z',
  signedOutAt: null,
  confirmedMinutes: null,
  swap: null,
  ...more,
})

it('puts posts with too few first, then those whose people have not come, then the rest by number', () => {
  const posts = ['10号', '9号', '2号', '1号', '3号'].map((name) => post(name, name === '3号' ? 3 : 1))
  const duties = [
    duty('10号'),
    duty('9号', { signedInAt: null }),
    duty('1号'),
    duty('2号', { shift: 'night' }),
    duty('3号'),
  ]
  const gates = gatesOf(posts, duties, 'day', NOW)
  expect(gates.map(({ post: { name }, missing, absent }) => [name, missing, absent])).toEqual([
    ['3号', 2, 0],
    ['2号', 1, 0],
    ['9号', 0, 1],
    ['1号', 0, 0],
    ['10号', 0, 0],
  ])
  // Nobody is late for a shift that has not begun, or that is over.
  for (const now of [NOW - 3 * 3_600_000, NOW + 6 * 3_600_000, undefined])
    expect(gatesOf(posts, duties, 'day', now).every(({ absent }) => absent === 0)).toBe(true)
})

it('finds a post by name or place, however digits are typed', () => {
  const gate = post('1２号 卡口')
  for (const typed of ['12号', ' １２', '岗亭', '']) expect(isFound(gate, typed)).toBe(true)
  expect(isFound(gate, '13')).toBe(false)
  expect([post('10号'), post('2号')].toSorted(byName).map(({ name }) => name)).toEqual(['2号', '10号'])
})

it('opens with the shift that runs', () => {
  const shifts = [
    { key: 'night', start: '00:00', minutes: 480 },
    { key: 'day', start: '08:00', minutes: 480 },
  ]
  expect(shiftAt(shifts, '2027-03-01', NOW)).toBe('day')
  expect(shiftAt(shifts, '2027-03-02', NOW)).toBe('night')
  expect(shiftAt(shifts, '2027-02-28', NOW)).toBe('night')
  expect(shiftAt(shifts, '2027-03-01', NOW + 8 * 3_600_000)).toBe('night')
  expect(shiftAt([], '2027-03-01', NOW)).toBe('')
})

it('lets somebody be put on until the shift is over, past midnight too', () => {
  const day = { key: 'day', start: '08:00', minutes: 480 }
  const night = { key: 'night', start: '22:30', minutes: 600 }
  const HOUR = 3_600_000
  expect([NOW, NOW + 5.9 * HOUR, NOW + 6 * HOUR].map((now) => isAhead(day, '2027-03-01', now))).toEqual([
    true,
    true,
    false,
  ])
  expect([NOW - 2 * HOUR, NOW].map((now) => isAhead(night, '2027-02-28', now))).toEqual([true, false])
})
