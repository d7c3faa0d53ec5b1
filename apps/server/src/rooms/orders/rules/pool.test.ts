import { describe, expect, it } from 'vitest'
import { inPool, outOfPool, type PoolHelper } from './pool.ts'

const order = { path: '/s01/c01/g01/b01/', offerPath: '/s01/c01/g01/', urgency: 'ordinary' as const }
const item = { skill: 'electric', homeEntry: true }
const helper: PoolHelper = {
  path: '/s01/c01/g01/b02/',
  servesPath: '/s01/',
  homeEntry: true,
  skills: ['electric'],
  available: true,
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

  it('needs no skill or clearance that the item does not ask for', () => {
    const plain = { ...helper, skills: [], homeEntry: false }
    expect(inPool(order, { skill: null, homeEntry: false }, plain)).toBe(true)
  })
})
