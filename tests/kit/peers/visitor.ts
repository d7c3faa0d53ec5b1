import type { FastifyInstance } from 'fastify'

export type Told = {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly setCookies: readonly string[]
}

/** A browser with its cookies: asks the house, and walks over another side's pages until that sends it back. */
export type Visitor = {
  post(path: string, body: object, headers?: Record<string, string>): Promise<Told>
  get(path: string): Promise<Told>
  /** Follows an address at the other side. @returns what it brought back */
  walk(url: string): Promise<{ address: string; brought: Record<string, string> }>
  /** The cookies the house gave, by name without the prefix that browsers guard. */
  readonly cookies: Map<string, string>
}

export function visitor(app: FastifyInstance, home: string): Visitor {
  const cookies = new Map<string, string>()
  let prefix = '__Host-' // stands before the names where cookies need TLS
  const ask = async (method: 'GET' | 'POST', path: string, body?: object, headers = {}): Promise<Told> => {
    const cookie = [...cookies].map(([name, value]) => `${prefix}${name}=${value}`).join('; ')
    const answer = await app.inject({
      method,
      url: `/api${path}`,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      ...(body ? { payload: body } : {}),
    })
    for (const { name: whole, value } of answer.cookies) {
      prefix = whole.startsWith('__Host-') ? '__Host-' : ''
      const name = whole.slice(prefix.length)
      if (value === '') cookies.delete(name)
      else cookies.set(name, encodeURIComponent(value))
    }
    const given = answer.headers['set-cookie'] ?? []
    return {
      status: answer.statusCode,
      body: answer.json(),
      setCookies: typeof given === 'string' ? [given] : given,
    }
  }
  return {
    cookies,
    post: (path, body, headers) => ask('POST', path, body, headers),
    get: (path) => ask('GET', path),
    walk: async (url) => {
      const abroad = new Map<string, string>()
      let here = url
      for (let step = 0; step < 12; step += 1) {
        const cookie = [...abroad].map(([name, value]) => `${name}=${value}`).join('; ')
        const answer = await fetch(here, { redirect: 'manual', headers: { cookie } })
        for (const line of answer.headers.getSetCookie()) {
          const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
          abroad.set(name, value)
        }
        const next = answer.headers.get('location')
        if (!next) throw new Error(`the other side stopped with ${answer.status}: ${await answer.text()}`)
        here = new URL(next, here).href
        if (here.startsWith(home))
          return {
            address: here.split('?')[0] ?? '',
            brought: Object.fromEntries(new URL(here).searchParams),
          }
      }
      throw new Error('the other side goes in circles')
    },
  }
}
