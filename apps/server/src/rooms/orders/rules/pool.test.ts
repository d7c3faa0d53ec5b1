import { describe, expect, it } from 'vitest'
import { inPool, leftOutOf, outOfPool, type PoolHelper } from './pool.ts'

const order = { path: '/s01/c01/g01/b01/', offerPath: '/s01/c01/g01/', urgency: 'ordinary' as const }
const item = { skill: 'electric', homeEntry: true }
const helper: PoolHelper = {
  path: '/s01/c01/g01/b02/',
  servesPath: '/s01/',
  homeEntry: true,
  skills: ['electric'],
  available: true,
  onLeave: false,
  night: false,
  nightEmergencies: false,
}

describe('the pool of an offered order', () => {
  it('holds the helper who is near, skilled, cleared and free', () => {
    expect(inPool(order, item, helper)).toBe(true)
  })

  it.each([
    ['area', { path: '/s01/c01/g02/' }],
    ['area', { path: '/s01/c01/g010/' }],
    ['area', { servesPath: '/s01/c02/' }],
    ['skill', { skills: [] }],
    ['homeEntry', { homeEntry: false }],
    ['hours', { available: false }],
    ['night', { available: false, night: true }],
    ['leave', { available: false, onLeave: true, night: true }],
  ] as const)('leaves out by %s', (why, more) => {
    expect(outOfPool(order, item, { ...helper, ...more })).toBe(why)
  })

  it('asks a helper of the whole community whose area holds the wave', () => {
    expect(inPool(order, item, { ...helper, path: '/s01/c01/' })).toBe(true)
  })

  it('asks the farther helper once the wave is wider', () => {
    expect(inPool({ ...order, offerPath: '/s01/c01/' }, item, { ...helper, path: '/s01/c01/g02/' })).toBe(
      true,
    )
  })

  it('asks outside the hours only those who take emergencies at night, and only for one', () => {
    const asleep = { ...helper, available: false, nightEmergencies: true }
    expect(inPool({ ...order, urgency: 'emergency' }, item, asleep)).toBe(true)
    expect(inPool(order, item, asleep)).toBe(false)
    expect(inPool({ ...order, urgency: 'emergency' }, item, { ...asleep, nightEmergencies: false })).toBe(
      false,
    )
  })

  it('asks nobody on leave, not even in an emergency at night', () => {
    const away = { ...helper, available: false, onLeave: true, nightEmergencies: true }
    expect(outOfPool({ ...order, urgency: 'emergency' }, item, away)).toBe('leave')
  })

  it('asks whoever is paired from the first wave on, wherever they start from, but not beyond what they serve', () => {
    const far = { ...helper, path: '/s01/c07/' }
    expect(outOfPool(order, item, far, true)).toBe(null)
    expect(outOfPool(order, item, { ...far, servesPath: '/s01/c07/' }, true)).toBe('area')
    expect(outOfPool(order, item, { ...far, skills: [] }, true)).toBe('skill')
  })

  it('does not ask whose quota is full, and says so last', () => {
    const full = { held: 3, quota: 3, paired: false }
    expect(leftOutOf(order, item, helper, full)).toBe('quota')
    expect(leftOutOf(order, item, { ...helper, homeEntry: false }, full)).toBe('homeEntry')
    expect(leftOutOf(order, item, helper, { ...full, held: 2 })).toBe(null)
  })

  it('needs no skill or clearance that the item does not ask for', () => {
    const plain = { ...helper, skills: [], homeEntry: false }
    expect(inPool(order, { skill: null, homeEntry: false }, plain)).toBe(true)
  })
})
