import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, type WorkTree } from '../../tools/mutation/workTree.ts'
import { type Catcher, type Flaw, withEdit } from './flaw.ts'

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

/** What objected: the names of failed tests, or the linter's rule. None: nothing turned red. */
export type Verdict = { readonly objections: readonly string[]; readonly output: string }

const PATIENCE_MILLISECONDS = 6 * 60_000

/** Asks what is to catch the flaw, in the tree as it is. */
export async function ask(tree: WorkTree, catcher: Catcher, files: readonly string[]): Promise<Verdict> {
  if ('lint' in catcher) {
    const { output } = await run(tree, ['node_modules/@biomejs/biome/bin/biome', 'lint', ...files])
    return { objections: output.includes(catcher.lint) ? [catcher.lint] : [], output }
  }
  return askTests(tree, catcher.tests)
}

/** The part of vitest's report that says which tests failed. */
type Report = {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** Runs test files. A run that does not come to tests at all is no objection: the flaw must be caught, not crash. */
export async function askTests(tree: WorkTree, tests: readonly string[]): Promise<Verdict> {
  const report = join(tree.root, 'flaws-report.json')
  await rm(report, { force: true })
  const reporters = ['--reporter=json', `--outputFile.json=${report}`]
  const { output } = await run(tree, [
    ...['node_modules/vitest/vitest.mjs', 'run', '--no-file-parallelism', '--bail=1'],
    ...[...reporters, ...tests],
  ])
  const text = await readFile(report, 'utf8').catch(() => undefined)
  if (text === undefined) return { objections: [], output }
  const { testResults } = JSON.parse(text) as Report // vitest's own
  const objections = testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  )
  return { objections, output: objections.length > 0 ? output : text.slice(0, 4000) + output }
}

/** How many tests of the files are green in the tree, and which are not. */
export async function greenTests(
  tree: WorkTree,
  tests: readonly string[],
): Promise<{ green: number; red: readonly string[] }> {
  const { objections } = await askTests(tree, tests)
  const text = await readFile(join(tree.root, 'flaws-report.json'), 'utf8').catch(
    () => '{"numPassedTests":0}',
  )
  const { numPassedTests } = JSON.parse(text) as Pick<Report, 'numPassedTests'>
  return { green: numPassedTests, red: objections }
}

/** A program of the tree to its end, which comes after six minutes at the latest. */
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
