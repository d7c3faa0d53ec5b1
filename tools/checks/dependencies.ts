import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { cruise, type ICruiseOptions, type IViolation } from 'dependency-cruiser'

const root = join(import.meta.dirname, '../..')
const planted = join(import.meta.dirname, 'planted')

/** The rule set as `.dependency-cruiser.cjs` exports it, which is the form its command line reads too. */
interface RuleFile {
  forbidden: NonNullable<NonNullable<ICruiseOptions['ruleSet']>['forbidden']>
  options: ICruiseOptions
}

const { forbidden, options }: RuleFile = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'))

interface Cruise {
  modules: string[]
  violations: IViolation[]
}

async function cruiseTree(baseDir: string): Promise<Cruise> {
  const folders = ['apps', 'packages', 'db', 'scenarios', 'tools', 'tests', 'bench'].filter((folder) =>
    existsSync(join(baseDir, folder)),
  )
  const { output } = await cruise(folders, { ...options, baseDir, validate: true, ruleSet: { forbidden } })
  if (typeof output === 'string') throw new Error(output)
  const modules = output.modules.map((module) => module.source).filter((source) => /\.tsx?$/.test(source))
  return { modules, violations: output.summary.violations }
}

/** One line for each dependency of the house that breaks a rule; one line too when nothing was read at all. */
export async function brokenRules(): Promise<string[]> {
  const { modules, violations } = await cruiseTree(root)
  const own = modules.filter((source) => !source.includes('node_modules'))
  if (own.length === 0) return ['The cruiser read 0 modules: its parser does not work, so it proves nothing.']
  const comments = new Map(forbidden.map((rule) => [rule.name, rule.comment]))
  return violations.map(
    ({ rule, from, to }) => `${from} -> ${to}\n    ${rule.name}: ${comments.get(rule.name)}`,
  )
}

/** What the planted tree says of itself: each file that breaks a rule names the rule in its first line. */
async function plantedViolations(modules: string[]): Promise<Set<string>> {
  const found = new Set<string>()
  for (const source of modules.filter((path) => !path.startsWith('..') && !path.includes('node_modules'))) {
    const text = await readFile(join(planted, source), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '' // the import that nothing resolves
      throw error
    })
    const name = /^\/\/ Planted: (\S+)/.exec(text)?.[1]
    if (name) found.add(`${name} in ${source}`)
  }
  return found
}

/** Proof that the rules bite: one line for each planted violation not caught, and for each catch not planted. */
export async function uncaughtPlants(): Promise<string[]> {
  const { modules, violations } = await cruiseTree(planted)
  const expected = await plantedViolations(modules)
  const caught = new Set(violations.map(({ rule, from }) => `${rule.name} in ${from}`))
  const named = new Set([...expected].map((plant) => plant.split(' in ')[0]))
  return [
    ...forbidden
      .filter((rule) => !named.has(rule.name))
      .map((rule) => `no planted violation for ${rule.name}`),
    ...[...expected].filter((plant) => !caught.has(plant)).map((plant) => `not caught: ${plant}`),
    ...[...caught].filter((plant) => !expected.has(plant)).map((plant) => `caught but not planted: ${plant}`),
  ].map((line) => `${line} (${relative(root, planted)})`)
}
