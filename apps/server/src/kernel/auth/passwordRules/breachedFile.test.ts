import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigError } from '../../config.ts'
import { openBreachedFile } from './breachedFile.ts'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'linli-breached-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex')
const leaked = Array.from({ length: 300 }, (_, n) => `leaked password ${n} 泄露`)
const asFile = async (name: string, lines: readonly string[], end: string, last = end): Promise<string> => {
  const path = join(directory, name)
  await writeFile(path, lines.join(end) + last)
  return path
}
const hashes = leaked.map(sha1).sort()

describe('an operator’s file of leaked passwords', () => {
  test.each([
    ['with counts', hashes.map((hash, n) => `${hash.toUpperCase()}:${n * n * 7 + 1}`), '\r\n', '\r\n'],
    ['plain hashes', hashes, '\n', '\n'],
    ['without an end to its last line', hashes, '\n', ''],
    ['of one line', hashes.slice(0, 1), '\n', '\n'],
  ] as const)('%s: every password of it is found, and no other', async (name, lines, end, last) => {
    const breached = await openBreachedFile(await asFile(name, lines, end, last))
    const found = await Promise.all(leaked.map((password) => breached.has(password)))
    expect(found.filter(Boolean)).toHaveLength(lines.length)
    const others = Array.from({ length: 300 }, (_, n) => `nobody ever said ${n}`)
    expect((await Promise.all(others.map((password) => breached.has(password)))).some(Boolean)).toBe(false)
  })

  test('may be replaced while the house runs', async () => {
    const path = await asFile('first', [sha1('one')], '\n')
    const breached = await openBreachedFile(path)
    expect([await breached.has('one'), await breached.has('two')]).toEqual([true, false])
    await writeFile(path, `${sha1('two')}:5\n`)
    expect([await breached.has('one'), await breached.has('two')]).toEqual([false, true])
  })

  test('that is absent or holds something else stops the start with a sentence', async () => {
    await expect(openBreachedFile(join(directory, 'absent'))).rejects.toThrow(ConfigError)
    await expect(openBreachedFile(await asFile('words', ['password', 'dragon'], '\n'))).rejects.toThrow(
      /SHA-1/,
    )
    await expect(openBreachedFile(await asFile('empty', [], '\n', ''))).rejects.toThrow(ConfigError)
  })
})
