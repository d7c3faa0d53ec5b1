import { expect, it } from 'vitest'
import { bodyOf, EMPTY_DRAFT, faultsOf } from './draft.ts'

it('says what is wrong and sends only what is whole', () => {
  expect(faultsOf({ ...EMPTY_DRAFT, sunday: '早上' })).toEqual([
    'name',
    'path',
    'address',
    'position',
    'services',
    'sunday',
  ])
  expect(bodyOf(EMPTY_DRAFT)).toBeUndefined()
  const whole = {
    ...EMPTY_DRAFT,
    name: '桥头药店',
    path: '/c03/',
    address: '桥头 1 号',
    position: '115.9,28.68',
    services: ['pharmacy'],
    sunday: '',
  }
  expect(bodyOf(whole)).toMatchObject({
    phone: null,
    position: { longitude: 1159000000, latitude: 286800000, system: 'gcj02' },
    hours: { week: { friday: [{ from: '08:00', to: '20:00', duty: false }], sunday: [] }, holidays: [] },
  })
})
