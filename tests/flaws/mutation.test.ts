import { spawn } from 'node:child_process'
import { glob, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type MutationReport, scoresOf, survivorsOf } from '../../tools/mutation/score.ts'
import { openWorkTree, ROOT } from '../../tools/mutation/workTree.ts'
import { isLong, say } from '../durability/form.ts'

// How strong are the tests of the rules? Stryker changes one thing at a time in every rules folder, and the tests that need
// no database must notice. `npm test` proves that no folder is left out and that the measured figures suffice;
// `npm run verify -- --only mutation` measures them (docs/security/strength.md).

/** Percent of changes that must be noticed, in each folder and of all. */
const LEAST = 80
/** New and below it: the learner and the index, where a changed number often learns the same. To be raised to the others' (strength.md). */
const LOWER: { readonly [folder: string]: number } = { 'apps/server/src/rooms/suggestions/rules': 77 }
const leastOf = (folder: string): number => LOWER[folder] ?? LEAST
const CONFIG = 'tools/mutation/stryker.config.json'
/** What was found out before: unchanged sources and tests are not tried again. */
const KNOWN = join(ROOT, 'node_modules', '.cache', 'linli', 'mutation.json')

const folders = async (): Promise<string[]> => {
  const found = new Set<string>([
    'apps/server/src/kernel/policy',
    'packages/contract/src/orders',
    'packages/contract/src/orders/lifecycle',
  ])
  for await (const path of glob('apps/server/src/rooms/*/rules/*.ts', { cwd: ROOT })) found.add(dirname(path))
  return [...found].sort()
}

/** Rows of the page's table: `| folder | killed | survived | score |`. */
async function measured(): Promise<Map<string, number>> {
  const page = await readFile(join(ROOT, 'docs', 'security', 'strength.md'), 'utf8')
  const rows = page.matchAll(/^\| `?([\w/]+)`? \| (\d+) \| (\d+) \| ([\d.]+) %? ?\|$/gm)
  return new Map([...rows].map(([, folder = '', , , score]) => [folder, Number(score)]))
}

test('every rules folder was measured, and what it reached is enough', async () => {
  const scores = await measured()
  expect([...scores.keys()].sort()).toEqual(['all', ...(await folders())].sort())
  for (const [folder, score] of scores) expect(score, folder).toBeGreaterThanOrEqual(leastOf(folder))
})

describe('the score', () => {
  const at = { location: { start: { line: 7 } }, mutatorName: 'StringLiteral', replacement: '""' }
  const report: MutationReport = {
    files: {
      'a/rules/one.ts': {
        mutants: [
          { ...at, status: 'Killed' },
          { ...at, status: 'Timeout' },
          { ...at, status: 'Survived' },
          { ...at, status: 'CompileError' },
        ],
      },
      'b/rules/two.ts': { mutants: [{ ...at, status: 'NoCoverage' }] },
      'c/rules/none.ts': { mutants: [{ ...at, status: 'Ignored' }] },
    },
  }

  test('is the share of those noticed, by folder and of all', () => {
    expect(scoresOf(report)).toEqual([
      { folder: 'a/rules', killed: 2, survived: 1, score: 66.7 },
      { folder: 'b/rules', killed: 0, survived: 1, score: 0 },
      { folder: 'all', killed: 2, survived: 2, score: 50 },
    ])
  })

  test('names what lived', () => {
    expect(survivorsOf(report)).toEqual([
      'a/rules/one.ts:7 StringLiteral: ""',
      'b/rules/two.ts:7 StringLiteral: ""',
    ])
  })
})

test.runIf(isLong)(
  'measured anew, each folder reaches it',
  async () => {
    const tree = await openWorkTree()
    try {
      await mkdir(dirname(KNOWN), { recursive: true })
      await stryker(tree.root)
      const text = await readFile(join(tree.root, 'reports', 'mutation.json'), 'utf8')
      const report = JSON.parse(text) as MutationReport // Stryker's own
      for (const line of survivorsOf(report)) say(line)
      for (const { folder, killed, survived, score } of scoresOf(report))
        say(`| \`${folder}\` | ${killed} | ${survived} | ${score} |`)
      const weak = scoresOf(report).filter(({ folder, score }) => score < leastOf(folder))
      expect(weak).toEqual([])
    } finally {
      await tree.remove()
    }
  },
  3 * 3_600_000,
)

/** Runs Stryker in a tree of its own, whose files it changes in place. @throws when it does not come to a score */
function stryker(root: string): Promise<void> {
  const { VERIFY: _long, VITEST: _inside, ...env } = process.env
  const child = spawn(
    process.execPath,
    [
      'node_modules/@stryker-mutator/core/bin/stryker.js',
      'run',
      CONFIG,
      '--incremental',
      '--incrementalFile',
      KNOWN,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env },
  )
  return new Promise((over, failed) => {
    child.once('error', failed)
    child.once('close', (code) => (code === 0 ? over() : failed(new Error(`Stryker ended with ${code}`))))
  })
}
