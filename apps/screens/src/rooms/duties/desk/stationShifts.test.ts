import type { Span } from '@linli/contract/stations/shapes'
import { expect, it } from 'vitest'
import { stationShifts } from './stationShifts.ts'

const open: Span[] = [
  { from: '08:30', to: '12:00', duty: false },
  { from: '12:00', to: '14:00', duty: true },
  { from: '14:00', to: '17:30', duty: false },
]
const free: Span[] = [{ from: '09:00', to: '17:00', duty: true }]
const week = {
  monday: open,
  tuesday: open,
  wednesday: open,
  thursday: open,
  friday: open,
  saturday: free,
  sunday: free,
}

it('takes lunch of working days and the whole of free ones from the hours', () => {
  expect(stationShifts({ week, holidays: free })).toEqual([
    { key: 'workday1', name: '12:00–14:00', start: '12:00', minutes: 120, on: 'workday' },
    { key: 'freeDay1', name: '09:00–17:00', start: '09:00', minutes: 480, on: 'freeDay' },
  ])
})

it('takes all hours where none is marked as duty, and a night as one shift', () => {
  const night: Span[] = [{ from: '20:00', to: '08:00', duty: false }]
  const all = { ...week, monday: night, tuesday: night, wednesday: night, thursday: night, friday: night }
  expect(stationShifts({ week: all, holidays: [] })[0]).toEqual({
    key: 'workday1',
    name: '20:00–08:00',
    start: '20:00',
    minutes: 720,
    on: 'workday',
  })
})
