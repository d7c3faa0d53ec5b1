import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId, newSlug } from './ids.ts'

describe('ids', () => {
  it('are UUIDs of version 7 that carry their millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (milliseconds) => {
        const id = newId(milliseconds)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(milliseconds)
      }),
    )
  })

  it('sort by the moment they were made', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        fc.pre(a !== b)
        expect(newId(a) < newId(b)).toBe(a < b)
      }),
    )
  })

  it('of one millisecond differ', () => {
    expect(new Set(Array.from({ length: 1000 }, () => newId(1))).size).toBe(1000)
  })
})

describe('public addresses', () => {
  it('have the length asked for and only letters that nobody mistakes', () => {
    for (const length of [1, 14, 40])
      expect(newSlug(length)).toMatch(new RegExp(`^[a-hjkmnp-z2-9]{${length}}$`))
  })

  it('favour no letter', () => {
    const seen = new Set(newSlug(20_000))
    expect(seen.size).toBe(31)
  })

  it('differ', () => {
    expect(new Set(Array.from({ length: 1000 }, () => newSlug())).size).toBe(1000)
  })
})
