import { Problem } from '../../kernel/problem.ts'
import type { Ask, Asked } from './asked.ts'
import { openKeys } from './keys.ts'
import { placeRequest } from './methods/place.ts'
import { request, requests, token } from './methods/requests.ts'
import { discovery, serviceDefinition, services } from './methods/services.ts'
import { addUpdate, updates } from './methods/updates.ts'
import type { Open311Needs } from './needs.ts'
import { type Format, formatAt, targetOf } from './rules/address.ts'
import { badRequest, Refusal, unknown } from './rules/refusal.ts'
import { toXml, type Value } from './rules/xml.ts'
import { regionOfCode } from './views/jurisdictions.ts'

export type Answer = {
  readonly status: number
  readonly mediaType: string
  readonly body: string
  readonly retryAfter?: number
}

type Method = { readonly root: string; run(needs: Open311Needs, ask: Ask, id: string): Promise<Value> }
/** What may be asked, by method and resource; with an id where one follows. `root` is the outermost XML element. */
const METHODS: { readonly [name: string]: Method } = {
  'GET discovery': { root: 'discovery', run: discovery },
  'GET services': { root: 'services', run: services },
  'GET services/': { root: 'service_definition', run: serviceDefinition },
  'GET requests': { root: 'service_requests', run: requests },
  'GET requests/': { root: 'service_requests', run: request },
  'GET tokens/': { root: 'service_requests', run: token },
  'GET servicerequestupdates': { root: 'service_requests_updates', run: updates },
  'POST requests': { root: 'service_requests', run: placeRequest },
  'POST servicerequestupdates': { root: 'service_request_updates', run: addUpdate },
}

export type Door = {
  answer(asked: Asked): Promise<Answer>
  /** What the web server refuses before the door is asked, in the door's own shape. */
  refuse(asked: Pick<Asked, 'path' | 'accept' | 'language'>, error: unknown): Answer | undefined
}

/** The door of Open311 GeoReport v2. */
export function openDoor(needs: Open311Needs): Door {
  const keys = openKeys(needs.db, needs.perAddress)
  const refuse: Door['refuse'] = (asked, error) => {
    const refusal = refusalOf(error)
    if (!refusal) return undefined
    const format = formatOf(asked)
    const { status, words, retryAfter } = refusal
    return {
      ...written(format, status, 'errors', [{ code: status, description: words[asked.language] }]),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    }
  }
  return {
    refuse,
    answer: async (asked) => {
      try {
        const target = targetOf(asked.path)
        if (!target) throw unknown('没有这个地址。', 'There is no such address.')
        const method = METHODS[`${asked.method} ${target.resource}${target.id === undefined ? '' : '/'}`]
        if (!method) throw notAllowed()
        const region = await regionOf(needs, asked)
        const read = paramsOf(asked)
        const key = await keys.take(region, read.param('api_key'), asked.address)
        const value = await method.run(
          needs,
          { ...asked, ...read, region, key, now: new Date(Date.now() + needs.db.shift()) },
          target.id ?? '',
        )
        return written(formatOf(asked), 200, method.root, value)
      } catch (error) {
        const refused = refuse(asked, error)
        if (!refused) throw error
        return refused
      }
    },
  }
}

const notAllowed = () =>
  new Refusal(405, '这个地址不接受这种请求。', 'This address does not take that method.')

/** @throws unknown where the jurisdiction is not one of this installation */
async function regionOf({ db }: Open311Needs, asked: Asked): Promise<number> {
  const code = (asked.query.get('jurisdiction_id') ?? asked.fields.get('jurisdiction_id') ?? '').trim()
  if (code === '') return asked.region
  const region = await regionOfCode(db, code)
  if (region === undefined)
    throw unknown(`没有 jurisdiction_id ${code}。`, `jurisdiction_id ${code} was not found.`)
  return region
}

/** @throws badRequest for letters that cannot be kept */
function paramsOf({ query, fields }: Asked): Pick<Ask, 'param' | 'pictures' | 'attributes'> {
  const all = [...query, ...fields]
  for (const [name, value] of all)
    if (/\0/.test(name + value) || !value.isWellFormed())
      throw badRequest('内容里有无法保存的字符。', 'The text holds characters that cannot be stored.')
  const given = new Map(all) // a form's field goes before the query's of the same name
  return {
    param: (name) => given.get(name)?.trim() || undefined,
    pictures: all
      .filter(([name, value]) => /^media_url(\[\])?$/.test(name) && value.trim() !== '')
      .map(([, value]) => `图片地址：${value.trim()}`)
      .join('\n'),
    attributes: new Map(
      all.flatMap(([name, value]) => {
        const [, code] = /^attribute\[([^\]]{1,60})\](?:\[\])?$/.exec(name) ?? []
        return code === undefined ? [] : [[code, value] as const]
      }),
    ),
  }
}

/** As the address ends; else JSON for whoever asks for it and for nothing else, and XML. */
const formatOf = ({ path, accept = '' }: Pick<Asked, 'path' | 'accept'>): Format =>
  formatAt(path) ?? (accept.includes('json') && !accept.includes('xml') ? 'json' : 'xml')

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!(error instanceof Problem) || error.status >= 500) return undefined
  return new Refusal(error.status, error.words.zh, error.words.en)
}

function written(format: Format, status: number, root: string, value: Value): Answer {
  return format === 'json'
    ? { status, mediaType: 'application/json; charset=utf-8', body: JSON.stringify(value) }
    : { status, mediaType: 'text/xml; charset=utf-8', body: toXml(root, value) }
}
