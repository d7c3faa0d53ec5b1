import { setTimeout as wait } from 'node:timers/promises'
import { connect } from 'mqtt'
import type { GatewaySettings } from '../../../kernel/gateways/settings.ts'
import { hear } from '../actions/hear.ts'
import type { DeviceNeeds } from '../needs.ts'
import { EVERY_TOPIC, readMessage } from './message.ts'

export type Bridge = { readonly connected: Promise<void>; stop(): Promise<void> }

const AGAIN = 1000

/**
 * Listens to another broker, 3.1.1 or 5, which signs its devices in by its own rules. The session is kept there while we
 * are away, and a message is acknowledged after it is committed: while the database is away the broker waits too.
 */
export function openBridge(
  needs: DeviceNeeds,
  { url, version }: NonNullable<GatewaySettings['bridge']>,
  report: (error: Error) => void,
): Bridge {
  let stopping = false
  const client = connect(url, {
    protocolVersion: version,
    clientId: 'linli-bridge',
    clean: false,
    ...(version === 5 ? { properties: { sessionExpiryInterval: 7 * 24 * 3600 } } : {}),
    reconnectPeriod: AGAIN,
    resubscribe: true,
  })
  client.handleMessage = ({ topic, payload }, done) => {
    const message = readMessage(topic, Buffer.isBuffer(payload) ? payload : Buffer.from(payload))
    const heard = async (): Promise<void> => {
      while (message && !stopping) {
        try {
          await hear(needs, message, 'bridge')
          return
        } catch (error) {
          report(error as Error)
          await wait(AGAIN)
        }
      }
    }
    const answer = async (): Promise<void> => {
      await heard()
      if (!stopping) done()
    }
    void answer()
  }
  client.on('error', report)
  const connected = new Promise<void>((resolve) => {
    client.on('connect', () => {
      client.subscribe(EVERY_TOPIC, { qos: 1 }, (error) => {
        if (error) report(error)
        else resolve()
      })
    })
  })
  return {
    connected,
    stop: async () => {
      stopping = true
      await client.endAsync(true)
    },
  }
}
