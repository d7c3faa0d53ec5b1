import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { PRESETS, presetOf } from '@linli/presets'
import { connectAsync, type MqttClient } from 'mqtt'
import pg from 'pg'
import { openHouse } from '../apps/server/src/house/openHouse.ts'
import { readConfig } from '../apps/server/src/kernel/config.ts'
import { newId } from '../apps/server/src/kernel/ids.ts'
import { temporaryPostgres } from '../apps/server/src/kernel/postgres/index.ts'
import { takingTurns } from '../apps/server/src/kernel/turns.ts'
import { keyHash } from '../apps/server/src/rooms/devices/actions/keep.ts'
import { onDatabase } from './town.ts'

// Every device of the largest place presses, each with its own connection to our broker: all in one minute, each message
// sent twice. `node bench/devices.ts [--devices 2400] [--seconds 60]`. Fails when an order is lost or doubled, or when the
// first offer of the slowest in a hundred comes after 2 s. The floor is as many bare orders by the same door.

const { values } = parseArgs({
  options: { devices: { type: 'string', default: '2400' }, seconds: { type: 'string', default: '60' } },
})
const [count, seconds] = [Number(values.devices), Number(values.seconds)]
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const KEY = 'key-of-the-bench'
const AT = '/s1/c1/g1/b1/'
const MOST_MILLISECONDS = 2000

const server = await temporaryPostgres({ given: undefined })
const dataDir = await mkdtemp(join(tmpdir(), 'linli-devices-'))
const config = readConfig({ DATA_DIR: dataDir, PORT: '0', MQTT_PORT: '0' }, Object.keys(PRESETS))
const house = await openHouse({ ...server, config, log: false, place: presetOf('xihu') })
const behind = new pg.Client({ connectionString: onDatabase(server.superuserUrl, server.ownerUrl) })
await behind.connect()
const doors = await house.openDeviceDoors()
const port = doors.broker?.port ?? 0
let failed = false

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? 0
const line = (name: string, times: readonly number[]): void => {
  const sorted = times.toSorted((a, b) => a - b)
  say(
    `${name}: p50 ${at(sorted, 0.5).toFixed(0)} ms, p99 ${at(sorted, 0.99).toFixed(0)} ms, most ${(sorted.at(-1) ?? 0).toFixed(0)} ms`,
  )
}

/** A building, one officer for it, and as many homes as devices. */
async function furnish(): Promise<string[]> {
  for (const [path, level] of [
    ['/s1/', 'street'],
    ['/s1/c1/', 'community'],
    ['/s1/c1/g1/', 'grid'],
    [AT, 'building'],
  ] as const)
    await behind.query(
      `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at) values (1, $1, $2, $3, $4, $5, $5, $6, now())`,
      [newId(), path, path.replace(/[^/]+\/$/, ''), level, path.split('/').at(-2), newId()],
    )
  const account = newId()
  await behind.query(
    `with a as (insert into accounts (id, created_at) values ($1, now())), p as (insert into people (region_id, id, account_id, name, path, created_at) values (1, $2, $1, '值班员', $3, now()))
     insert into grants (region_id, id, account_id, role, area_path, from_at) values (1, $2, $1, 'intake', '/s1/c1/', now())`,
    [account, newId(), AT],
  )
  const serials = Array.from({ length: count }, (_, n) => `XH-${String(n + 1).padStart(6, '0')}`)
  await behind.query(
    `with n as (select row_number() over () as n, serial, hash from unnest($1::text[], $2::bytea[]) as x(serial, hash)),
      folk as (insert into people (region_id, id, name, path, created_at) select 1, md5('folk' || n)::uuid, '老人', $3, now() from n),
      homes as (insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
        select 1, md5('home' || n)::uuid, $3, n::text, 'x', decode(md5('at' || n), 'hex'), now() from n)
     insert into devices (region_id, id, serial, kind, model, state, path, person_id, household_id, language, key_hash, key_at, bound_at, heard_at, version, by_person, added_at)
     select 1, md5('device' || n)::uuid, serial, 'button', 'K-1', 'bound', $3, md5('folk' || n)::uuid, md5('home' || n)::uuid, 'mandarin', hash, now(), now(), now(), 1, md5('folk' || n)::uuid, now() from n`,
    [serials, serials.map((serial) => keyHash(`1/${serial}`, KEY)), AT],
  )
  await behind.query('analyze')
  return serials
}

/** As many orders by the house's own door with nothing of devices, so many at once. */
async function floor(): Promise<number> {
  const turn = takingTurns(32)
  const person = (await behind.query<{ id: string }>(`select md5('folk1')::uuid as id`)).rows[0]?.id ?? ''
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: count }, () =>
      turn(() =>
        house.furniture.deviceNeeds.placeOrder(1, {
          id: newId(),
          path: AT,
          title: '基线',
          detail: '没有设备的单。',
          address: null,
          urgency: 'ordinary',
          placedBy: person,
          person,
          phone: null,
          name: null,
        }),
      ),
    ),
  )
  return (count / (performance.now() - begun)) * 1000
}

try {
  const serials = await furnish()
  const clients: MqttClient[] = []
  const turn = takingTurns(64)
  await Promise.all(
    serials.map((serial) =>
      turn(async () => {
        const client = await connectAsync({
          host: '127.0.0.1',
          port,
          username: `1/${serial}`,
          password: KEY,
          protocolVersion: 4,
          reconnectPeriod: 0,
          keepalive: 300,
        })
        client.on('error', () => undefined)
        clients.push(client)
      }),
    ),
  )
  say(`${clients.length} 台设备连上了 devices are connected`)
  const acknowledged: number[] = []
  const begun = performance.now()
  await Promise.all(
    serials.map(async (serial, n) => {
      await wait((n / count) * seconds * 1000)
      const client = clients.find(({ options }) => options.username === `1/${serial}`)
      if (!client) throw new Error('a device lost its line')
      const message = JSON.stringify({ id: `burst-${serial}` })
      const sent = performance.now()
      const first = client
        .publishAsync(`linli/1/${serial}/press`, message, { qos: 1 })
        .then(() => acknowledged.push(performance.now() - sent))
      await Promise.all([first, client.publishAsync(`linli/1/${serial}/press`, message, { qos: 1 })])
    }),
  )
  const took = (performance.now() - begun) / 1000
  await house.settle()
  const { rows } = await behind.query<{
    presses: number
    orders: number
    times: number
    doubled: number
    offered: number[]
  }>(
    `select count(*)::int as presses, count(distinct order_id)::int as orders, sum(presses)::int as times, (select count(*)::int from orders where channel = 'device') - count(distinct order_id)::int as doubled,
      (select array_agg(extract(epoch from relayed_at - at) * 1000) from outbox where topic = 'devices.pressed.1')::int[] as offered from device_presses`,
  )
  const [found] = rows
  say(
    `${count} 台各按一次、各发两遍，${took.toFixed(1)} s；按键 presses ${found?.presses}，单 orders ${found?.orders}，多出 doubled ${found?.doubled}，次 times ${found?.times}`,
  )
  line('按下到写进库并确认 press to committed acknowledgement', acknowledged)
  line('写进库到通知值班员 committed to the officer told', found?.offered ?? [])
  const offers = acknowledged.map((ack, n) => ack + (found?.offered[n] ?? 0)).toSorted((a, b) => a - b)
  const isWhole =
    found?.presses === count && found.orders === count && found.doubled === 0 && found.times === count
  const isQuick = at(offers, 0.99) < MOST_MILLISECONDS
  await Promise.all(clients.map((client) => client.endAsync(true)))
  const bare = await floor()
  say(
    `基线 floor: ${bare.toFixed(0)} 张没有设备的单每秒 bare orders a second; 按键 presses ${(count / took).toFixed(0)} 每秒 a second`,
  )
  failed = !isWhole || !isQuick
  say(failed ? '没有达到 NOT reached' : '都到了，没有丢、没有重 all there, none lost, none doubled')
} finally {
  await doors.stop()
  await house.close()
  await behind.end()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
