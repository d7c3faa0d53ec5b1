import { describe, expect, it } from 'vitest'
import { MOST_BYTES, readMessage, readReport, readUser } from './message.ts'
import { isSigned, REPLAY_SECONDS, signatureOf } from './signature.ts'

const read = (topic: string, payload: string | Buffer = '{"id":"7","battery":81}') =>
  readMessage(topic, Buffer.from(payload))

describe('what a device says', () => {
  it.each(['press', 'test', 'heartbeat', 'cancel'])('is read from topic and payload: %s', (kind) => {
    expect(read(`linli/1/XH-0007/${kind}`)).toEqual({
      region: 1,
      serial: 'XH-0007',
      kind,
      key: '7',
      battery: 81,
    })
  })

  it.each([
    'linli/1/XH-0007',
    'linli/1/XH-0007/press/more',
    'linli/one/XH-0007/press',
    'linli/1/../press',
    'linli/1/XH 0007/press',
    'linli/1/XH-0007/toString',
    'other/1/XH-0007/press',
    '$SYS/1/XH-0007/press',
  ])('is nothing under another topic: %s', (topic) => {
    expect(read(topic)).toBeUndefined()
  })

  it('is a press also where the payload is garbage, each by itself', () => {
    const keys = ['', 'not json', '[]', 'null', Buffer.from([0xff, 0x00, 0xfe])].map(
      (payload) => read('linli/1/XH-0007/press', payload)?.key,
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(read('linli/1/XH-0007/press', '')?.key).not.toBe(keys[0])
    expect(read('linli/1/XH-0007/press', '{"battery":9000}')?.battery).toBeNull()
  })

  it('counts once when the same moment is sent again without a number', () => {
    const again = '{"at":"2026-11-20T02:00:00Z"}'
    expect(read('linli/1/XH-0007/press', again)?.key).toBe(read('linli/1/XH-0007/press', again)?.key)
    expect(read('linli/1/XH-0007/press', again)?.key).not.toBe(read('linli/1/XH-0008/press', again)?.key)
  })

  it('is too long to be read at some length', () => {
    expect(read('linli/1/XH-0007/press', ' '.repeat(MOST_BYTES))).toBeDefined()
    expect(read('linli/1/XH-0007/press', ' '.repeat(MOST_BYTES + 1))).toBeUndefined()
  })

  it('comes from a gateway only with a number', () => {
    const report = { serial: 'XH-0007', kind: 'press', id: 'a-1' }
    expect(readReport(1, report)?.key).toBe('a-1')
    for (const wrong of [
      { ...report, id: '' },
      { ...report, kind: 'ring' },
      { ...report, serial: '#' },
      null,
      'x',
      [],
    ])
      expect(readReport(1, wrong)).toBeUndefined()
  })

  it('is signed in with by region and serial number', () => {
    expect(readUser('1/XH-0007')).toEqual({ region: 1, serial: 'XH-0007' })
    for (const wrong of [undefined, '', 'XH-0007', '1/', '1/+', 'x/XH-0007'])
      expect(readUser(wrong)).toBeUndefined()
  })
})

describe('a signature', () => {
  const body = Buffer.from('{"messages":[]}')
  const now = 1_795_000_000_000
  const timestamp = String(now / 1000)
  const signature = signatureOf('secret', timestamp, body)
  it('holds for its body, its time and its key', () => {
    expect(isSigned('secret', { timestamp, signature, body }, now)).toBe(true)
    expect(isSigned('other', { timestamp, signature, body }, now)).toBe(false)
    expect(isSigned('secret', { timestamp, signature, body: Buffer.from('{}') }, now)).toBe(false)
    expect(isSigned('secret', { timestamp: `${now / 1000 + 1}`, signature, body }, now)).toBe(false)
    expect(isSigned('secret', { timestamp: '', signature, body }, now)).toBe(false)
    expect(isSigned('secret', { timestamp, signature: signature.slice(2), body }, now)).toBe(false)
  })
  it('holds within the window only, before and after', () => {
    for (const [seconds, holds] of [
      [REPLAY_SECONDS, true],
      [REPLAY_SECONDS + 1, false],
      [-REPLAY_SECONDS, true],
      [-REPLAY_SECONDS - 1, false],
    ] as const)
      expect(isSigned('secret', { timestamp, signature, body }, now + seconds * 1000), String(seconds)).toBe(
        holds,
      )
  })
})
