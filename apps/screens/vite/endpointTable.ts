import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Endpoint, Endpoints } from '@linli/contract'
import type { Plugin } from 'vite'

const NAME = 'virtual:endpoints'
/** On phones the most of the table is a file of its own, which comes while the first page is drawn. */
const REST = 'virtual:endpoints/rest'
const contract = join(import.meta.dirname, '../../../packages/contract/src')
const sources = join(import.meta.dirname, '../src')

/** Folders that a phone never reads. */
const NOT_HAND = ['desk', 'wall']
export type Screen = 'hand' | 'desk' | 'wall'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'kind' in value && 'method' in value && 'path' in value

const isTable = (value: unknown): value is Endpoints =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0 &&
  Object.values(value).every(isEndpoint)

type SlimTable = Record<string, readonly [Endpoint['kind'], Endpoint['method'], Endpoint['path']]>

/** Kind, method and path of every operation in some exports of the contract: the browser needs no schema to call one. @throws on a name used twice */
export function slimTable(exported: Readonly<Record<string, unknown>>): SlimTable {
  const slim: SlimTable = {}
  for (const table of Object.values(exported).filter(isTable))
    for (const [operation, { kind, method, path }] of Object.entries(table)) {
      if (slim[operation]) throw new Error(`Two endpoints are called ${operation}`)
      slim[operation] = [kind, method, path]
    }
  return slim
}

/**
 * The operations that some sources name as a string, and the stream, which is found by its kind. Names that stand only
 * as a table's keys are not seen: hand writes its verbs as strings.
 */
export function namedIn(source: string, table: SlimTable): SlimTable {
  const words = new Set(source.match(/(?<=['"`])\w+(?=['"`])/g))
  return Object.fromEntries(
    Object.entries(table).filter(([operation, [kind]]) => words.has(operation) || kind === 'stream'),
  )
}

/** Everything hand may bring, its tests left out. */
const handSource = (): string =>
  globSync('**/*.{ts,tsx}', { cwd: sources })
    .filter(
      (path) => !/\.test\.tsx?$/.test(path) && !path.split(/[/\\.]/).some((part) => NOT_HAND.includes(part)),
    )
    .map((path) => readFileSync(join(sources, path), 'utf8'))
    .join('\n')

/** The whole table; on phones only of what hand calls. While one edits, a page may name another operation at any moment. */
async function tableOf(screen: Screen, edited: boolean): Promise<SlimTable> {
  const files = globSync('*/endpoints.ts', { cwd: contract }).sort()
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(contract, file)).href)))
  const whole = slimTable(Object.assign({}, ...modules))
  return screen === 'hand' && !edited ? namedIn(handSource(), whole) : whole
}

/**
 * Serves `virtual:endpoints` and `virtual:endpoints/rest`, so that TypeBox never reaches a browser.
 * @param first the operations of the first page: these and the stream are there at once; null means all of them
 */
export function endpointTable(screen: Screen, first: readonly string[] | null): Plugin {
  return {
    name: 'linli-endpoint-table',
    resolveId: (id) => (id === NAME || id === REST ? `\0${id}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}` && id !== `\0${REST}`) return undefined
      const table = await tableOf(screen, this.environment.mode === 'dev')
      const isFirst = ([name, [kind]]: [string, SlimTable[string]]) =>
        first === null || first.includes(name) || kind === 'stream'
      const wanted = id === `\0${NAME}`
      const rows = Object.entries(table).filter((row) => isFirst(row) === wanted)
      return `export const table = ${JSON.stringify(Object.fromEntries(rows))}`
    },
  }
}
