import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { ROOT, type WorkTree } from '../../tools/mutation/workTree.ts'
import { type Flaw, withEdit } from './flaw.ts'

/** A file as it is with all edits of a flaw in it. @throws when one does not apply */
export async function edited(root: string, flaw: Flaw): Promise<Map<string, { was: string; is: string }>> {
  const files = new Map<string, { was: string; is: string }>()
  for (const edit of flaw.edits) {
    const was = files.get(edit.file)?.was ?? (await readFile(join(root, edit.file), 'utf8'))
    files.set(edit.file, { was, is: withEdit(files.get(edit.file)?.is ?? was, edit) })
  }
  return files
}

/** Does the work with the flaw in the tree, and takes it out again. */
export async function planted<T>({ root }: WorkTree, flaw: Flaw, work: () => Promise<T>): Promise<T> {
  const files = await edited(root, flaw)
  try {
    for (const [file, { is }] of files) await writeFile(join(root, file), is)
    return await work()
  } finally {
    for (const [file, { was }] of files) await writeFile(join(root, file), was)
  }
}

/** What objected: failed tests, or the linter's rule. None: nothing turned red. */
export type Verdict = { readonly objections: readonly string[]; readonly output: string }

const PATIENCE_MILLISECONDS = 10 * 60_000

/**
 * Asks what is to catch the flaw, in the tree as it is.
 * @param before tests that were red without the flaw: they catch nothing
 */
export async function ask(tree: WorkTree, flaw: Flaw, before: readonly string[]): Promise<Verdict> {
  const { caughtBy } = flaw
  if ('lint' in caughtBy) {
    const files = flaw.edits.map(({ file }) => file)
    const { output } = await run(tree, ['node_modules/@biomejs/biome/bin/biome', 'lint', ...files])
    return { objections: output.includes(caughtBy.lint) ? [caughtBy.lint] : [], output }
  }
  const isWhole = before.some((test) => caughtBy.tests.some((file) => test.startsWith(file)))
  const { red, output } = await outcomeOf(tree, caughtBy.tests, [
    ...(isWhole ? [] : ['--bail=1']),
    ...(caughtBy.only ? ['--testNamePattern', caughtBy.only] : []),
  ])
  return { objections: red.filter((test) => !before.includes(test)), output }
}

/** The part of vitest's report that says which tests failed. */
type Report = {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}
type TestOutcome = { readonly green: number; readonly red: readonly string[]; readonly output: string }

/** Runs test files: what a run says that comes to no test at all is no objection, since a flaw must be caught, not crash. */
export async function outcomeOf(
  tree: WorkTree,
  tests: readonly string[],
  how: readonly string[] = [],
): Promise<TestOutcome> {
  const report = join(tree.root, 'flaws-report.json')
  await rm(report, { force: true })
  const files = ['--no-file-parallelism', ...how, '--reporter=json', `--outputFile.json=${report}`, ...tests]
  const { output } = await run(tree, ['node_modules/vitest/vitest.mjs', 'run', ...files])
  const text = await readFile(report, 'utf8').catch(() => undefined)
  if (text === undefined) return { green: 0, red: [], output }
  const { numPassedTests, testResults } = JSON.parse(text) as Report // vitest's own
  const red = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${relative(tree.root, name)}: ${fullName}`),
  )
  return { green: numPassedTests, red, output: red.length > 0 ? output : text.slice(0, 4000) + output }
}

/** A program of the tree to its end, which comes after ten minutes at the latest. */
function run({ root }: WorkTree, args: readonly string[]): Promise<{ output: string }> {
  const { VERIFY: _long, VITEST: _inside, ...env } = process.env
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, PATH: `${join(ROOT, 'node_modules', '.bin')}:${env.PATH ?? ''}` },
  })
  const late = setTimeout(() => child.kill('SIGTERM'), PATIENCE_MILLISECONDS)
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((over, failed) => {
    child.once('error', failed)
    child.once('close', () => {
      clearTimeout(late)
      over({ output: Buffer.concat(chunks).toString('utf8').slice(-4000) })
    })
  })
}
