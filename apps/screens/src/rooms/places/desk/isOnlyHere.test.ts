import { expect, it } from 'vitest'
import { isOnlyHere } from './isOnlyHere.ts'

it.each([
  ['http://127.0.0.1:4000', true],
  ['http://localhost:4000', true],
  ['http://[::1]:4000', true],
  ['http://192.168.1.7:4000', false],
  ['https://linli.example.cn', false],
  ['http://127.example.cn', false],
])('%s', (address, expected) => expect(isOnlyHere(address)).toBe(expected))
