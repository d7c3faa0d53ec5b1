import { brokenRules, uncaughtPlants } from './dependencies.ts'
import { type Finding, program } from './program.ts'

/** One check of the house. */
export interface Step {
  readonly name: string
  run(): Promise<Finding>
}

async function lines(found: Promise<string[]>): Promise<Finding> {
  const text = (await found).join('\n')
  return text === '' ? undefined : text
}

/** Every check, in the order in which it starts. */
export const steps: readonly Step[] = [
  {
    name: 'format and lint',
    run: () => program('biome', 'check', '--error-on-warnings', '--max-diagnostics=50'),
  },
  {
    name: 'lint with types',
    run: () => program('oxlint', '--type-aware', '--deny-warnings', '--format=unix'),
  },
  { name: 'types', run: () => program('tsc', '--project', '.') },
  { name: 'types of tests', run: () => program('tsc', '--project', 'tests') },
  { name: 'types of screens', run: () => program('tsc', '--project', 'apps/screens') },
  { name: 'secrets', run: () => program('secretlint', '--secretlintignore', '.gitignore', '**/*', '.ci/*') },
  {
    name: 'lockfile',
    run: () =>
      program(
        'lockfile-lint',
        '--path=package-lock.json',
        '--type=npm',
        '--validate-https',
        '--validate-integrity',
        '--allowed-hosts=npm',
      ),
  },
  { name: 'unused code', run: () => program('knip', '--no-progress', '--no-config-hints') },
  { name: 'dependency rules', run: () => lines(brokenRules()) },
  { name: 'planted violations', run: () => lines(uncaughtPlants()) },
]
