import { readFile } from 'node:fs/promises'
import { relative } from 'node:path'

/** How many tests of a run passed, failed and were skipped, and which failed with what message. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  readonly failures: readonly string[]
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] }
/** What stands for a part that is not made of tests, or that ended before it could count any. */
export const oneFailure: Tally = { ...nothing, failed: 1 }

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, one) => ({
      passed: total.passed + one.passed,
      failed: total.failed + one.failed,
      skipped: total.skipped + one.skipped,
      failures: [...total.failures, ...one.failures],
    }),
    nothing,
  )
}

/** The one line that ends a run: `3 passed, 0 failed`, and `, 1 skipped` when there are any. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

interface Report {
  success: boolean
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: FileResult[]
}

interface FileResult {
  name: string
  status: string
  message: string
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
}

const messageLines = 12

/** `file: test`, and below it the first lines of what was wrong. */
function failuresOf(file: FileResult): string[] {
  const told = (what: string, message: string) =>
    `${relative(process.cwd(), file.name)}${what}\n${message.split('\n').slice(0, messageLines).join('\n')}`
  const tests = file.assertionResults.filter((test) => test.status === 'failed')
  if (tests.length > 0)
    return tests.map((test) => told(`: ${test.fullName}`, test.failureMessages.join('\n')))
  return file.status === 'failed' ? [told('', file.message)] : []
}

/**
 * Counts the tests of a report that vitest's JSON reporter wrote.
 * A file that failed outside of its tests (it could not be loaded, its hook threw) counts as one failure, and so does
 * a run that failed in any other way: no failure may be told with the words `0 failed`.
 * @param exitCode of vitest
 */
export async function tallyOf(path: string, exitCode: number): Promise<Tally> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined // vitest ended before it wrote a report
    throw error
  })
  if (text === undefined) return oneFailure
  const report: Report = JSON.parse(text)
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = report.numFailedTests + broken.length
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && (exitCode !== 0 || !report.success) ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
    failures: report.testResults.flatMap(failuresOf),
  }
}
