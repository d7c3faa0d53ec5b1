import { PRESETS } from '@linli/presets'
import { openHouse } from '../../apps/server/src/house/openHouse.ts'
import { readConfig } from '../../apps/server/src/kernel/config.ts'

// Our own server with everything on: session, permission, row-level security, idempotency, events, outbox, relay and jobs.
const { OWNER_URL: ownerUrl, APP_URL: appUrl } = process.env
if (!ownerUrl || !appUrl) throw new Error('OWNER_URL and APP_URL are needed')
const config = readConfig({ ...process.env, DEMO: '0' }, Object.keys(PRESETS))
const house = await openHouse({
  ownerUrl,
  appUrl,
  config,
  log: { level: 'error' },
  onError: (error) => process.stderr.write(`${error.stack ?? error.message}\n`),
})
const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ address })
process.on('SIGTERM', () => void house.close().then(() => process.exit(0)))
