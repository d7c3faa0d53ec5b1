import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CodeSenderSettings } from '../doorSettings.ts'
import { openSender } from './index.ts'

// Each sender against a peer of its own kind on this machine, which checks the signature by itself.

const KEY = { id: 'key-id', secret: 'key-secret' }
const PHONE = '13812345678'
const CODE = '493817'
const PATIENCE = 400

type Asked = { request: IncomingMessage; url: URL; body: string }
type Reply = { status?: number; json?: unknown; text?: string; afterMilliseconds?: number }
let asked: Asked[] = []
let reply: Reply = {}
let server: Server
let endpoint = ''
let warned: object[] = []

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const header = ({ request }: Asked, name: string) => String(request.headers[name] ?? '')

beforeAll(async () => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = ''
    for await (const part of request) body += String(part)
    asked.push({ request, url: new URL(request.url ?? '', endpoint), body })
    const { status = 200, json, text, afterMilliseconds = 0 } = reply
    setTimeout(() => {
      response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' })
      response.end(text ?? JSON.stringify(json))
    }, afterMilliseconds)
  }
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has one
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  asked = []
  warned = []
})

const common = { key: KEY, signName: '西湖邻里', template: 'T1', patienceMilliseconds: PATIENCE }
const alibaba = () => ({ kind: 'alibaba', endpoint, ...common }) as const
const tencent = () =>
  ({
    kind: 'tencent',
    endpoint,
    appId: '1400',
    area: 'ap-guangzhou',
    ...common,
  }) as const
const send = (settings: CodeSenderSettings | undefined) =>
  openSender(settings, (line) => warned.push(line)).send(PHONE, CODE)
function theOnly(): Asked {
  const [one, ...more] = asked
  if (!one || more.length > 0) throw new Error(`asked ${asked.length} times`)
  return one
}

/** The third signature made anew from what arrived, in the vendor's own words. */
function acs3Of(one: Asked): string {
  const names = /SignedHeaders=([^,]+)/.exec(header(one, 'authorization'))?.[1] ?? ''
  const lines = names.split(';').map((name) => `${name}:${header(one, name)}\n`)
  const query = one.url.search.slice(1).split('&').sort().join('&')
  const canonical = ['POST', '/', query, lines.join(''), names, sha256(one.body)].join('\n')
  return createHmac('sha256', KEY.secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
}

function tc3Of(one: Asked): string {
  const timestamp = Number(header(one, 'x-tc-timestamp'))
  const day = new Date(timestamp * 1000).toISOString().slice(0, 10)
  const head = `content-type:${header(one, 'content-type')}\nhost:${header(one, 'host')}\n`
  const canonical = `POST\n/\n\n${head}\ncontent-type;host\n${sha256(one.body)}`
  const by = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const key = ['sms', 'tc3_request'].reduce<Buffer>(by, by(`TC3${KEY.secret}`, day))
  return by(key, `TC3-HMAC-SHA256\n${timestamp}\n${day}/sms/tc3_request\n${sha256(canonical)}`).toString(
    'hex',
  )
}

describe('Alibaba', () => {
  test('is asked for one message, signed over everything that says which', async () => {
    reply = { json: { Code: 'OK', Message: 'OK', BizId: '1' } }
    await send(alibaba())
    const one = theOnly()
    expect(Object.fromEntries(one.url.searchParams)).toEqual({
      PhoneNumbers: PHONE,
      SignName: '西湖邻里',
      TemplateCode: 'T1',
      TemplateParam: JSON.stringify({ code: CODE }),
    })
    expect(header(one, 'x-acs-action')).toBe('SendSms')
    expect(header(one, 'x-acs-version')).toBe('2017-05-25')
    expect(header(one, 'authorization')).toContain(`Credential=${KEY.id},`)
    expect(header(one, 'authorization')).toContain(`Signature=${acs3Of(one)}`)
    const age = Date.now() - Date.parse(header(one, 'x-acs-date'))
    expect(Math.abs(age)).toBeLessThan(60_000)
  })

  test('signs each message with a nonce of its own', async () => {
    await send(alibaba())
    await send(alibaba())
    expect(new Set(asked.map((one) => header(one, 'x-acs-signature-nonce'))).size).toBe(2)
  })
})

test('Tencent is asked for one message, signed over its body', async () => {
  reply = { json: { Response: { SendStatusSet: [{ Code: 'Ok' }], RequestId: '1' } } }
  await send(tencent())
  const one = theOnly()
  expect(JSON.parse(one.body)).toEqual({
    PhoneNumberSet: [`+86${PHONE}`],
    SmsSdkAppId: '1400',
    SignName: '西湖邻里',
    TemplateId: 'T1',
    TemplateParamSet: [CODE],
  })
  expect(header(one, 'x-tc-action')).toBe('SendSms')
  expect(header(one, 'x-tc-version')).toBe('2021-01-11')
  expect(header(one, 'authorization')).toContain(`Signature=${tc3Of(one)}`)
})

describe('what goes wrong is thrown, and told to the operators without phone and code', () => {
  const refusals: [string, () => CodeSenderSettings, Reply, string][] = [
    ['a limit', alibaba, { json: { Code: 'isv.BUSINESS_LIMIT_CONTROL' } }, 'isv.BUSINESS_LIMIT_CONTROL'],
    [
      'a bad signature',
      alibaba,
      { status: 400, json: { Code: 'SignatureDoesNotMatch' } },
      'SignatureDoesNotMatch',
    ],
    ['OK with a status that is none', alibaba, { status: 500, json: { Code: 'OK' } }, 'OK'],
    [
      'a wrong key',
      tencent,
      { json: { Response: { Error: { Code: 'AuthFailure.SecretIdNotFound' } } } },
      'AuthFailure.SecretIdNotFound',
    ],
    [
      'a refused message',
      tencent,
      { json: { Response: { SendStatusSet: [{ Code: 'LimitExceeded.PhoneNumberDailyLimit' }] } } },
      'LimitExceeded.PhoneNumberDailyLimit',
    ],
    ['an answer of another shape', tencent, { json: { Response: { SendStatusSet: 'x' } } }, 'status.200'],
    ['no JSON', tencent, { text: `<html>${PHONE}</html>` }, 'notJson'],
    ['a word that quotes the number', alibaba, { json: { Code: `${PHONE} ${CODE} is bad` } }, 'unreadable'],
    ['an answer without end', alibaba, { text: 'x'.repeat(100_000) }, 'tooLarge'],
    ['a redirect', alibaba, { status: 302, text: '' }, 'unreachable'],
    ['a slow answer', tencent, { json: {}, afterMilliseconds: PATIENCE + 300 }, 'timeout'],
  ]
  test.each(refusals)('%s', async (_, settings, wrong, reason) => {
    reply = wrong
    await expect(send(settings())).rejects.toMatchObject({ name: 'PeerFailure' })
    expect(warned).toEqual([{ message: 'a sign-in code was not sent', sender: settings().kind, reason }])
    expect(JSON.stringify(warned)).not.toMatch(new RegExp(`${PHONE}|${CODE}|${KEY.secret}`))
    expect(asked.length).toBe(1) // a message is never sent twice for one wish
  })

  test('nobody at the address', async () => {
    await expect(send({ ...alibaba(), endpoint: 'http://127.0.0.1:9' })).rejects.toMatchObject({
      code: 'unreachable',
    })
  })

  test('no sender at all', async () => {
    await expect(send(undefined)).rejects.toMatchObject({ code: 'noSender' })
    expect(warned).toMatchObject([{ sender: 'none', reason: 'noSender' }])
  })
})

describe('mail', () => {
  type Mail = { from: string; to: string[]; text: string }
  let mails: Mail[] = []
  let post: SMTPServer
  let url = ''
  let isFull = false

  beforeAll(async () => {
    post = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) =>
        username === 'codes' && password === 'let me in'
          ? done(null, { user: username })
          : done(new Error('Invalid username or password')),
      onRcptTo: (_, __, done) => done(isFull ? new Error('mailbox full') : null),
      onData: (stream, session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope
          mails.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            text: Buffer.concat(parts).toString('utf8'),
          })
          done()
        })
      },
    })
    await new Promise<void>((resolve) => post.listen(0, '127.0.0.1', () => resolve()))
    const { port } = post.server.address() as AddressInfo // a TCP server has one
    url = `smtp://codes:let%20me%20in@127.0.0.1:${port}`
  })
  afterAll(() => new Promise<void>((resolve) => post.close(() => resolve())))
  beforeEach(() => {
    mails = []
    isFull = false
  })
  const mail = (of: string) => ({
    kind: 'smtp' as const,
    url: of,
    from: '邻里 <codes@linli.example.cn>',
    to: '{phone}@gateway.example.cn',
    isLocal: true,
    patienceMilliseconds: PATIENCE,
  })

  test('leaves for the gateway’s address of the phone', async () => {
    await send(mail(url))
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ from: 'codes@linli.example.cn', to: [`${PHONE}@gateway.example.cn`] })
    const text = /\r\n\r\n([\s\S]+)/.exec(mails[0]?.text ?? '')?.[1] ?? ''
    expect(Buffer.from(text, 'base64').toString('utf8')).toContain(CODE)
  })

  test.each([
    ['a wrong password', () => url.replace('let', 'led'), 'mail.EAUTH'],
    ['nobody at the address', () => 'smtp://127.0.0.1:9', 'mail.ESOCKET'],
  ])('%s is told', async (_, of, reason) => {
    await expect(send(mail(of()))).rejects.toMatchObject({ code: reason })
    expect(warned).toMatchObject([{ sender: 'smtp', reason }])
  })

  test('a refused address is told', async () => {
    isFull = true
    await expect(send(mail(url))).rejects.toMatchObject({ code: 'mail.EENVELOPE' })
  })

  test('a server elsewhere that offers no TLS gets neither the password nor the code', async () => {
    await expect(send({ ...mail(url), isLocal: false })).rejects.toMatchObject({
      code: expect.stringMatching(/^mail\./),
    })
    expect(mails).toEqual([])
  })
})
