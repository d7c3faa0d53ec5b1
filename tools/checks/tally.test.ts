import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { lastLine, sum, tallyOf } from './tally.ts'

const clean = {
  success: true,
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [],
}
const unloaded = { status: 'failed', assertionResults: [] }

it.each([
  ['a clean run', clean, 0, '2 passed, 0 failed'],
  ['skipped tests', { ...clean, numPendingTests: 1, numTodoTests: 2 }, 0, '2 passed, 0 failed, 3 skipped'],
  ['a failed test', { ...clean, success: false, numFailedTests: 1 }, 1, '2 passed, 1 failed'],
  [
    'a file that cannot be loaded',
    { ...clean, success: false, testResults: [unloaded] },
    1,
    '2 passed, 1 failed',
  ],
  ['an error outside of tests', clean, 1, '2 passed, 1 failed'],
  ['no report', undefined, 1, '0 passed, 1 failed'],
])('tells %s', async (_, report, exitCode, line) => {
  const folder = await mkdtemp(join(tmpdir(), 'linli-tally-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'report.json')
  if (report !== undefined) await writeFile(path, JSON.stringify(report))
  expect(lastLine(await tallyOf(path, exitCode))).toBe(line)
})

it('adds up the runs', () => {
  const first = { passed: 2, failed: 0, skipped: 1 }
  expect(sum([first, { passed: 3, failed: 4, skipped: 0 }])).toEqual({ passed: 5, failed: 4, skipped: 1 })
})
