import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../ids.ts'
import { MOST_RANGES, rangeOf, scopeStatements, within } from './scope.ts'

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

describe('the statement that opens a transaction', () => {
  const settingsOf = (...given: Parameters<typeof scopeStatements>): Record<string, unknown> => {
    const [statement] = scopeStatements(...given)
    const values = statement?.values ?? []
    return Object.fromEntries(
      Array.from({ length: values.length / 2 }, (_, n) => [values[2 * n], values[2 * n + 1]]),
    )
  }

  it('sets what the scope holds and nothing more', () => {
    const person = newId()
    expect(settingsOf({ region: 1 }, 0)).toEqual({ 'app.region': '1' })
    const asked = { region: 1, person, units: [person, person], ranges: [rangeOf('/c1/')] }
    expect(settingsOf(asked, 0, { readOnly: true })).toEqual({
      'app.region': '1',
      'app.person': person,
      'app.units': `{${person},${person}}`,
      'app.lo1': '/c1/',
      'app.hi1': '/c10',
      transaction_read_only: 'on',
    })
    expect(settingsOf({ region: 1, system: true }, -1500)).toEqual({
      'app.region': '1',
      'app.system': 'on',
      'app.shift': '-1500 milliseconds',
    })
  })

  it('is none where there is nothing to set', () => {
    expect(scopeStatements(undefined, 0)).toEqual([])
  })

  it('refuses more ranges than the net has', () => {
    const ranges = Array.from({ length: MOST_RANGES + 1 }, (_, n) => rangeOf(`/c${n}/`))
    expect(() => scopeStatements({ region: 1, ranges }, 0)).toThrow('at most 4')
  })

  it('says nothing of its values in its text', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string({ minLength: 1 }), fc.integer(), (region, word, shift) => {
        const scope = { region, person: word, units: [word], teams: [word], ranges: [{ lo: word, hi: word }] }
        const [statement] = scopeStatements(scope, shift)
        expect(statement?.text).toMatch(/^select (set_config\(\$\d+, \$\d+, true\),?)+$/)
      }),
    )
  })
})
