import { describe, expect, it } from 'vitest'
import type { Actor, Grant } from '../auth/actor.ts'
import { maskName, maskPhone, phoneTail } from './mask.ts'
import {
  demand,
  demandRegion,
  type FieldRule,
  fits,
  mayCall,
  type Standing,
  visibility,
  who,
} from './policy.ts'

const actor = (...roles: Grant['role'][]): Actor => ({
  region: 1,
  accountId: 'account',
  personId: 'person',
  sessionId: 'session',
  grants: roles.map((role) => ({ role, areaPath: '/', unitId: null })),
  units: [],
  teams: [],
})
const nothing: Standing = () => []
const own: Standing = () => ['own']

describe('the first gate', () => {
  it('opens to everybody, to everybody signed in, or to those who hold a role', () => {
    expect(mayCall('public', undefined)).toBe(true)
    expect(mayCall('signedIn', undefined)).toBe(false)
    expect(mayCall('signedIn', actor())).toBe(true)
    expect(mayCall(who('inScope', 'intake'), actor())).toBe(false)
    expect(mayCall(who('inScope', 'intake'), actor('intake'))).toBe(true)
    expect(mayCall(who('own', 'resident'), actor())).toBe(true)
  })

  it('stays shut where nobody is named, and nobody comes in as the system', () => {
    expect(mayCall([], actor('regionAdmin'))).toBe(false)
    expect(mayCall([{ role: 'system', relation: 'any' }], actor('regionAdmin'))).toBe(false)
  })
})

describe('the second gate', () => {
  it('asks for the relation in the very role that the row names', () => {
    const asIntake: Standing = (role) => (role === 'intake' ? ['inScope'] : [])
    expect(fits(who('inScope', 'intake'), actor('intake'), asIntake)).toBe(true)
    expect(fits(who('inScope', 'reviewer'), actor('intake', 'reviewer'), asIntake)).toBe(false)
    expect(fits(who('inScope', 'intake'), actor('reviewer'), asIntake)).toBe(false)
  })

  it('asks for no relation where the row says any', () => {
    expect(fits(who('any', 'helper'), actor('helper'), nothing)).toBe(true)
    expect(fits(who('any', 'helper'), actor(), nothing)).toBe(false)
  })

  it('never fits the system’s row', () => {
    expect(fits([{ role: 'system', relation: 'any' }], actor('regionAdmin'), own)).toBe(false)
  })

  it('refuses in words', () => {
    expect(() => demand(who('own', 'resident'), actor(), nothing)).toThrow('kernel.forbidden')
    expect(() => demand(who('own', 'resident'), actor(), own)).not.toThrow()
    expect(() => demand('signedIn', actor(), nothing)).not.toThrow()
  })
})

describe('what concerns the whole region', () => {
  const over = (areaPath: string): Actor => ({
    ...actor(),
    grants: [{ role: 'regionAdmin', areaPath, unitId: null }],
  })
  const rows = who('inScope', 'regionAdmin')
  it('is for a grant over all of it, not over a part', () => {
    expect(() => demandRegion(rows, over('/'))).not.toThrow()
    expect(() => demandRegion(rows, over('/s1/'))).toThrow('kernel.forbidden')
    expect(() => demandRegion(rows, actor('intake'))).toThrow('kernel.forbidden')
    expect(() => demandRegion('signedIn', actor())).not.toThrow()
    expect(() => demandRegion('public', actor())).not.toThrow()
  })
})

describe('a guarded field', () => {
  const rule: FieldRule = { clear: who('own', 'resident'), masked: who('any', 'intake') }
  it('is clear, masked or hidden', () => {
    expect(visibility(rule, actor('intake'), own)).toBe('clear')
    expect(visibility(rule, actor('intake'), nothing)).toBe('masked')
    expect(visibility(rule, actor(), nothing)).toBe('hidden')
    expect(visibility({ clear: [] }, actor('regionAdmin'), own)).toBe('hidden')
  })
})

describe('masks', () => {
  it('show the first three and last four digits of a phone, and nothing of what is no phone’s tail', () => {
    expect(maskPhone(phoneTail('19900001234'))).toBe('199****1234')
    expect(maskPhone(null)).toBeNull()
    expect(maskPhone('12345')).toBeNull()
  })

  it.each([
    ['王小明', '王**'],
    ['李四', '李*'],
    ['欧阳小明明', '欧**'],
    ['王', '王*'],
    ['𠮷田', '𠮷*'],
    ['', ''],
    [null, null],
  ])('of the name %s show %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })
})
