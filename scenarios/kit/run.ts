import { readFileSync } from 'node:fs'
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin'
import { IdGenerator, type Pickle, type PickleStep } from '@cucumber/messages'
import { describe, it } from 'vitest'

/** A table under a step: rows of cells. */
export type Table = readonly (readonly string[])[]
/** One sentence of the feature files and what it does; `{}` stands for a quoted text, `{n}` for a bare number, `{name}` for a bare name. */
export type Step<World> = {
  readonly sentence: string
  readonly act: (world: World, words: string[], table: Table) => Promise<void>
}
export const step = <World>(sentence: string, act: Step<World>['act']): Step<World> => ({ sentence, act })

const SCENARIO_MILLISECONDS = 60_000

/** The scenarios of a feature file, examples written out, and how it is called. */
export function scenesOf(file: string): { readonly name: string; readonly scenes: readonly Pickle[] } {
  const newId = IdGenerator.incrementing()
  const document = new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher('zh-CN')).parse(
    readFileSync(file, 'utf8'),
  )
  return { name: document.feature?.name ?? file, scenes: compile(document, file, newId) }
}

/** Makes one test of each scenario of a feature file, examples written out; a sentence without a step fails it. */
export function runFeature<World>(
  file: string,
  steps: readonly Step<World>[],
  open: (pickle: Pickle) => Promise<World & { close(): Promise<void> }>,
  only: (pickle: Pickle) => boolean = () => true,
): void {
  const { name, scenes } = scenesOf(file)
  const known = steps.map(({ sentence, act }) => ({ pattern: patternOf(sentence), act }))
  describe(name, () => {
    for (const pickle of scenes.filter(only))
      it(pickle.name, { timeout: SCENARIO_MILLISECONDS }, async () => {
        const world = await open(pickle)
        try {
          for (const one of pickle.steps) await take(world, one, known)
        } finally {
          await world.close()
        }
      })
  })
}

async function take<World>(
  world: World,
  { text, argument }: PickleStep,
  known: readonly { pattern: RegExp; act: Step<World>['act'] }[],
): Promise<void> {
  for (const { pattern, act } of known) {
    const found = pattern.exec(text)
    if (!found) continue
    const table = (argument?.dataTable?.rows ?? []).map(({ cells }) => cells.map(({ value }) => value))
    try {
      await act(world, found.slice(1), table)
    } catch (error) {
      if (error instanceof Error) error.message = `“${text}”：${error.message}`
      throw error
    }
    return
  }
  throw new Error(`没有这一句的做法：“${text}”`)
}

function patternOf(sentence: string): RegExp {
  const escaped = sentence.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(
    `^${escaped.replaceAll('{n}', String.raw`(\d+)`).replaceAll('{name}', '([^"，、]+)').replaceAll('{}', '"([^"]*)"')}$`,
  )
}

/** A two-column table as fields. */
export const fieldsOf = (table: Table): Map<string, string> =>
  new Map(table.map(([name = '', value = '']) => [name, value]))
