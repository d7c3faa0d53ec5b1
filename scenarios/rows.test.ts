import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PRESETS } from '@linli/presets'
import { expect, it } from 'vitest'
import { scenesOf } from './kit/run.ts'

const here = new URL('.', import.meta.url)

/** The table of the README: each row of the features, by the keys of the places that it was promised to. */
function promised(): Map<string, string[]> {
  const places = new Map(Object.values(PRESETS).map(({ key, name }) => [name.zh.slice(0, -1), key]))
  const rows = readFileSync(new URL('README.md', here), 'utf8').matchAll(
    /^\| ([A-H]\d+) \| .+? \| (.+?) \|$/gm,
  )
  return new Map(
    [...rows].map(([, row = '', names = '']) => [
      row,
      names.split(' ').map((name) => {
        const key = places.get(name)
        if (!key) throw new Error(`README 里的“${name}”不是一个地方`)
        return key
      }),
    ]),
  )
}

/** The rows that a place's scenes say they play: tags such as `@E1`. */
function played(file: string): Set<string> {
  const { scenes } = scenesOf(fileURLToPath(new URL(file, here)))
  const tags = scenes.flatMap((scene) => scene.tags.map(({ name }) => name.slice(1)))
  return new Set(tags.filter((tag) => /^[A-H]\d+$/.test(tag)))
}

it('has a scene for each row of the README at each of its places, and no scene for a row that is not there', () => {
  const wanted = [...promised()].flatMap(([row, places]) => places.map((place) => `${row} ${place}`))
  const found = readdirSync(here)
    .filter((name) => name.endsWith('.feature'))
    .flatMap((file) => [...played(file)].map((row) => `${row} ${basename(file, '.feature')}`))
  expect(wanted.length).toBeGreaterThan(90)
  expect({
    missing: wanted.filter((one) => !found.includes(one)),
    unknown: found.filter((one) => !wanted.includes(one)),
  }).toEqual({ missing: [], unknown: [] })
})
