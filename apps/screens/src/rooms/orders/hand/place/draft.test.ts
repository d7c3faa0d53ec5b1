import { PlaceOrderBody } from '@linli/contract/orders/shapes'
import { Value } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { bodyOf, detailOf, EMPTY_DRAFT, isKnown, type Known, whereOf } from './draft.ts'

const draft = { ...EMPTY_DRAFT, id: '01890000-0000-7000-8000-000000000001', text: '灯坏了' }
const known: Known = {
  name: '王秀兰',
  phone: '13800000001',
  path: '/s01/c01/g01/b1/e1/',
  areaName: '桃源社区 1栋 1单元',
  room: '301',
}

describe('an order before it is sent', () => {
  test('needs nothing more when address and phone are known', () => {
    expect(isKnown(draft, known)).toBe(true)
    expect(whereOf(draft, known)).toMatchObject({ address: '301', contactName: '王秀兰' })
  })

  test('asks for place and phone when they are not known, but not for a phone when nobody shall know', () => {
    expect(isKnown(draft, { ...known, path: null })).toBe(false)
    expect(isKnown(draft, { ...known, phone: null })).toBe(false)
    expect(isKnown({ ...draft, privacy: ['anonymous'] }, { ...known, phone: null })).toBe(true)
  })

  test('never fills a neighbour’s order with one’s own name, phone or door', () => {
    const other = { ...draft, forAnother: true, place: { path: '/s01/c01/g01/b2/', name: '2栋' } }
    expect(whereOf(other, known)).toEqual({
      place: other.place,
      address: '',
      contactName: '',
      contactPhone: '',
    })
    expect(isKnown(other, known)).toBe(false)
  })

  test('a scanned place elsewhere does not carry one’s own door number', () => {
    expect(whereOf({ ...draft, place: { path: '/s01/', name: '街道' } }, known).address).toBe('')
  })

  test('what is only spoken or photographed says where to look; nothing at all stays nothing', () => {
    expect(detailOf({ text: ' ', voice: 'v', photos: [] })).toContain('录音')
    expect(detailOf({ text: '', voice: null, photos: ['p'] })).toContain('照片')
    expect(detailOf({ text: ' ', voice: null, photos: [] })).toBe('')
  })

  test('the body keeps the contract, with much and with little', () => {
    const id = '01890000-0000-7000-8000-000000000002'
    const much = {
      ...draft,
      item: 'changeBulb',
      photos: [id],
      voice: id,
      privacy: ['anonymous', 'confidential'] as const,
      contactPhone: '0791-8888 6666',
    }
    expect(Value.Check(PlaceOrderBody, bodyOf(draft, known))).toBe(true)
    expect(bodyOf(much, known).contactPhone).toBe('079188886666')
    expect(bodyOf({ ...draft, contactPhone: '138****0001' }, known)).not.toHaveProperty('contactPhone')
  })
})
