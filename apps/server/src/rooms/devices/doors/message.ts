import { createHash, randomUUID } from 'node:crypto'
import { SERIAL_PATTERN } from '@linli/contract/devices/shapes'
import { DEVICE_MESSAGES, type DeviceMessageKind } from '@linli/contract/devices/words'

/** What a device said, whatever the door. `key` makes it count once. */
export type Message = {
  readonly region: number
  readonly serial: string
  readonly kind: DeviceMessageKind
  readonly key: string
  readonly battery: number | null
}
export type Door = 'broker' | 'bridge' | 'webhook'

/** More than any device has to say. */
export const MOST_BYTES = 2048
const PREFIX = 'linli'
const SERIAL = new RegExp(SERIAL_PATTERN)
const KEY = /^[\x21-\x7e]{1,80}$/

export const topicOf = (region: number, serial: string, kind = '+'): string =>
  `${PREFIX}/${region}/${serial}/${kind}`
/** What a bridge subscribes to. */
export const EVERY_TOPIC = `${PREFIX}/+/+/+`
/** What a device signs in with at the broker. */
export const userOf = (region: number, serial: string): string => `${region}/${serial}`

export function readUser(user: string | undefined): { region: number; serial: string } | undefined {
  const [, region = '', serial = ''] = /^(\d{1,9})\/(.+)$/.exec(user ?? '') ?? []
  return SERIAL.test(serial) ? { region: Number(region), serial } : undefined
}

/** Reads topic and payload; undefined for what is none of ours. Garbage in a press is still a press: a button must not be lost to a bad battery. */
export function readMessage(topic: string, payload: Buffer): Message | undefined {
  const [prefix, region = '', serial = '', kind = '', ...more] = topic.split('/')
  if (prefix !== PREFIX || more.length > 0 || !/^\d{1,9}$/.test(region) || !SERIAL.test(serial))
    return undefined
  if (!isKind(kind) || payload.length > MOST_BYTES) return undefined
  return { region: Number(region), serial, kind, ...readBody(payload, topic) }
}

/** The same of a body that names the device itself. */
export function readReport(region: number, body: unknown): Message | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const { serial, kind, id, battery } = body as { [key: string]: unknown }
  if (typeof serial !== 'string' || !SERIAL.test(serial) || typeof kind !== 'string' || !isKind(kind))
    return undefined
  // A gateway numbers what it sends: without a number a repeat could not be told from a second press.
  if (typeof id !== 'string' || !KEY.test(id)) return undefined
  return { region, serial, kind, key: id, battery: batteryOf(battery) }
}

const isKind = (kind: string): kind is DeviceMessageKind => Object.hasOwn(DEVICE_MESSAGES, kind)

/** A message says by its number, or by its own time, that it is another one; without either each counts: it joins what lives. */
function readBody(payload: Buffer, topic: string): Pick<Message, 'key' | 'battery'> {
  let body: unknown
  try {
    body = JSON.parse(payload.toString('utf8'))
  } catch {
    body = undefined
  }
  const told = (typeof body === 'object' && body !== null ? body : {}) as { [key: string]: unknown }
  const { id, at, battery } = told
  const key =
    typeof id === 'string' && KEY.test(id) ? id : at === undefined ? randomUUID() : digest(topic, payload)
  return { key, battery: batteryOf(battery) }
}

const digest = (topic: string, payload: Buffer): string =>
  createHash('sha256').update(topic).update('\n').update(payload).digest('hex')

const batteryOf = (battery: unknown): number | null =>
  typeof battery === 'number' && Number.isFinite(battery) && battery >= 0 && battery <= 100
    ? Math.round(battery)
    : null
