import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Endpoint } from '@linli/contract'

const CONTRACT = join(import.meta.dirname, '../../packages/contract/src')

/** Every operation of every room's table of endpoints, without a server: a room that comes later is found too. */
export async function everyEndpoint(): Promise<[id: string, endpoint: Endpoint][]> {
  const files = globSync(join(CONTRACT, '*/*ndpoints.ts'))
  const modules = await Promise.all(files.map((file): Promise<object> => import(file)))
  const tables = modules
    .flatMap((one) => Object.values(one))
    .filter((one) => typeof one === 'object' && one !== null)
  return Object.entries(Object.assign({}, ...tables) as { [id: string]: Endpoint }).filter(
    ([, endpoint]) => typeof endpoint === 'object' && 'kind' in endpoint && 'path' in endpoint,
  )
}
