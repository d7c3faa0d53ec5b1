import { describe, expect, test } from 'vitest'
import { nextFrom, signInUrl } from './signInUrl.ts'

describe('the way through the sign-in page', () => {
  test('leads back to where the person was, with its query', () => {
    const url = signInUrl('/sign-in', '/orders/new?step=check')
    expect(nextFrom(url.slice(url.indexOf('?')))).toBe('/orders/new?step=check')
  })

  test.each([
    '',
    '?next=',
    '?next=https%3A%2F%2Fexample.org',
    '?next=%2F%2Fexample.org',
    '?next=%2F%5Cexample.org',
  ])('never leads to another site: %s', (search) => {
    expect(nextFrom(search)).toBe('/')
  })
})
