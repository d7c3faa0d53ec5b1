import { expect, it } from 'vitest'
import { pathsAbove } from './pathsAbove.ts'

it('names every area above one, the uppermost first', () => {
  expect(pathsAbove('/')).toEqual([])
  expect(pathsAbove('/c03/')).toEqual(['/'])
  expect(pathsAbove('/c03/g12/b5/')).toEqual(['/', '/c03/', '/c03/g12/'])
})
