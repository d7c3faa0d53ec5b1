import type { GatewaySettings } from '../../../kernel/gateways/settings.ts'
import type { DeviceNeeds } from '../needs.ts'
import { openBridge } from './bridge.ts'
import { type Broker, openBroker } from './broker.ts'

export type DeviceDoors = { readonly broker: Broker | undefined; stop(): Promise<void> }

type Tell = { report(error: Error): void; warn(line: { readonly [name: string]: unknown }): void }

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')

/**
 * Opens the doors of devices that the settings name. A second instance on the same machine finds the usual port taken and
 * goes on without a broker of its own, unless its address was chosen.
 * @throws when a chosen address cannot be had
 */
export async function openDeviceDoors(
  needs: DeviceNeeds,
  { broker: settings, bridge: outside }: GatewaySettings,
  { report, warn }: Tell,
): Promise<DeviceDoors> {
  let broker: Broker | undefined
  if (settings) {
    if (!settings.tls && !isLoopback(settings.host))
      warn({ message: 'devices sign in without TLS: their keys travel in clear', host: settings.host })
    try {
      broker = await openBroker(needs, settings, report)
    } catch (error) {
      if (settings.isChosen) throw error
      warn({ message: 'the port of the broker is taken; devices come in elsewhere', port: settings.port })
    }
  }
  const bridge = outside ? openBridge(needs, outside, report) : undefined
  return {
    broker,
    stop: async () => {
      await bridge?.stop()
      await broker?.stop()
    },
  }
}
