import { codesOf, STATES, type State } from '@linli/contract'
import { type Ask, listOf } from '../asked.ts'
import type { Open311Needs } from '../needs.ts'
import { concernsPlace } from '../rules/publicity.ts'
import { badRequest, unknown } from '../rules/refusal.ts'
import { stateWords, statusOf } from '../rules/statuses.ts'
import { w3c, windowOf } from '../rules/window.ts'
import type { Value } from '../rules/xml.ts'
import { pointsOf } from '../views/points.ts'
import { type Asker, numberOfToken, requestsTold, type Seen } from '../views/requests.ts'

/** The specification's own limit. */
export const MOST = 1000
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whoever asks: of what was never published, everybody is told only matters of a place that everybody uses. */
export async function askerOf(needs: Open311Needs, { region, key }: Ask): Promise<Asker> {
  const { items } = await needs.terms(region)
  return {
    keyId: key?.scopes.includes('read') ? key.id : null,
    items: items.filter(concernsPlace).map(({ key }) => key),
  }
}

/** @throws badRequest */
export function pageOf({ param }: Pick<Ask, 'param'>): { limit: number; offset: number } {
  const number = (name: string, otherwise: number, most: number): number => {
    const written = param(name)
    if (written === undefined) return otherwise
    const value = /^\d{1,9}$/.test(written) ? Number(written) : 0
    if (value < 1) throw badRequest(`${name} 要写 1 以上的整数。`, `${name} must be a whole number from 1.`)
    return Math.min(value, most)
  }
  const limit = number('page_size', MOST, MOST)
  return { limit, offset: (number('page', 1, 1_000_000) - 1) * limit }
}

/** @throws badRequest */
function statesOf(written: string | undefined): State[] | undefined {
  const asked = listOf(written)
  if (!asked) return undefined
  for (const one of asked)
    if (one !== 'open' && one !== 'closed')
      throw badRequest('status 只能是 open 或 closed。', 'status must be open or closed.')
  return codesOf(STATES).filter((state) => asked.includes(statusOf(state)))
}

/** The requests that may be told of to whoever asks. @throws badRequest */
export async function requests(needs: Open311Needs, ask: Ask): Promise<Value> {
  const { param, region, now } = ask
  const page = pageOf(ask)
  const numbers = listOf(param('service_request_id'))
  const services = listOf(param('service_code'))
  const states = statesOf(param('status'))
  const filter = numbers
    ? { numbers: numbers.slice(0, MOST) } // overrides everything else, as the specification has it
    : {
        ...windowOf(param('start_date'), param('end_date'), now),
        ...(services ? { services } : {}),
        ...(states ? { states } : {}),
      }
  return shown(
    needs,
    ask,
    await requestsTold(needs.db, region, await askerOf(needs, ask), { ...filter, ...page }),
  )
}

/** @throws unknown also where it is there and not to be told of */
export async function request(needs: Open311Needs, ask: Ask, number: string): Promise<Value> {
  const found = await requestsTold(needs.db, ask.region, await askerOf(needs, ask), {
    numbers: [number],
    limit: 1,
    offset: 0,
  })
  if (found.length === 0)
    throw unknown(
      `没有 service_request_id ${number}，或者它不公开。`,
      `service_request_id ${number} was not found or is not public.`,
    )
  return shown(needs, ask, found)
}

async function shown(needs: Open311Needs, ask: Ask, seen: readonly Seen[]): Promise<Value> {
  const { region, language, publicUrl } = ask
  const points = await pointsOf(needs.db, region, [...new Set(seen.map(({ community }) => community))])
  const names = new Map((await needs.terms(region)).items.map(({ key, name }) => [key, name[language]]))
  return seen.map((one) => {
    const point = points.get(one.community)
    const state = stateWords(one.state, one.result, language)
    return {
      service_request_id: one.number,
      status: statusOf(one.state),
      status_notes: one.outcome ? `${state}\n${one.outcome}` : state,
      service_name: names.get(one.item) ?? one.item,
      service_code: one.item,
      description: one.sent ?? one.need,
      agency_responsible: one.unit?.[language] ?? null,
      service_notice: null,
      requested_datetime: w3c(one.placedAt),
      updated_datetime: w3c(one.updatedAt),
      expected_datetime: w3c(one.expectedAt),
      address: one.place,
      address_id: null,
      zipcode: null,
      lat: point?.lat ?? null,
      long: point?.long ?? null,
      media_url: one.photo ? `${publicUrl}/api/files/${one.photo}` : null,
    }
  })
}

/** The number of what was sent under a token: the id a client chose, or the one it was given. @throws unknown */
export async function token(needs: Open311Needs, { region }: Ask, id: string): Promise<Value> {
  const number = UUID.test(id) ? await numberOfToken(needs.db, region, id, null) : undefined
  if (number === undefined) throw unknown(`没有 token ${id}。`, `token ${id} was not found.`)
  return [{ service_request_id: number, token: id }]
}
