import { TEXT_MAX } from '@linli/contract/schema'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { keepFile } from '../../../kernel/uploads/files.ts'
import { makePhoto } from '../../../kernel/uploads/photo.ts'
import type { Ask } from '../asked.ts'
import { demandScope } from '../keys.ts'
import type { Open311Needs } from '../needs.ts'
import { givenOf } from '../rules/attributes.ts'
import { nameOf, phoneOf } from '../rules/contact.ts'
import { badRequest } from '../rules/refusal.ts'
import type { Value } from '../rules/xml.ts'
import { insertRequest, NOTHING } from '../store.ts'
import { numberOfToken } from '../views/requests.ts'
import { itemOfCode } from './services.ts'

const MOST_PHOTOS = 9
const MOST_ADDRESS = 120

/**
 * A request becomes an order by the orders' own door. Everything is looked at before anything is kept. E-mail, device and
 * account of the sender are not kept: nobody here writes to them.
 * @throws noKey, wrongScope, badRequest, unknown
 */
export async function placeRequest(needs: Open311Needs, ask: Ask): Promise<Value> {
  const { region, param, files, idempotencyKey } = ask
  const key = demandScope(ask.key, 'place')
  const code = param('service_code')
  if (code === undefined) throw badRequest('缺少 service_code。', 'service_code was not provided.')
  const item = await itemOfCode(needs, region, code)
  const given = givenOf(item, ask.attributes)
  const phone = phoneOf(param('phone'))
  const where = await placeOf(needs, ask)
  if (files.length > MOST_PHOTOS) throw badRequest('照片最多 9 张。', 'At most 9 photos can be sent.')
  const id = idempotencyKey ?? newId()
  const before = idempotencyKey && (await numberOfToken(needs.db, region, id, key.id))
  if (before) return answerOf(ask, before)
  const detail = wordsOf(ask, item.name.zh)
  const photos: string[] = []
  for (const bytes of await Promise.all(files.map((file) => makePhoto(file, false))))
    photos.push(await kept(needs, region, key.id, bytes))
  const { number } = await needs.placeOrder(region, {
    id,
    channel: 'open311',
    path: where.path,
    kind: given.kind,
    item: item.key,
    detail,
    address: [where.address, given.door].filter(Boolean).join(' ').slice(0, MOST_ADDRESS) || null,
    placedBy: key.id,
    about: { phone },
    name: nameOf(param('first_name'), param('last_name')),
    confidential: given.confidential,
    vulnerable: false,
    photos,
    also: () => [insertRequest(region, id, key.id)],
  })
  return answerOf(ask, number)
}

const answerOf = ({ language }: Ask, number: string): Value => [
  {
    service_request_id: number,
    service_notice:
      language === 'zh'
        ? `已收到，单号 ${number}。凭单号可以随时查进展。`
        : `Received as ${number}; ask for its progress by this number.`,
    account_id: null,
  },
]

/** The request's own words, and where pictures of it lie. */
function wordsOf({ param, pictures }: Ask, service: string): string {
  const words = [param('description') ?? service, pictures].filter(Boolean).join('\n')
  if (words.length > TEXT_MAX)
    throw badRequest(
      `description 最多 ${TEXT_MAX} 个字。`,
      `description may have ${TEXT_MAX} letters at most.`,
    )
  return words
}

async function kept(
  needs: Open311Needs,
  region: number,
  keyId: string,
  photo: Awaited<ReturnType<typeof makePhoto>>,
): Promise<string> {
  const keeper = { scope: systemScope(region), personId: keyId, remember: () => NOTHING }
  return (await keepFile(needs.db, needs.storage, keeper, { kind: 'photo', ...photo })).id
}

/**
 * Where it is: by the code of an area, by a point inside the drawn outlines, or by an address in words. What was said of
 * the place besides goes to whoever comes there.
 * @throws badRequest
 */
async function placeOf(
  needs: Open311Needs,
  { region, param }: Ask,
): Promise<{ path: string; address: string }> {
  const [slug, typed] = [param('address_id'), param('address_string')]
  const [lat, long] = [degreesOf('lat', param('lat'), 90), degreesOf('long', param('long'), 180)]
  if (slug === undefined && typed === undefined && (lat === undefined || long === undefined))
    throw badRequest(
      '缺少地点：请给 lat 和 long、address_string 或 address_id。',
      'A location is required: lat and long, address_string or address_id.',
    )
  const point = lat !== undefined && long !== undefined ? `(${lat}, ${long})` : ''
  const address = [typed, point].filter(Boolean).join(' ')
  const path =
    (slug && (await needs.areaOfSlug(region, slug))) ||
    (point && (await needs.areaAtPoint(region, long ?? 0, lat ?? 0))) ||
    (typed && (await needs.areasOfAddress(region, typed))[0])
  if (!path)
    throw badRequest(
      '这个地点不在本区的范围内，或者找不到这个地址。',
      'The location lies outside this jurisdiction, or the address was not found.',
    )
  return { path, address }
}

/** @throws badRequest */
function degreesOf(name: string, written: string | undefined, most: number): number | undefined {
  if (written === undefined) return undefined
  const degrees = /^[+-]?\d{1,3}(\.\d{1,17})?$/.test(written) ? Number(written) : Number.NaN
  if (!(Math.abs(degrees) <= most))
    throw badRequest(`${name} 要写 WGS84 的度数。`, `${name} must be WGS84 degrees.`)
  return degrees
}
