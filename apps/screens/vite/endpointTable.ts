import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Endpoint, Endpoints } from '@linli/contract'
import type { Plugin } from 'vite'

const NAME = 'virtual:endpoints'
const contract = join(import.meta.dirname, '../../../packages/contract/src')

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'kind' in value && 'method' in value && 'path' in value

const isTable = (value: unknown): value is Endpoints =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0 &&
  Object.values(value).every(isEndpoint)

/** Kind, method and path of every operation in some exports of the contract: the browser needs no schema to call one. */
export function slimTable(exported: Readonly<Record<string, unknown>>) {
  const tables = Object.values(exported).filter(isTable)
  return Object.fromEntries(
    tables.flatMap((table) =>
      Object.entries(table).map(([operation, { kind, method, path }]) => [operation, [kind, method, path]]),
    ),
  )
}

/** Serves `virtual:endpoints`, the slim table, so that TypeBox never reaches a phone. */
export function endpointTable(): Plugin {
  return {
    name: 'linli-endpoint-table',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined
      const files = globSync('*/endpoints.ts', { cwd: contract }).sort()
      const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(contract, file)).href)))
      return `export const table = ${JSON.stringify(slimTable(Object.assign({}, ...modules)))}`
    },
  }
}
