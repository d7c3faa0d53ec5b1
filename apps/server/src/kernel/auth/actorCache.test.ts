import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { actorCache } from './actorCache.ts'

const actor: Actor = {
  region: 1,
  accountId: 'a',
  personId: 'p',
  sessionId: 's',
  grants: [],
  units: [],
  teams: [],
}
const token = Buffer.from('token')

test('requests that come together share one reading', async () => {
  let reads = 0
  const cache = actorCache(async () => {
    reads += 1
    return actor
  })
  await Promise.all([cache.get(token), cache.get(token)])
  expect(await cache.get(token)).toBe(actor)
  expect(reads).toBe(1)
})

test('a reading that began before a change is not kept', async () => {
  const answers: ((found: Actor | undefined) => void)[] = []
  const cache = actorCache(() => new Promise((resolve) => answers.push(resolve)))
  const before = cache.get(token)
  cache.forget('s')
  const after = cache.get(token)
  answers[0]?.(actor)
  answers[1]?.(undefined)
  expect(await before).toBe(actor)
  expect(await after).toBeUndefined()
  expect(await cache.get(token)).toBeUndefined()
})

test('a failed reading is told and not kept', async () => {
  let reads = 0
  const cache = actorCache(async () => {
    reads += 1
    if (reads === 1) throw new Error('database away')
    return actor
  })
  await expect(cache.get(token)).rejects.toThrow('database away')
  expect(await cache.get(token)).toBe(actor)
})

test('another person is not forgotten', async () => {
  let reads = 0
  const cache = actorCache(async () => {
    reads += 1
    return actor
  })
  await cache.get(token)
  cache.forget('somebody else')
  await cache.get(token)
  expect(reads).toBe(1)
})
