import { timingSafeEqual } from 'node:crypto'
import { createServer as createPlain, type Server, type Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { createServer as createSecure } from 'node:tls'
import { Aedes, type Client } from 'aedes'
import type { GatewaySettings } from '../../../kernel/gateways/settings.ts'
import { hear } from '../actions/hear.ts'
import { keyHash } from '../actions/keep.ts'
import type { DeviceNeeds } from '../needs.ts'
import { deviceBySerial } from '../store/devices.ts'
import { packetGate } from './gate.ts'
import { readMessage, readUser, userOf } from './message.ts'

export type Broker = { readonly port: number; stop(): Promise<void> }

/** A guess takes so long (milliseconds). */
const WRONG_WAITS = 500
const MOST_CONNECTIONS = 8000

/**
 * Our own broker: a device signs in with its region and serial number and its own key, and may publish its own messages
 * and nothing else; nobody may listen. A message of quality 1 is acknowledged after it is committed: what is lost on the
 * way, or while the house restarts, the device sends again.
 * @throws when the address is taken
 */
export async function openBroker(
  needs: DeviceNeeds,
  { host, port, tls }: NonNullable<GatewaySettings['broker']>,
  report: (error: Error) => void,
): Promise<Broker> {
  const signedIn = new WeakMap<Client, string>()
  const broker = await Aedes.createBroker({
    // Each device is one client under its own name: nobody takes another's place.
    preConnect: (_client, packet, done) => {
      if (packet.username !== undefined) packet.clientId = packet.username
      done(null, true)
    },
    authenticate: (client, user, key, done) => {
      const decide = async (): Promise<boolean> => {
        const named = readUser(user)
        if (!named || !key) return false
        const device = await deviceBySerial(needs.db, named.region, named.serial)
        if (!device?.keyHash || device.state === 'retired') return false
        const known = userOf(named.region, named.serial)
        if (!timingSafeEqual(device.keyHash, keyHash(known, key.toString('utf8')))) return false
        signedIn.set(client, known)
        return true
      }
      const answer = async (): Promise<void> => {
        const may = await decide().catch((error: Error) => {
          report(error)
          return false
        })
        if (!may) await wait(WRONG_WAITS)
        done(null, may)
      }
      void answer()
    },
    authorizePublish: (client, packet, done) => {
      const { topic, payload } = packet
      const message = readMessage(topic, Buffer.isBuffer(payload) ? payload : Buffer.from(payload))
      const user = client && signedIn.get(client)
      if (!message || !user || user !== userOf(message.region, message.serial))
        return done(new Error('not a message of this device'))
      packet.retain = false
      const answer = async (): Promise<void> => {
        try {
          await hear(needs, message, 'broker')
        } catch (error) {
          report(error as Error)
          return done(error as Error) // not acknowledged: it comes again
        }
        done(null)
      }
      void answer()
    },
    authorizeSubscribe: (_client, _subscription, done) => done(null, null),
    authorizeForward: () => null,
  })
  // A device that is turned away or drops its line is no news for the operators.
  broker.on('clientError', () => undefined)
  broker.on('connectionError', () => undefined)
  const take = (socket: Socket): void => {
    const gate = packetGate()
    const stream = Duplex.from({ readable: gate, writable: socket })
    const end = (): void => {
      socket.destroy()
      stream.destroy()
    }
    socket.on('error', end)
    gate.on('error', end)
    stream.on('error', end)
    socket.on('close', end)
    socket.pipe(gate)
    broker.handle(stream)
  }
  const server: Server = tls ? createSecure(tls, take) : createPlain(take)
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  server.on('error', report)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await new Promise<void>((resolve) => broker.close(() => resolve()))
      await closed
    },
  }
}
