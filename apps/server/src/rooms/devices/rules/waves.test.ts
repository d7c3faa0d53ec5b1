import { expect, it } from 'vitest'
import { type Around, askedIn } from './waves.ts'

const path = '/s01/c01/g1/b2/'
const helper = (personId: string, more: Partial<Around['helpers'][number]> = {}) => ({
  personId,
  path: '/s01/c01/g1/b9/',
  available: true,
  nightEmergencies: false,
  ...more,
})
const around: Around = {
  paired: ['paired'],
  gridWorkers: [
    { personId: 'grid', path: '/s01/c01/g1/' },
    { personId: 'street', path: '/s01/' },
  ],
  desk: ['desk', 'paired'],
  helpers: [
    helper('far'),
    helper('door', { path: '/s01/c01/g1/b2/e1/' }),
    helper('owl', { available: false, nightEmergencies: true }),
    helper('away', { available: false }),
    helper('elder'),
  ],
  contacts: [
    { personId: 'son', kind: 'family', nights: false },
    { personId: 'aunt', kind: 'neighbour', nights: false },
    { personId: 'uncle', kind: 'neighbour', nights: true },
  ],
}
const at = (night: boolean) => ({ path, personId: 'elder', night })
const names = (asks: Parameters<typeof askedIn>[0], night = false, more: Partial<Around> = {}) =>
  askedIn(asks, { ...around, ...more }, at(night)).map(({ personId }) => personId)

it('asks the paired grid worker, or those of the grid where nobody is paired', () => {
  expect(names(['pairedGridWorker'])).toEqual(['paired'])
  expect(names(['pairedGridWorker'], false, { paired: [] })).toEqual(['grid'])
  expect(names(['pairedGridWorker'], false, { paired: [], gridWorkers: [] })).toEqual([])
})

it('asks neighbours by day, the nearest first, and never who pressed', () => {
  expect(names(['neighbours'])).toEqual(['aunt', 'uncle', 'door', 'far'])
})

it('asks of neighbours at night only those who opted in, and the family at any hour', () => {
  expect(names(['neighbours', 'family'], true)).toEqual(['uncle', 'owl', 'son'])
})

it('asks each once, as whom the place names first', () => {
  expect(askedIn(['station', 'pairedGridWorker'], around, at(false))).toEqual([
    { personId: 'desk', why: 'station' },
    { personId: 'paired', why: 'station' },
  ])
})
