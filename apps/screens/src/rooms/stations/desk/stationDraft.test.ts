import { expect, it } from 'vitest'
import { bodyOf, EMPTY_DRAFT, readPosition } from './stationDraft.ts'

it('reads positions as they are pasted from a map', () => {
  expect(readPosition('115.892151,28.676493')).toEqual({ longitude: 1158921510, latitude: 286764930 })
  expect(readPosition(' 115.9，28.6 ')).toEqual({ longitude: 1159000000, latitude: 286000000 })
  for (const text of ['', '28.6', '200,10', '115.9,91', 'abc,def'])
    expect(readPosition(text), text).toBeUndefined()
})

it('sends whole days in Beijing for a station that moves, and no days for one that stays', () => {
  const draft = { ...EMPTY_DRAFT, fromDay: '2026-10-01', lastDay: '2026-10-07', phone: '0791-1234 5678' }
  expect(bodyOf({ ...draft, kind: 'mobile' }, '/c03/')).toMatchObject({
    from: '2026-09-30T16:00:00.000Z',
    to: '2026-10-07T16:00:00.000Z',
    phone: '079112345678',
    position: null,
  })
  expect(bodyOf(draft, '/c03/')).toMatchObject({ from: null, to: null })
})
