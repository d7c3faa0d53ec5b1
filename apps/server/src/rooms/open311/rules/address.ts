export type Format = 'xml' | 'json'
export type Target = { readonly resource: string; readonly id: string | undefined }

const ENDING = /^(.+)\.(xml|json)$/i
const RESOURCES = ['discovery', 'services', 'requests', 'tokens', 'servicerequestupdates']
const WITH_ID = ['services', 'requests', 'tokens']

/** The format at the end of an address, whether or not there is such an address; undefined where it is left out. */
export function formatAt(path: string): Format | undefined {
  const [, , ending] = ENDING.exec(path) ?? []
  if (!ending) return undefined
  return ending.toLowerCase() === 'json' ? 'json' : 'xml'
}

/** What an address below /open311 asks for: `v2/requests/2611.xml`, `discovery.json`; undefined where there is no such thing. */
export function targetOf(path: string): Target | undefined {
  const parts = path
    .replace(ENDING, '$1')
    .split('/')
    .filter((part) => part !== '')
  if (parts[0] === 'v2') parts.shift()
  else if (parts[0] !== 'discovery') return undefined
  const [resource = '', id, ...more] = parts
  if (more.length > 0 || !RESOURCES.includes(resource)) return undefined
  return id === undefined || WITH_ID.includes(resource) ? { resource, id } : undefined
}
