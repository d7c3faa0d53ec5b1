import { presetOf } from '@linli/presets'
import { DOMParser, type Element } from '@xmldom/xmldom'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { png } from '../../../../../tests/kit/files.ts'
import { openTestHouse } from '../../../../../tests/kit/house.ts'
import { HERE } from '../../../../../tests/kit/houseGround.ts'
import { plantApiKey } from '../../../../../tests/kit/houseKeys.ts'
import { buildWorld, type World } from '../../../../../tests/kit/houseWorld.ts'
import { square } from '../../../../../tests/kit/outlines.ts'
import { newId } from '../../kernel/ids.ts'

// Open311 GeoReport v2 over HTTP, in both formats, from the outside.

type Answer = {
  status: number
  type: string
  text: string
  json: unknown
  headers: { [name: string]: unknown }
}
type Row = { [name: string]: unknown }

let world: World
let key: string
let keyId: string
let slug: string
let lamp: string
let atHome: string

async function ask(
  method: 'GET' | 'POST',
  path: string,
  given: Row = {},
  headers: Row = {},
): Promise<Answer> {
  const form = new URLSearchParams(
    Object.entries(given).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const query = method === 'GET' && form.size > 0 ? `?${form}` : ''
  const answer = await world.house.app.inject({
    method,
    url: `/open311/${path}${query}`,
    headers: {
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...(headers as { [name: string]: string }),
    },
    ...(method === 'POST' ? { payload: form.toString() } : {}),
  })
  const type = String(answer.headers['content-type'])
  return {
    status: answer.statusCode,
    type,
    text: answer.body,
    json: type.startsWith('application/json') ? answer.json() : undefined,
    headers: answer.headers,
  }
}
const get = (path: string, query: Row = {}, headers: Row = {}) => ask('GET', path, query, headers)
const post = (path: string, form: Row, headers: Row = {}) =>
  ask('POST', path, { api_key: key, ...form }, headers)

/** The document's element, strictly read by a parser that is not ours. */
function xml({ text, type }: Answer): Element {
  expect(type).toBe('text/xml; charset=utf-8')
  expect(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true)
  const fault = (level: string, message: string) => {
    throw new Error(`${level}: ${message}`)
  }
  const root = new DOMParser({ onError: fault }).parseFromString(text, 'text/xml').documentElement
  if (!root) throw new Error('an empty document')
  return root
}
const children = (element: Element): Element[] =>
  [...element.childNodes].filter((node) => node.nodeType === 1) as Element[]
const names = (element: Element): string[] => children(element).map(({ tagName }) => tagName)
const textOf = (element: Element | undefined, name: string): string | null | undefined =>
  element && children(element).find(({ tagName }) => tagName === name)?.textContent
const list = (answer: Answer): Row[] => answer.json as Row[]

/** A lamp in the street, sent by the key. @returns its number */
async function placed(more: Row = {}, headers: Row = {}): Promise<string> {
  const answer = await post(
    'v2/requests.json',
    { service_code: lamp, address_id: slug, description: '桥头的灯不亮，找门口穿红衣的李阿姨', ...more },
    headers,
  )
  expect(answer.status, answer.text).toBe(200)
  return String(list(answer)[0]?.['service_request_id'])
}

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  ;({ key, id: keyId } = await plantApiKey(world, 1))
  const { rows } = await world.admin.query('select qr_slug from areas where region_id = 1 and path = $1', [
    HERE.path,
  ])
  slug = rows[0].qr_slug
  const services = list(await get('v2/services.json'))
  const codeOf = (name: string) =>
    String(services.find(({ service_name }) => service_name === name)?.['service_code'])
  lamp = codeOf('路灯不亮')
  atHome = presetOf('xihu').catalogue.find(({ homeEntry }) => homeEntry)?.key ?? ''
  await world.admin.query(
    `insert into area_outlines (region_id, id, path, outline, from_at, by_person) values (1, gen_random_uuid(), $1, $2, now(), gen_random_uuid())`,
    [HERE.community, { type: 'MultiPolygon', coordinates: [[square(120.1, 30.2, 0.01)]] }],
  )
}, 60_000)
afterAll(() => world.close())

describe('discovery and services', () => {
  it('says where the door is, outside the version and inside', async () => {
    for (const path of ['discovery', 'v2/discovery']) {
      const root = xml(await get(`${path}.xml`))
      expect(root.tagName).toBe('discovery')
      expect(names(root)).toEqual(['changeset', 'contact', 'key_service', 'endpoints'])
      expect((await get(`${path}.json`)).json).toMatchObject({
        endpoints: [
          {
            specification: 'http://wiki.open311.org/GeoReport_v2',
            url: 'http://localhost/open311/v2',
            formats: ['text/xml', 'application/json'],
          },
        ],
      })
    }
  })

  it('lists the catalogue in both formats with the same content', async () => {
    const json = list(await get('v2/services.json'))
    const elements = children(xml(await get('v2/services.xml')))
    expect(elements.length).toBe(json.length)
    expect(json.length).toBeGreaterThan(20)
    expect(new Set(json.map((one) => Object.keys(one).join()))).toEqual(
      new Set(['service_code,service_name,description,metadata,type,keywords,group']),
    )
    for (const [at, one] of json.entries()) {
      expect(typeof one['service_code']).toBe('string')
      expect(one['metadata']).toBe(true)
      for (const [name, value] of Object.entries(one)) expect(textOf(elements[at], name)).toBe(String(value))
    }
  })

  it('writes required as a boolean in JSON and as a word in XML', async () => {
    const definition = (await get(`v2/services/${atHome}.json`)).json as {
      service_code: string
      attributes: Row[]
    }
    expect(definition.service_code).toBe(atHome)
    expect(definition.attributes[0]).toEqual({
      variable: true,
      code: 'DOOR',
      datatype: 'string',
      required: true,
      datatype_description: null,
      order: 1,
      description: expect.any(String),
    })
    expect(definition.attributes[1]).toMatchObject({
      code: 'KIND',
      datatype: 'singlevaluelist',
      required: false,
    })
    const root = xml(await get(`v2/services/${atHome}.xml`))
    expect(root.tagName).toBe('service_definition')
    const [door, kind] = [...root.getElementsByTagName('attribute')]
    expect([textOf(door, 'required'), textOf(kind, 'required')]).toEqual(['true', 'false'])
    expect(names(kind?.getElementsByTagName('values')[0] as Element)).toContain('value')
  })

  it('speaks the language that is asked for', async () => {
    const [chinese, english] = await Promise.all([
      get('v2/services.json'),
      get('v2/services.json', {}, { 'accept-language': 'en-GB,en;q=0.8' }),
    ])
    expect(list(chinese)[0]?.['service_name']).toMatch(/\p{Script=Han}/u)
    expect(list(english)[0]?.['service_name']).toMatch(/^[\x20-\x7e]+$/)
  })
})

describe('errors stand in the format that was asked for', () => {
  it.each([
    ['GET', 'v2/services/nothing', {}, 404],
    ['GET', 'v2/requests/260101-00001-1', {}, 404],
    ['GET', 'v2/tokens/nothing', {}, 404],
    ['GET', 'v2/nothing', {}, 404],
    ['GET', 'v2/services', { jurisdiction_id: '999999' }, 404],
    ['GET', 'v2/requests', { start_date: 'yesterday' }, 400],
    ['GET', 'v2/requests', { status: 'opened' }, 400],
    ['GET', 'v2/requests', { page_size: '0' }, 400],
    ['GET', 'v2/requests', { start_date: '2026-01-01T00:00:00Z', end_date: '2026-08-01T00:00:00Z' }, 400],
    ['POST', 'v2/services', {}, 405],
    ['POST', 'v2/requests', {}, 403],
    ['POST', 'v2/requests', { api_key: 'x' }, 403],
    ['POST', 'v2/servicerequestupdates', {}, 403],
  ] as const)('%s %s %j is %d', async (method, path, given, status) => {
    const root = xml(await ask(method, `${path}.xml`, given))
    expect(root.tagName).toBe('errors')
    expect(children(root).map((error) => names(error))).toEqual([['code', 'description']])
    expect(textOf(children(root)[0], 'code')).toBe(String(status))
    const json = await ask(method, `${path}.json`, given)
    expect(json.status).toBe(status)
    expect(json.type).toBe('application/json; charset=utf-8')
    expect(json.json).toEqual([{ code: status, description: expect.stringMatching(/./) }])
  })

  it.each([
    [{}, 400, /service_code/],
    [{ service_code: 'nothing' }, 404, /service_code/],
    [{ service_code: 'LAMP' }, 400, /lat/],
    [{ service_code: 'LAMP', lat: '91', long: '0' }, 400, /lat/],
    [{ service_code: 'LAMP', lat: '51.5', long: '-0.1' }, 400, /范围/],
    [{ service_code: 'LAMP', address_id: 'SLUG', phone: '12' }, 400, /phone/],
    [{ service_code: 'LAMP', address_id: 'SLUG', 'attribute[KIND]': 'rumour' }, 400, /KIND/],
    [{ service_code: 'HOME', address_id: 'SLUG' }, 400, /DOOR/],
  ])('a request that is not whole, %j, is %d and leaves nothing', async (form, status, words) => {
    const real: Row = Object.fromEntries(
      Object.entries(form).map(([name, value]) => [
        name,
        { LAMP: lamp, HOME: atHome, SLUG: slug }[value as string] ?? value,
      ]),
    )
    const before = (await world.census())['orders']
    const answer = await post('v2/requests.json', real)
    expect([answer.status, list(answer)[0]?.['code']]).toEqual([status, status])
    expect(list(answer)[0]?.['description']).toMatch(words)
    expect((await world.census())['orders']).toBe(before)
  })

  it('answers in the door’s own shape what the web server refuses', async () => {
    const answer = await world.house.app.inject({
      method: 'POST',
      url: '/open311/v2/requests.xml',
      headers: { 'content-type': 'application/json' },
      payload: '{}',
    })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([415, 'text/xml; charset=utf-8'])
    expect(answer.body).toContain('<errors><error><code>415</code>')
  })
})

describe('a request becomes an order', () => {
  const orderOf = async (number: string) => {
    const { rows } = await world.admin.query(
      `select o.*, t.detail, t.contact_name, t.contact_phone_tail, (select p.name from people p where p.region_id = 1 and p.id = o.requester_id) as requester
       from orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id where o.region_id = 1 and o.number = $1`,
      [number],
    )
    return rows[0]
  }

  it('with its person, item, place and words, by the orders’ own door', async () => {
    const number = await placed({
      phone: '+86 138-0571-2345',
      first_name: '小明',
      last_name: '王',
      email: 'wang@example.org',
      'attribute[KIND]': 'suggestion',
      'attribute[easting]': '5312',
      media_url: 'https://pictures.example.org/1.jpg',
    })
    expect(await orderOf(number)).toMatchObject({
      channel: 'open311',
      state: 'submitted',
      kind: 'suggestion',
      item: lamp,
      path: HERE.path,
      contact_name: '王小明',
      contact_phone_tail: '1382345',
      requester: '王小明',
      placed_by: keyId,
      detail: '桥头的灯不亮，找门口穿红衣的李阿姨\n图片地址：https://pictures.example.org/1.jpg',
    })
    const { rows } = await world.admin.query(
      `select (select count(*)::int from order_clocks c where c.order_id = o.id) as clocks, (select count(*)::int from order_events e where e.order_id = o.id) as events
       from orders o where o.region_id = 1 and o.number = $1`,
      [number],
    )
    expect(rows[0]).toEqual({ clocks: 1, events: 1 })
  })

  it('answers XML as the specification shows it', async () => {
    const root = xml(await post('v2/requests.xml', { service_code: lamp, lat: '30.205', long: '120.105' }))
    expect(root.tagName).toBe('service_requests')
    const [request] = children(root)
    expect(names(request as Element)).toEqual(['service_request_id', 'service_notice', 'account_id'])
    expect(await orderOf(String(textOf(request, 'service_request_id')))).toMatchObject({
      path: HERE.community,
    })
  })

  it('finds the place by an address in words', async () => {
    const { rows } = await world.admin.query('select name from areas where region_id = 1 and path = $1', [
      HERE.community,
    ])
    const number = await placed({ address_id: '', address_string: rows[0].name })
    expect((await orderOf(number)).path.startsWith('/s01/')).toBe(true)
  })

  it('sent twice under one idempotency-key is one, and its token tells the number', async () => {
    const id = newId()
    const [first, second] = await Promise.all([
      placed({}, { 'idempotency-key': id }),
      placed({}, { 'idempotency-key': id }),
    ])
    expect(second).toBe(first)
    expect(await placed({}, { 'idempotency-key': id })).toBe(first)
    expect((await get(`v2/tokens/${id}.json`)).json).toEqual([{ service_request_id: first, token: id }])
    const root = xml(await get(`v2/tokens/${id}.xml`))
    expect([root.tagName, textOf(children(root)[0], 'service_request_id')]).toEqual([
      'service_requests',
      first,
    ])
  })

  it('takes photos of a form with files', async () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ api_key: key, service_code: lamp, address_id: slug }))
      form.set(name, value)
    form.append('media', new File([new Uint8Array(png(40, 30))], 'lamp.png', { type: 'image/png' }))
    form.append('media_2', new File([new Uint8Array(png(30, 40))], 'lamp2.png', { type: 'image/png' }))
    const sent = new Request('http://localhost', { method: 'POST', body: form })
    const answer = await world.house.app.inject({
      method: 'POST',
      url: '/open311/v2/requests.json',
      headers: { 'content-type': String(sent.headers.get('content-type')) },
      payload: Buffer.from(await sent.arrayBuffer()),
    })
    const number = (answer.json() as Row[])[0]?.['service_request_id']
    const { rows } = await world.admin.query(
      `select count(*)::int as photos from order_evidence e join orders o on o.region_id = e.region_id and o.id = e.order_id
       join files f on f.region_id = e.region_id and f.id = e.file_id and f.order_id = o.id and f.media_type = 'image/webp'
       where o.region_id = 1 and o.number = $1 and e.kind = 'requestPhoto'`,
      [number],
    )
    expect(rows[0]).toEqual({ photos: 2 })
  })
})

describe('what is told of a request', () => {
  const one = async (number: string, query: Row = {}): Promise<Row | undefined> =>
    list(await get('v2/requests.json', { service_request_id: number, ...query }))[0]

  it('is service, community and state to everybody, and its own words to the key that sent it', async () => {
    const number = await placed({ phone: '13805710001', first_name: '阿姨', last_name: '李' })
    const anybody = await one(number)
    expect(anybody).toMatchObject({
      service_request_id: number,
      status: 'open',
      status_notes: '待受理',
      service_code: lamp,
      description: null,
      media_url: null,
    })
    expect(anybody?.['requested_datetime']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/)
    expect(JSON.stringify(anybody)).not.toMatch(/红衣|李|1380571/)
    const { key: other } = await plantApiKey(world, 1)
    expect((await one(number, { api_key: other }))?.['description']).toBeNull()
    expect((await one(number, { api_key: key }))?.['description']).toContain('红衣')
    expect(Object.keys(anybody ?? {})).toEqual(
      'service_request_id status status_notes service_name service_code description agency_responsible service_notice requested_datetime updated_datetime expected_datetime address address_id zipcode lat long media_url'.split(
        ' ',
      ),
    )
    const element = children(xml(await get(`v2/requests/${number}.xml`)))[0] as Element
    expect(names(element)).toEqual(Object.keys(anybody ?? {}))
    for (const [name, value] of Object.entries(anybody ?? {}))
      expect(textOf(element, name)).toBe(String(value ?? ''))
  })

  it('is rounded to the community: no point is nearer than a hundred metres', async () => {
    const number = await placed({ address_id: '', lat: '30.20512', long: '120.10987' })
    const { lat, long } = (await one(number)) ?? {}
    expect([lat, long]).toEqual([expect.any(Number), expect.any(Number)])
    expect([lat, long].map((degrees) => String(degrees).replace(/^\d+\.?/, '').length <= 3)).toEqual([
      true,
      true,
    ])
    expect([lat, long]).not.toEqual([30.20512, 120.10987])
  })

  it.each([
    ['a matter of a home', async () => placed({ service_code: atHome, 'attribute[DOOR]': '2-301' })],
    ['what is confidential', async () => placed({ 'attribute[CONFIDENTIAL]': 'yes' })],
    ['a report of wrongdoing', async () => placed({ 'attribute[KIND]': 'report' })],
  ])('is nothing to others of %s', async (_, place) => {
    const number = await place()
    expect(await one(number)).toBeUndefined()
    expect((await get(`v2/requests/${number}.json`)).status).toBe(404)
    expect((await get('v2/servicerequestupdates.json')).text).not.toContain(number)
    expect(await one(number, { api_key: key })).toMatchObject({ service_request_id: number })
  })

  test('no order of another door is told before it was published', async () => {
    const told = list(await get('v2/requests.json')).map(({ service_request_id: number }) => number)
    const { rows } = await world.admin.query(
      `select o.number from orders o where o.region_id = 1 and o.channel <> 'open311'
         and not exists (select from order_publications p where p.region_id = 1 and p.order_id = o.id and p.hidden_at is null)`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ number }) => told.includes(number))).toEqual([])
  })

  it('is found by number, service, status and time, in pages', async () => {
    const [first, second] = [await placed(), await placed()]
    const all = list(await get('v2/requests.json', { service_code: `${lamp},${atHome}`, status: 'open' }))
    expect(all.map(({ service_request_id: number }) => number)).toEqual(
      expect.arrayContaining([first, second]),
    )
    expect(
      list(await get('v2/requests.json', { service_code: atHome, status: 'closed,open' })).length,
    ).toBeGreaterThan(-1)
    const both = list(
      await get('v2/requests.json', { service_request_id: `${first}, ${second}`, status: 'closed' }),
    )
    expect(both.map(({ service_request_id: number }) => number)).toEqual([second, first])
    const page = async (number: number) =>
      list(await get('v2/requests.json', { service_code: lamp, page: number, page_size: 1 })).map(
        (row) => row['service_request_id'],
      )
    expect([...(await page(1)), ...(await page(2))]).toEqual([second, first])
    expect(list(await get('v2/requests.json', { end_date: '2020-01-01T00:00:00Z' }))).toEqual([])
    const hour = new Date(Date.now() - 3_600_000).toISOString().slice(0, 19)
    const since = await world.house.app.inject({ url: `/open311/v2/requests.json?start_date=${hour}+00:00` }) // the plus is not encoded
    expect(since.statusCode).toBe(200)
    expect(since.body).toContain(first)
  })
})

describe('servicerequestupdates', () => {
  it('tells each change of state, and the answer in words to the key that sent the request', async () => {
    const number = await placed()
    const { rows } = await world.admin.query(
      'select id, version from orders where region_id = 1 and number = $1',
      [number],
    )
    await world.admin.query(
      `with moved as (update orders set state = 'closed', result = 'answered', version = 2, closed_at = now() where region_id = 1 and id = $1),
         event as (insert into order_events (region_id, id, order_id, version, verb, from_state, to_state, actor_role, round, path, facts, at)
           values (1, gen_random_uuid(), $1, 2, 'answerOrder', 'submitted', 'closed', 'intake', 1, $2, '{"result":"answered"}', now()))
       insert into order_remarks (region_id, id, order_id, version, audience, text) values (1, gen_random_uuid(), $1, 2, 'everybody', '周五前换好')`,
      [rows[0].id, HERE.path],
    )
    const of = async (query: Row) =>
      list(await get('v2/servicerequestupdates.json', { service_request_id: number, ...query }))
    const told = await of({})
    expect(told.map(({ status, description }) => [status, description])).toEqual([
      ['OPEN', '待受理'],
      ['NO_FURTHER_ACTION', '已结案：直接答复'],
    ])
    expect((await of({ api_key: key }))[1]?.['description']).toBe('周五前换好')
    const root = xml(await get('v2/servicerequestupdates.xml', { service_request_id: number }))
    expect(root.tagName).toBe('service_requests_updates')
    expect(names(children(root)[0] as Element)).toEqual(Object.keys(told[0] ?? {}))
    const late = await post('v2/servicerequestupdates.json', {
      service_request_id: number,
      description: '还是不亮',
    })
    expect(late.status).toBe(400)
  })

  it('takes a note once by the sender’s own number, of the key’s own requests', async () => {
    const number = await placed()
    const note = {
      service_request_id: number,
      update_id: '4711',
      status: 'OPEN',
      description: '今晚又灭了',
      updated_datetime: '2026-11-22T10:00:00Z',
    }
    const [first, again] = [
      list(await post('v2/servicerequestupdates.json', note)),
      list(await post('v2/servicerequestupdates.json', note)),
    ]
    expect(first).toEqual([{ update_id: expect.any(String) }])
    expect(again).toEqual(first)
    const { rows } = await world.admin.query(
      `select r.text from order_remarks r join orders o on o.region_id = r.region_id and o.id = r.order_id where o.region_id = 1 and o.number = $1`,
      [number],
    )
    expect(rows).toEqual([{ text: '今晚又灭了' }])
    const root = xml(await post('v2/servicerequestupdates.xml', { ...note, update_id: '4712' }))
    expect([root.tagName, names(root)]).toEqual(['service_request_updates', ['request_update']])
    const { key: other } = await plantApiKey(world, 1)
    expect((await post('v2/servicerequestupdates.json', { ...note, api_key: other })).status).toBe(404)
    expect((await post('v2/servicerequestupdates.json', { ...note, description: '' })).status).toBe(400)
  })
})

describe('keys', () => {
  it.each([
    ['is expired', { state: 'expired' }],
    ['was revoked', { state: 'revoked' }],
    ['may only read', { scopes: ['read'] }],
  ] as const)('a key that %s places nothing', async (_, more) => {
    const { key: bad } = await plantApiKey(world, 1, more)
    const answer = await post('v2/requests.json', { api_key: bad, service_code: lamp, address_id: slug })
    expect(answer.status).toBe(403)
  })

  it('is good in its own jurisdiction only', async () => {
    const { rows } = await world.admin.query('select gb_code from regions order by id')
    const [own, abroad] = rows.map(({ gb_code: code }) => code)
    expect((await get('v2/requests.json', { api_key: key, jurisdiction_id: own })).status).toBe(200)
    expect((await get('v2/requests.json', { api_key: key, jurisdiction_id: abroad })).status).toBe(403)
  })

  it('counts every use, and says when there is more once a minute’s share is gone', async () => {
    const { key: slow, id } = await plantApiKey(world, 1, { perMinute: 2 })
    const statuses = []
    for (let at = 0; at < 3; at++) statuses.push((await get('v2/services.json', { api_key: slow })).status)
    expect(statuses).toEqual([200, 200, 429])
    const over = await get('v2/services.xml', { api_key: slow })
    expect(Number(over.headers['retry-after'])).toBeGreaterThan(0)
    expect(textOf(children(xml(over))[0], 'code')).toBe('429')
    const { rows } = await world.admin.query(
      'select uses, used_at from api_keys where region_id = 1 and id = $1',
      [id],
    )
    expect(rows[0]).toEqual({ uses: 2, used_at: expect.any(String) })
  })

  it('lets pages of other sites ask', async () => {
    expect((await get('v2/services.json')).headers).toMatchObject({ 'access-control-allow-origin': '*' })
    const answer = await world.house.app.inject({ method: 'OPTIONS', url: '/open311/v2/requests.json' })
    expect([answer.statusCode, answer.headers['access-control-allow-methods']]).toEqual([204, 'GET, POST'])
  })
})

describe('the public board as a feed', () => {
  it('is RSS that a strict parser reads and a JSON Feed with the same items', async () => {
    const rss = await world.house.app.inject({ url: '/api/feeds/shown.xml' })
    expect(rss.headers['content-type']).toBe('application/rss+xml; charset=utf-8')
    const root = xml({ text: rss.body, type: 'text/xml; charset=utf-8' } as Answer)
    const items = [...root.getElementsByTagName('item')]
    expect(items.length).toBeGreaterThan(0)
    expect(names(items[0] as Element)).toEqual(['title', 'link', 'guid', 'pubDate', 'description'])
    const json = await world.house.app.inject({ url: '/api/feeds/shown.json' })
    expect(json.headers['content-type']).toBe('application/feed+json; charset=utf-8')
    const feed = json.json<{ version: string; items: Row[] }>()
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    expect(feed.items.map(({ url }) => url)).toEqual(items.map((item) => textOf(item, 'link')))
    const slug = String(feed.items[0]?.['url']).split('/').at(-1)
    expect((await world.house.app.inject({ url: `/api/shown/${slug}` })).statusCode).toBe(200)
  })
})
