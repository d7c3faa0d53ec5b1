import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { processFacts, processOf } from '../../packages/contract/src/orders/process.ts'
import { TRANSITIONS } from '../../packages/contract/src/orders/transitions.ts'
import { PRESETS, presetOf } from '../../packages/presets/src/index.ts'
import { processFiles } from './pages.ts'

const folder = fileURLToPath(new URL('../../docs/process/', import.meta.url))

it('is what the table and the places say now: after a change run node tools/process.ts', async () => {
  const files = processFiles()
  expect((await readdir(folder)).toSorted()).toEqual([...files.keys()].toSorted())
  const stale: string[] = []
  for (const [name, text] of files)
    if ((await readFile(`${folder}${name}`, 'utf8')) !== text) stale.push(name)
  expect(stale).toEqual([])
})

it('says every step of the table that a place’s rows allow, drawn or in words, and none twice', () => {
  for (const preset of Object.values(PRESETS)) {
    const { states, arrows, begins } = processOf(processFacts({ ...preset, items: preset.catalogue }))
    const said = [
      begins,
      ...states.flatMap(({ stays, fromAnywhere }) => [stays, fromAnywhere]),
      ...arrows.map(({ steps }) => steps),
    ].flat()
    const verbs = new Set(said.map(({ verb }) => verb))
    const isAny = (part: 'selfHandled') =>
      preset.catalogue.some((item) => part in item && item[part] === true)
    const left = TRANSITIONS.filter(({ verb }) => !verbs.has(verb)).map(({ verb }) => verb)
    expect(left, preset.key).toEqual(isAny('selfHandled') ? [] : ['selfHandle'])
    expect(new Set(arrows.map(({ from, to }) => `${from} ${to}`)).size).toBe(arrows.length)
  }
})

it('leaves out what a place does without, and what only that led to', () => {
  const xihu = presetOf('xihu')
  const bare = processOf({
    ...processFacts({ ...xihu, items: xihu.catalogue }),
    grabbable: 0,
    supplements: 0,
    selfHandled: 0,
    unmergeHours: 0,
  })
  const ids = bare.states.map(({ id }) => id)
  expect(ids).not.toContain('offered')
  expect(ids).not.toContain('supplement')
  expect(bare.arrows.flatMap(({ steps }) => steps.map(({ verb }) => verb))).not.toContain('unmergeOrder')
  expect(ids).toContain('closed')
})
