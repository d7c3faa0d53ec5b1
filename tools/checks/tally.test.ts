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
const unloaded = { name: 'broken.test.ts', status: 'failed', message: 'no such module', assertionResults: [] }
const unequal = {
  name: 'counts.test.ts',
  status: 'failed',
  message: '',
  assertionResults: [
    { status: 'passed', fullName: 'counts one', failureMessages: [] },
    { status: 'failed', fullName: 'counts two', failureMessages: ['expected 2 to be 3'] },
  ],
}

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
  expect(lastLine(await tallyOf(await written(report), exitCode))).toBe(line)
})

async function written(report: object | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-tally-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'report.json')
  if (report !== undefined) await writeFile(path, JSON.stringify(report))
  return path
}

it('names what failed, and why', async () => {
  const path = await written({
    ...clean,
    success: false,
    numFailedTests: 1,
    testResults: [unloaded, unequal],
  })
  expect((await tallyOf(path, 1)).failures).toEqual([
    'broken.test.ts\nno such module',
    'counts.test.ts: counts two\nexpected 2 to be 3',
  ])
})

it('adds up the runs', () => {
  const first = { passed: 2, failed: 0, skipped: 1, failures: [] }
  const second = { passed: 3, failed: 4, skipped: 0, failures: ['counts.test.ts'] }
  expect(sum([first, second])).toEqual({ passed: 5, failed: 4, skipped: 1, failures: ['counts.test.ts'] })
})
