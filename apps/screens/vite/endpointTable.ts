import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Endpoint, Endpoints } from '@linli/contract'
import type { Plugin } from 'vite'

const NAME = 'virtual:endpoints'
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

/** Kind, method and path of every operation in some exports of the contract: the browser needs no schema to call one. */
export function slimTable(exported: Readonly<Record<string, unknown>>): SlimTable {
  const tables = Object.values(exported).filter(isTable)
  return Object.fromEntries(
    tables.flatMap((table) =>
      Object.entries(table).map(([operation, { kind, method, path }]) => [operation, [kind, method, path]]),
    ),
  )
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

/** Serves `virtual:endpoints`, so that TypeBox never reaches a browser: the slim table, on phones only of what hand calls. */
export function endpointTable(screen: Screen): Plugin {
  return {
    name: 'linli-endpoint-table',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined
      const files = globSync('*/endpoints.ts', { cwd: contract }).sort()
      const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(contract, file)).href)))
      const whole = slimTable(Object.assign({}, ...modules))
      // While one edits, a page may name another operation at any moment.
      const slim = screen === 'hand' && this.environment.mode !== 'dev'
      const table = slim ? namedIn(handSource(), whole) : whole
      return `export const table = ${JSON.stringify(table)}`
    },
  }
}
