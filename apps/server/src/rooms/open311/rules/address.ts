export type Format = 'xml' | 'json'
export type Target = {
  readonly resource: string
  readonly id: string | undefined
  readonly format: Format | undefined
}

const RESOURCES = ['discovery', 'services', 'requests', 'tokens', 'servicerequestupdates']

/**
 * What an address below /open311 asks for: `v2/requests/2611.xml`, `discovery.json`. The format stands at its end; where it
 * is left out `format` is undefined. Undefined where there is no such thing.
 */
export function targetOf(path: string): Target | undefined {
  const parts = path.split('/').filter((part) => part !== '')
  if (parts[0] === 'v2') parts.shift()
  else if (!/^discovery(\.|$)/.test(parts[0] ?? '')) return undefined
  const last = parts.at(-1) ?? ''
  const [, bare = last, ending] = /^(.+)\.(xml|json)$/i.exec(last) ?? []
  const format = ending?.toLowerCase() === 'json' ? 'json' : ending ? 'xml' : undefined
  const [resource = '', id, ...more] = [...parts.slice(0, -1), bare]
  if (more.length > 0 || !RESOURCES.includes(resource)) return undefined
  if (id !== undefined && !['services', 'requests', 'tokens'].includes(resource)) return undefined
  return { resource, id, format }
}
