import { codesOf, STATES } from '@linli/contract'
import { describe, expect, it } from 'vitest'
import { formatAt, targetOf } from './address.ts'
import { nameOf, phoneOf } from './contact.ts'
import { concernsPlace } from './publicity.ts'
import { badRequest, noKey, overLimit, Refusal, unknown, wrongScope } from './refusal.ts'
import { extendedStatus, stateWords, statusOf } from './statuses.ts'
import { w3c, windowOf } from './window.ts'
import { toXml } from './xml.ts'

describe('XML', () => {
  it('escapes what it must and leaves out what no reader may be given', () => {
    expect(toXml('services', ['a<b>&"c"\u0000\u0007\ud800'])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<services><service>a&lt;b&gt;&amp;&quot;c&quot;\ufffd</service></services>\n',
    )
  })
  it.each([
    ['services', 'service'],
    ['attributes', 'attribute'],
    ['values', 'value'],
    ['service_requests', 'request'],
    ['service_requests_updates', 'request_update'],
    ['service_request_updates', 'request_update'],
    ['endpoints', 'endpoint'],
    ['formats', 'format'],
    ['errors', 'error'],
    ['others', 'item'],
  ])('calls the elements of %s %s', (list, one) => {
    expect(toXml(list, ['a'])).toContain(`<${list}><${one}>a</${one}></${list}>`)
  })
  it('writes nothing as an empty element, and a line break as itself', () => {
    expect(toXml('a', '')).toContain('<a/>')
    expect(toXml('a', 'b\r')).toContain('<a>b&#13;</a>')
  })
  it('names the elements of lists, and writes nothing and false apart', () => {
    const value = { attributes: [{ required: false, values: [], description: null }] }
    expect(toXml('service_definition', value)).toContain(
      '<attributes><attribute><required>false</required><values/><description/></attribute></attributes>',
    )
  })
})

describe('addresses', () => {
  it.each([
    ['discovery.xml', 'discovery', undefined],
    ['v2/discovery', 'discovery', undefined],
    ['v2/services.JSON', 'services', undefined],
    ['v2/services/changeBulb.json', 'services', 'changeBulb'],
    ['v2//requests/261122-00001-8.xml', 'requests', '261122-00001-8'],
    ['v2/servicerequestupdates.xml', 'servicerequestupdates', undefined],
  ])('%s', (path, resource, id) => {
    expect(targetOf(path)).toEqual({ resource, id })
  })
  it.each(['', 'v2', 'services.xml', 'v2/services/a/b.xml', 'v2/discovery/x.xml', 'v3/services.xml'])(
    '%s is none',
    (path) => {
      expect(targetOf(path)).toBeUndefined()
    },
  )
  it('end with their format', () => {
    expect(['a.xml', 'a.JSON', 'a.html', 'a'].map(formatAt)).toEqual(['xml', 'json', undefined, undefined])
  })
})

describe('the span that is asked for', () => {
  const now = new Date('2026-11-22T12:00:00Z')
  const days = ({ from, to }: { from: Date; to: Date }) => (to.getTime() - from.getTime()) / 86_400_000
  it('is 90 days where one end or nothing is said, or as few as the method has it', () => {
    expect(days(windowOf(undefined, undefined, now))).toBe(90)
    expect(days(windowOf(undefined, undefined, now, 1))).toBe(1)
    expect(days(windowOf('2026-01-01T00:00:00Z', undefined, now, 1))).toBe(90)
    expect(days(windowOf(undefined, '2026-01-01T00:00:00Z', now, 1))).toBe(90)
  })
  it('reads a day alone by China’s clock, and a plus sign that was not encoded', () => {
    expect(windowOf('2026-11-01', '2026-11-02 ', now).from.toISOString()).toBe('2026-10-31T16:00:00.000Z')
    expect(windowOf('2026-11-01T08:00:00 08:00', undefined, now).from.toISOString()).toBe(
      '2026-11-01T00:00:00.000Z',
    )
  })
  it.each([
    ['2026-11-01T08:00:00', undefined],
    ['2026-13-01', undefined],
    ['1.11.2026', undefined],
    ['2026-11-02', '2026-11-01'],
    ['2026-01-01', '2026-11-01'],
  ])('refuses %s to %s', (start, end) => {
    expect(() => windowOf(start, end, now)).toThrow(Refusal)
  })
  it('says what is wrong with it', () => {
    expect(() => windowOf('1.11.2026', undefined, now)).toThrow(
      'start_date must be a date and time with its zone, such as 2026-11-22T08:00:00+08:00.',
    )
    expect(() => windowOf(undefined, 'then', now)).toThrow('end_date must be')
    expect(() => windowOf('2026-11-02', '2026-11-01', now)).toThrow('start_date is after end_date.')
    expect(() => windowOf('2026-01-01', '2026-11-01', now)).toThrow('more than 90 days apart')
  })
  it('takes in both its ends, and a zone in small letters', () => {
    expect(days(windowOf('2026-11-01', '2026-11-01', now))).toBe(0)
    expect(days(windowOf('2026-01-01', '2026-04-01', now))).toBe(90)
    expect(() => windowOf('x2026-11-01T08:00:00Z', undefined, now)).toThrow(Refusal)
    expect(() => windowOf('2026-11-01T08:00:00ZZ', undefined, now)).toThrow(Refusal)
    expect(windowOf('2026-11-01T08:00Z', undefined, now).from.toISOString()).toBe('2026-11-01T08:00:00.000Z')
  })
  it('is answered with a zone', () => {
    expect(w3c('2026-11-22T16:30:01.5Z')).toBe('2026-11-23T00:30:01+08:00')
    expect(w3c(null)).toBeNull()
  })
})

describe('statuses', () => {
  it('has an outside status for every state of ours', () => {
    const known =
      /^(OPEN|INVESTIGATING|ACTION_SCHEDULED|IN_PROGRESS|FIXED|NO_FURTHER_ACTION|DUPLICATE|NOT_COUNCILS_RESPONSIBILITY|CANCELLED|REOPEN)$/
    for (const state of codesOf(STATES)) expect(extendedStatus(state, null)).toMatch(known)
  })
  it.each([
    ['submitted', null, 'OPEN', 'open'],
    ['accepted', null, 'INVESTIGATING', 'open'],
    ['dispatched', null, 'ACTION_SCHEDULED', 'open'],
    ['inProgress', null, 'IN_PROGRESS', 'open'],
    ['rework', null, 'REOPEN', 'open'],
    ['closed', 'solved', 'FIXED', 'closed'],
    ['closed', 'partlySolved', 'NO_FURTHER_ACTION', 'closed'],
    ['merged', null, 'DUPLICATE', 'closed'],
    ['rejected', null, 'NOT_COUNCILS_RESPONSIBILITY', 'closed'],
    ['cancelled', null, 'CANCELLED', 'closed'],
  ] as const)('%s %s is %s', (state, result, extended, status) => {
    expect([extendedStatus(state, result), statusOf(state)]).toEqual([extended, status])
  })
})

it('says our own state in words, with the result of what is closed', () => {
  expect(stateWords('inProgress', 'solved', 'zh')).toBe('办理中')
  expect(stateWords('closed', 'solved', 'zh')).toBe('已结案：解决')
  expect(stateWords('closed', 'solved', 'en')).toBe('Closed: Solved')
  expect(stateWords('closed', null, 'en')).toBe('Closed')
})

describe('refusals', () => {
  it.each([
    [badRequest('不对', 'wrong'), 400, '不对', 'wrong'],
    [unknown('没有', 'none'), 404, '没有', 'none'],
    [
      noKey(),
      403,
      '缺少 api_key，或者钥匙不对、已过期、已停用。',
      'The api_key is missing, wrong, expired or revoked.',
    ],
    [wrongScope(), 403, '这把钥匙没有这项权限。', 'This api_key was not given that scope.'],
    [overLimit(7), 429, '用得太频繁，请稍后再试。', 'Too many requests; try again later.'],
  ])('%s is %d', (refusal, status, zh, en) => {
    expect([refusal.status, refusal.words, refusal.message, refusal.name]).toEqual([
      status,
      { zh, en },
      en,
      'Refusal',
    ])
  })
  it('say when to come again, where that helps', () => {
    expect([overLimit(7).retryAfter, noKey().retryAfter]).toEqual([7, undefined])
  })
})

describe('what a sender says of a person', () => {
  it.each([
    ['+86 138-0571-2345', '13805712345'],
    ['（0571）8765 4321', '057187654321'],
    ['  ', null],
    [undefined, null],
    ['0086 13805712345', '13805712345'],
  ])('reads the number %s', (written, number) => {
    expect(phoneOf(written)).toBe(number)
  })
  it('refuses a number that nobody here can ring, and one with more before its country', () => {
    expect(() => phoneOf('+44 20 7946 0000')).toThrow(
      'phone must be a mainland mobile number or an area code with a landline number.',
    )
    expect(() => phoneOf('9+8613805712345')).toThrow(Refusal)
    expect(() => phoneOf('1')).toThrow(
      expect.objectContaining({
        words: expect.objectContaining({ zh: 'phone 要写 11 位手机号，或区号加座机号。' }),
      }),
    )
  })
  it('puts the halves of a name in their order', () => {
    expect([nameOf('小明', '王'), nameOf('Ming', 'Li'), nameOf('', '')]).toEqual(['王小明', 'Ming Li', null])
    expect([nameOf(' 小明 ', ' 王 '), nameOf('Ming'), nameOf(undefined, ' Li ')]).toEqual([
      '王小明',
      'Ming',
      'Li',
    ])
    expect(nameOf('a'.repeat(99))).toBe('a'.repeat(40))
  })
})

it('only a matter of a place that everybody uses is told in public', () => {
  const item = { homeEntry: false, photoNeedsPlace: false, evidence: [] }
  expect(concernsPlace({ ...item, photoNeedsPlace: true })).toBe(true)
  expect(concernsPlace({ ...item, evidence: ['beforePhoto'] })).toBe(true)
  expect(concernsPlace(item)).toBe(false)
  expect(concernsPlace({ ...item, evidence: ['beforePhoto'], homeEntry: true })).toBe(false)
})
