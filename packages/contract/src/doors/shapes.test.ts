import { describe, expect, it } from 'vitest'
import { WantedWay } from './shapes.ts'

const { pattern: written } = WantedWay.properties.next as { pattern?: string } // TypeBox keeps it out of the type
const pattern = new RegExp(written ?? '$^')

describe('the page to come back to', () => {
  it.each(['/', '/orders/0199', '/desk?state=offered&limit=20', '/#top'])(
    'is a page of this site: %s',
    (next) => {
      expect(pattern.test(next)).toBe(true)
    },
  )

  it.each([
    '//evil.example',
    '/\\evil.example',
    '///evil.example',
    '/ok\\..\\evil',
    'https://evil.example',
    'javascript:alert(1)',
    'evil.example',
    '/two words',
    '/\t/evil.example',
    '/\n/evil.example',
    '',
  ])('is never another: %j', (next) => {
    expect(pattern.test(next)).toBe(false)
  })
})
