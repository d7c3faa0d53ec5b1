import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, connect as dial } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectAsync, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse } from '../../../../../../tests/kit/house.ts'
import { type PlantedDevice, plantDevice } from '../../../../../../tests/kit/houseDevices.ts'
import { HERE } from '../../../../../../tests/kit/houseGround.ts'
import { buildWorld, type World } from '../../../../../../tests/kit/houseWorld.ts'
import { newId } from '../../../kernel/ids.ts'
import { openBridge } from './bridge.ts'
import { type Broker, openBroker } from './broker.ts'
import { signatureOf } from './signature.ts'

const KEY = 'key-of-the-device-1'
const SECRET = 'a-secret-of-the-gateway-of-tests'
/** The real clients; where a machine has none, those tests are left out and say so. */
const clients = spawnSync('mosquitto_pub', ['--help']).error === undefined
const server = spawnSync('mosquitto', ['-h']).error === undefined
if (!clients)
  process.stderr.write(
    'mosquitto_pub is not installed: its tests are left out (apt-get install mosquitto-clients)\n',
  )
if (!server)
  process.stderr.write('mosquitto is not installed: its tests are left out (apt-get install mosquitto)\n')

let world: World
let broker: Broker
const reports: Error[] = []

const open = (port = 0) =>
  openBroker(
    world.house.furniture.deviceNeeds,
    { host: '127.0.0.1', port, isChosen: true, tls: undefined },
    (error) => reports.push(error),
  )
beforeAll(async () => {
  world = await buildWorld(
    await openTestHouse({ environment: { DEVICE_GATEWAYS: `vendor:${SECRET},abroad@2:${SECRET}` } }),
  )
  broker = await open()
})
afterAll(async () => {
  await broker.stop()
  await world.close()
})

const device = () => plantDevice(world, HERE, { key: KEY })
const user = ({ serial }: PlantedDevice): string => `1/${serial}`
const topic = ({ serial }: PlantedDevice, kind = 'press'): string => `linli/1/${serial}/${kind}`
async function times({ id }: PlantedDevice): Promise<number> {
  const { rows } = await world.admin.query<{ times: number }>(
    `select coalesce(sum(presses), 0)::int as times from device_presses where device_id = $1`,
    [id],
  )
  return rows[0]?.times ?? 0
}
const options = (one: PlantedDevice, password = KEY, port = broker.port) => ({
  host: '127.0.0.1',
  port,
  username: user(one),
  password,
  protocolVersion: 4 as const,
  reconnectPeriod: 0,
})

const closing = (client: MqttClient) => new Promise<void>((resolve) => client.once('close', () => resolve()))

describe('the broker', () => {
  it('takes a press of a device that signs in, and acknowledges what is committed', async () => {
    const one = await device()
    const client = await connectAsync(options(one))
    await client.publishAsync(topic(one), '{"id":"1","battery":77}', { qos: 1 })
    expect(await times(one)).toBe(1)
    await client.publishAsync(topic(one), '{"id":"1"}', { qos: 1 })
    await client.publishAsync(topic(one), '{"id":"2"}', { qos: 2 })
    await client.endAsync()
    expect(await times(one)).toBe(2)
    const { rows } = await world.admin.query(`select battery from devices where id = $1`, [one.id])
    expect(rows).toEqual([{ battery: 77 }])
  })

  it('lets nobody in with another key, another name, or none', async () => {
    const [one, other] = [await device(), await device()]
    await expect(connectAsync(options(one, 'wrong'))).rejects.toThrow('Not authorized')
    await expect(connectAsync({ ...options(one), username: '1/nobody' })).rejects.toThrow('Not authorized')
    await expect(connectAsync({ ...options(one), username: `2/${one.serial}` })).rejects.toThrow(
      'Not authorized',
    )
    const { username: _, password: __, ...nameless } = options(other)
    await expect(connectAsync(nameless)).rejects.toThrow('Not authorized')
  })

  it('lets a device say nothing for another, and hear nothing', async () => {
    const [one, other] = [await device(), await device()]
    const client = await connectAsync(options(one))
    const closed = closing(client)
    client.on('error', () => undefined)
    await expect(client.subscribeAsync('#')).rejects.toThrow()
    client.publish(topic(other), '{"id":"1"}', { qos: 1 })
    await closed
    await client.endAsync(true)
    expect(await times(other)).toBe(0)
  })

  it('does not let one device take the place of another by its client id', async () => {
    const [one, other] = [await device(), await device()]
    const first = await connectAsync({ ...options(one), clientId: user(one) })
    const second = await connectAsync({ ...options(other), clientId: user(one) })
    await first.publishAsync(topic(one), '{"id":"1"}', { qos: 1 })
    await second.publishAsync(topic(other), '{"id":"1"}', { qos: 1 })
    expect([await times(one), await times(other)]).toEqual([1, 1])
    await Promise.all([first.endAsync(), second.endAsync()])
  })

  it('hangs up on a packet that is too large, and on what is no protocol', async () => {
    const one = await device()
    const client = await connectAsync(options(one))
    client.on('error', () => undefined)
    const closed = closing(client)
    client.publish(topic(one), 'x'.repeat(20_000), { qos: 1 })
    await closed
    await client.endAsync(true)
    const line = dial(broker.port, '127.0.0.1')
    line.on('error', () => undefined)
    line.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await once(line, 'close')
    // A press without a readable word is still a press.
    const again = await connectAsync(options(one))
    await again.publishAsync(topic(one), Buffer.from([0xff, 0xfe, 0x00]), { qos: 1 })
    await again.endAsync()
    expect(await times(one)).toBe(1)
  })

  it('gets a press that was sent while it was away, once', async () => {
    const one = await device()
    const mine = await open()
    const { port } = mine
    const client = await connectAsync({
      ...options(one, KEY, port),
      reconnectPeriod: 50,
      clientId: newId(),
      clean: false,
    })
    client.on('error', () => undefined)
    await mine.stop()
    const sent = client.publishAsync(topic(one), '{"id":"away"}', { qos: 1 })
    const back = await open(port)
    await sent
    await client.endAsync()
    await back.stop()
    expect(await times(one)).toBe(1)
  })

  it('does not acknowledge what could not be written', async () => {
    const one = await device()
    const needs = world.house.furniture.deviceNeeds
    let down = true
    const failing = {
      ...needs,
      placeOrder: (region: number, wanted: Parameters<typeof needs.placeOrder>[1]) =>
        down ? Promise.reject(new Error('the database is away')) : needs.placeOrder(region, wanted),
    }
    const mine = await openBroker(
      failing,
      { host: '127.0.0.1', port: 0, isChosen: true, tls: undefined },
      () => undefined,
    )
    const client = await connectAsync({
      ...options(one, KEY, mine.port),
      reconnectPeriod: 50,
      clientId: newId(),
      clean: false,
    })
    client.on('error', () => undefined)
    const dropped = closing(client)
    const sent = client.publishAsync(topic(one), '{"id":"kept"}', { qos: 1 })
    await dropped
    down = false
    await sent
    await client.endAsync()
    await mine.stop()
    expect(await times(one)).toBe(1)
  })
})

describe.skipIf(!clients)('the mosquitto clients', () => {
  const pub = (one: PlantedDevice, ...more: string[]) =>
    new Promise<number | null>((resolve) => {
      const args = ['-h', '127.0.0.1', '-p', String(broker.port), '-V', '311', '-u', user(one), '-q', '1']
      spawn('mosquitto_pub', [...args, ...more], { stdio: 'ignore' }).on('exit', resolve)
    })

  it('press, with their key and no other', async () => {
    const one = await device()
    expect(await pub(one, '-P', KEY, '-t', topic(one), '-m', '{"id":"m1"}')).toBe(0)
    expect(await pub(one, '-P', KEY, '-t', topic(one), '-m', '{"id":"m1"}')).toBe(0)
    expect(await pub(one, '-P', KEY, '-t', topic(one), '-m', '')).toBe(0)
    expect(await pub(one, '-P', 'wrong', '-t', topic(one), '-m', '{"id":"m2"}')).not.toBe(0)
    expect(await times(one)).toBe(2)
  })

  it('hear nothing', async () => {
    const one = await device()
    const args = [
      '-h',
      '127.0.0.1',
      '-p',
      String(broker.port),
      '-V',
      '311',
      '-u',
      user(one),
      '-P',
      KEY,
      '-t',
      '#',
      '-C',
      '1',
    ]
    const listener = spawn('mosquitto_sub', args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [listener.stdout, listener.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString()
      })
    await once(listener, 'close')
    expect(said).toContain('denied')
  })
})

describe.skipIf(!server)('another broker', () => {
  let folder: string
  let mosquitto: ChildProcess
  let port = 0
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'linli-mosquitto-'))
    const probe = createServer().listen(0, '127.0.0.1')
    await once(probe, 'listening')
    const address = probe.address()
    port = typeof address === 'object' && address ? address.port : 0
    await new Promise((resolve) => probe.close(resolve))
    writeFileSync(
      join(folder, 'conf'),
      `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence false\nuser root\n`,
    )
    mosquitto = spawn('mosquitto', ['-c', join(folder, 'conf')], { stdio: 'ignore' })
  })
  afterAll(async () => {
    mosquitto.kill()
    await once(mosquitto, 'exit')
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([4, 5] as const)(
    'is listened to by its protocol %s, also for what came while nobody listened',
    async (version) => {
      const one = await device()
      const listen = async () => {
        const bridge = openBridge(
          world.house.furniture.deviceNeeds,
          { url: `mqtt://127.0.0.1:${port}`, version },
          (error) => reports.push(error),
        )
        await bridge.connected
        return bridge
      }
      const first = await listen()
      const client = await connectAsync(`mqtt://127.0.0.1:${port}`, { protocolVersion: version })
      await client.publishAsync(topic(one), '{"id":"b1"}', { qos: 1 })
      await client.publishAsync(topic(one), '{"id":"b1"}', { qos: 1 })
      await client.publishAsync(`linli/1/${one.serial}/toString`, 'garbage', { qos: 1 })
      await expect.poll(() => times(one)).toBe(1)
      await first.stop()
      await client.publishAsync(topic(one), '{"id":"b2"}', { qos: 1 })
      const second = await listen()
      await expect.poll(() => times(one)).toBe(2)
      await second.stop()
      await client.endAsync()
    },
  )
})

describe('the webhook', () => {
  const send = (
    body: string,
    more: { name?: string; secret?: string; at?: number; signature?: string } = {},
  ) => {
    const timestamp = String(Math.floor((more.at ?? Date.now()) / 1000))
    return world.house.app.inject({
      method: 'POST',
      url: `/hooks/devices/${more.name ?? 'vendor'}`,
      headers: {
        'content-type': 'application/json',
        'x-linli-timestamp': timestamp,
        'x-linli-signature':
          more.signature ?? `sha256=${signatureOf(more.secret ?? SECRET, timestamp, Buffer.from(body))}`,
      },
      payload: body,
    })
  }
  const report = ({ serial }: PlantedDevice, id: string, more: object = {}) => ({
    serial,
    kind: 'press',
    id,
    ...more,
  })

  it('takes what is signed, each message once, and says what became of each', async () => {
    const one = await device()
    const id = newId()
    const body = JSON.stringify({
      messages: [
        report(one, id),
        report(one, id),
        report(one, newId()),
        { serial: '?' },
        report({ ...one, serial: 'nobody' }, newId()),
      ],
    })
    const answer = await send(body)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ results: ['placed', 'repeated', 'joined', 'unreadable', 'unknown'] })
    expect((await send(body)).json()).toEqual({
      results: ['repeated', 'repeated', 'repeated', 'unreadable', 'unknown'],
    })
    expect(await times(one)).toBe(2)
  })

  it('takes nothing that is not signed, too old, of nobody or of another region', async () => {
    const one = await device()
    const body = JSON.stringify({ messages: [report(one, newId())] })
    const wrong = [
      { secret: 'another-secret-of-the-tests!' },
      { signature: '' },
      { signature: 'sha256=zz' },
      { at: Date.now() - 400_000 },
      { at: Date.now() + 400_000 },
      { name: 'nobody' },
    ]
    for (const more of wrong) expect((await send(body, more)).statusCode, JSON.stringify(more)).toBe(401)
    expect((await send(body, { name: 'abroad' })).json()).toEqual({ results: ['unknown'] })
    expect(await times(one)).toBe(0)
  })

  it.each(['', 'null', '[]', '{', '{"messages":{}}', JSON.stringify({ messages: Array(101).fill({}) })])(
    'refuses a body that is none: %s',
    async (body) => {
      expect((await send(body)).statusCode).toBe(400)
    },
  )

  it('refuses more than it can be meant for', async () => {
    expect((await send(`{"messages":["${'x'.repeat(70_000)}"]}`)).statusCode).toBe(413)
  })
})
