import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOrderNumber, orderNumber } from './number.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const number = fc
  .tuple(day, fc.integer({ min: 1, max: 99_999 }))
  .map(([on, serial]) => orderNumber(on, serial))

describe('order numbers', () => {
  it('show day, serial and the Luhn digit', () => {
    expect(orderNumber('2026-01-15', 42)).toBe('260115-00042-4')
    expect(orderNumber('2026-01-15', 99_999)).toMatch(/^260115-99999-\d$/)
  })

  it('are right as made', () => {
    fc.assert(fc.property(number, (text) => isOrderNumber(text)))
  })

  it('catch every single wrong digit', () => {
    fc.assert(
      fc.property(number, (text) => {
        for (const [at, was] of [...text].entries()) {
          if (was === '-') continue
          for (const digit of '0123456789')
            if (digit !== was)
              expect(isOrderNumber(text.slice(0, at) + digit + text.slice(at + 1))).toBe(false)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('catch a swap of neighbours unless it is 0 and 9', () => {
    fc.assert(
      fc.property(number, fc.integer({ min: 0, max: 10 }), (text, index) => {
        const digits = text.replaceAll('-', '')
        const [a, b] = [digits[index] ?? '', digits[index + 1] ?? '']
        fc.pre(a !== b && ![`${a}${b}`, `${b}${a}`].includes('09'))
        const swapped = digits.slice(0, index) + b + a + digits.slice(index + 2)
        expect(isOrderNumber(`${swapped.slice(0, 6)}-${swapped.slice(6, 11)}-${swapped.slice(11)}`)).toBe(
          false,
        )
      }),
    )
  })

  it.each(['', '260115000424', '260115-0042-4', '260115-00042-4 ', 'A60115-00042-4', '260115-00042-'])(
    'does not take %j for one',
    (text) => {
      expect(isOrderNumber(text)).toBe(false)
    },
  )
})
