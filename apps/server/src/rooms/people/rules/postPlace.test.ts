import { ROLES, type Role } from '@linli/contract'
import { describe, expect, it } from 'vitest'
import { isAdministrators, postPlace } from './postPlace.ts'

const inArea = { areaPath: '/s1/', unitId: null }
const inUnit = { areaPath: null, unitId: 'u' }

describe('where a post is held', () => {
  it.each([
    ['community', { areaPath: '/s1/' }, inArea],
    ['community', {}, undefined],
    ['community', { unitId: 'u' }, undefined],
    ['community', { areaPath: '/s1/', unitId: 'u' }, undefined],
    ['region', {}, { areaPath: '/', unitId: null }],
    ['region', { areaPath: '/s1/' }, inArea],
    ['region', { unitId: 'u' }, undefined],
    ['unit', { unitId: 'u' }, inUnit],
    ['unit', {}, undefined],
    ['unit', { areaPath: '/s1/' }, undefined],
    ['unit', { areaPath: '/s1/', unitId: 'u' }, undefined],
  ])('of the level %s, given %o: %o', (level, given, place) => {
    expect(postPlace(level, given)).toEqual(place)
  })
})

it('is one of the three administrators’ when one of its roles is', () => {
  const three = (Object.keys(ROLES) as Role[]).filter((role) => isAdministrators({ roles: [role] }))
  expect(three.sort()).toEqual(['auditor', 'regionAdmin', 'securityAdmin'])
  expect(isAdministrators({ roles: ['intake', 'auditor'] })).toBe(true)
  expect(isAdministrators({ roles: [] })).toBe(false)
})
