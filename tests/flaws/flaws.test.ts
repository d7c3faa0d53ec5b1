import { existsSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openWorkTree, ROOT, type WorkTree } from '../../tools/mutation/workTree.ts'
import { isLong, say } from '../durability/form.ts'
import type { Flaw } from './flaw.ts'
import { FLAWS } from './list/index.ts'
import { ask, edited, outcomeOf, planted } from './plant.ts'

// Would our tests see it? Each flaw of the list is planted alone into a copy of the sources, and what it names must turn
// red. `npm test` proves that the list keeps up with the sources; `npm run verify -- --only flaws` plants all of them.

/** Trees worked in at once. */
const LANES = 2
/** FLAW=expression: only those whose names it fits. */
const asked = FLAWS.filter(({ name }) => new RegExp(process.env.FLAW ?? '').test(name))
const testsOf = ({ caughtBy }: Flaw): readonly string[] => ('tests' in caughtBy ? caughtBy.tests : [])

describe('the list', () => {
  test('names at least twenty flaws, each once', () => {
    expect(FLAWS.length).toBeGreaterThanOrEqual(20)
    expect(new Set(FLAWS.map(({ name }) => name)).size).toBe(FLAWS.length)
  })

  test.each(FLAWS)(
    '$name: still applies, is still a program, and names tests that are there',
    async (flaw) => {
      const files = await edited(ROOT, flaw)
      expect(files.size).toBeGreaterThan(0)
      for (const [file, { was, is }] of files) {
        expect(is, file).not.toBe(was)
        if (file.endsWith('.ts')) expect(() => stripTypeScriptTypes(is), file).not.toThrow()
      }
      for (const file of testsOf(flaw)) expect(existsSync(join(ROOT, file)), file).toBe(true)
    },
  )
})

describe.runIf(isLong)('planted', () => {
  test(
    'every flaw turns a test red that is green without it',
    async () => {
      const begun = performance.now()
      const trees = await Promise.all(Array.from({ length: LANES }, openWorkTree))
      try {
        const before = await withoutFlaws(trees)
        say(`without a flaw: ${before.green} tests green, ${before.red.length} red, ${minutes(begun)} min`)
        for (const name of before.red) say(`✗ red without a flaw: ${name}`)
        const uncaught = await inLanes(trees, before.red)
        say(`${asked.length - uncaught.length} of ${asked.length} flaws were caught, ${minutes(begun)} min`)
        expect(uncaught).toEqual([])
        expect(before.red).toEqual([])
      } finally {
        await Promise.all(trees.map((tree) => tree.remove()))
      }
    },
    3 * 3_600_000,
  )
})

const minutes = (begun: number): string => ((performance.now() - begun) / 60_000).toFixed(1)

/** All tests that are named, each tree its share of the files. */
async function withoutFlaws(trees: readonly WorkTree[]): Promise<{ green: number; red: string[] }> {
  const files = [...new Set(asked.flatMap(testsOf))]
  const shares = await Promise.all(
    trees.map((tree, at) =>
      outcomeOf(
        tree,
        files.filter((_, index) => index % trees.length === at),
      ),
    ),
  )
  return {
    green: shares.reduce((sum, { green }) => sum + green, 0),
    red: shares.flatMap(({ red }) => red),
  }
}

/** Each tree takes the next flaw when it is done with one. @returns those that nothing objected to */
async function inLanes(trees: readonly WorkTree[], before: readonly string[]): Promise<string[]> {
  const left = [...asked]
  const uncaught: string[] = []
  const work = async (tree: WorkTree): Promise<void> => {
    for (let flaw = left.shift(); flaw !== undefined; flaw = left.shift()) {
      const one = flaw
      const begun = performance.now()
      const { objections, output } = await planted(tree, one, () => ask(tree, one, before))
      const seconds = ((performance.now() - begun) / 1000).toFixed(0)
      if (objections.length > 0) say(`✓ ${one.name} · ${objections[0]} · ${seconds} s`)
      else {
        uncaught.push(one.name)
        say(`✗ ${one.name} · NOT CAUGHT · ${seconds} s\n${output}`)
      }
    }
  }
  await Promise.all(trees.map(work))
  return uncaught
}
