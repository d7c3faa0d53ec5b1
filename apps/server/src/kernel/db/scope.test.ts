import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../ids.ts'
import { MOST_RANGES, preamble, rangeOf, type Scope, within } from './scope.ts'

const code = fc.stringMatching(/^[a-z0-9]{1,4}$/)
const path = fc
  .array(code, { maxLength: 4 })
  .map((codes) => (codes.length === 0 ? '/' : `/${codes.join('/')}/`))

describe('the range of an area', () => {
  it('holds exactly the paths that begin with it', () => {
    fc.assert(
      fc.property(path, path, (area, place) => {
        expect(within(place, [rangeOf(area)])).toBe(place.startsWith(area))
      }),
    )
  })

  it('tells g1 from g101', () => {
    expect(within('/c1/g101/', [rangeOf('/c1/g1/')])).toBe(false)
    expect(within('/c1/g1/b7/', [rangeOf('/c1/g1/')])).toBe(true)
    expect(within('/c1/', [])).toBe(false)
  })
})

describe('the statements that open a transaction', () => {
  it('set what the scope holds and nothing more', () => {
    const person = newId()
    expect(preamble({ region: 1 }, 0)).toBe(`BEGIN;SET LOCAL app.region='1'`)
    expect(preamble({ region: 1, person, ranges: [rangeOf('/c1/')] }, 0, true)).toBe(
      `BEGIN READ ONLY;SET LOCAL app.region='1';SET LOCAL app.person='${person}';SET LOCAL app.lo1='/c1/';SET LOCAL app.hi1='/c10'`,
    )
    expect(preamble({ region: 1, system: true }, -1500)).toContain(`SET LOCAL app.shift='-1500 milliseconds'`)
  })

  const bad: [string, Partial<Scope>][] = [
    ['a person', { person: `${newId()}'; drop table orders; --` }],
    ['a person that is empty of meaning', { person: 'x' }],
    ['a unit', { units: [newId(), `}';reset role;--`] }],
    ['a team', { teams: [`'`] }],
    ['the foot of a range', { ranges: [{ lo: `/c1'/`, hi: '/c10' }] }],
    ['the head of a range', { ranges: [{ lo: '/c1/', hi: '/c1\\' }] }],
    ['a range in capitals', { ranges: [rangeOf('/C1/')] }],
  ]
  it.each(bad)('refuse %s of the wrong shape', (_, more) => {
    expect(() => preamble({ region: 1, ...more }, 0)).toThrow('wrong shape')
  })

  it('refuse more ranges than the net has', () => {
    const ranges = Array.from({ length: MOST_RANGES + 1 }, (_, n) => rangeOf(`/c${n}/`))
    expect(() => preamble({ region: 1, ranges }, 0)).toThrow('at most 4')
  })

  it('never let anything but a whole number through as region or shift', () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (region, shift) => {
        expect(preamble({ region }, shift)).toMatch(
          /^BEGIN;SET LOCAL app\.region='(-?[\de+.]+|NaN|-?Infinity)'(;SET LOCAL app\.shift='(-?[\de+.]+|NaN|-?Infinity) milliseconds')?$/,
        )
      }),
    )
  })
})
