import { codesOf } from '@linli/contract'
import { NOTICES, type NoticeKind } from '@linli/contract/notices/words'
import { describe, expect, test } from 'vitest'
import { addressOf } from './addressOf.ts'

const orderId = '01890000-0000-7000-8000-000000000001'
const notice = (kind: NoticeKind, order: string | null = orderId) => ({
  id: '01890000-0000-7000-8000-000000000002',
  kind,
  words: NOTICES[kind],
  orderId: order,
  at: '2026-03-04T08:00:00Z',
  readAt: null,
})

describe('where a notice leads', () => {
  test('what is told to the handler leads to the task, what is told to the requester to the order', () => {
    expect(addressOf(notice('taskGiven'))).toBe(`/tasks/${orderId}`)
    expect(addressOf(notice('orderAccepted'))).toBe(`/orders/${orderId}`)
    expect(addressOf(notice('orderOffered'))).toBe(`/claims/${orderId}`)
    expect(addressOf(notice('pointsPosted'))).toBe('/points')
    expect(addressOf(notice('redemptionDue', null))).toBe('/points/redemptions')
  })

  test('every kind with an order leads somewhere; one without an order that is not about points leads nowhere', () => {
    for (const kind of codesOf(NOTICES)) expect(addressOf(notice(kind))).toMatch(/^\//)
    expect(addressOf(notice('orderAccepted', null))).toBeUndefined()
  })
})
