import { PRESETS, presetOf } from '@linli/presets'
import { foundDemo } from '../demo/found.ts'
import { openHouse } from '../house/openHouse.ts'
import { openPostgres } from '../house/withDatabase.ts'
import { readConfig } from '../kernel/config.ts'
import { installPreset } from '../rooms/places/index.ts'

/** What the replay is told once the house is open, and the answers it gets. */
export type Opened = { readonly url: string; readonly appUrl: string; readonly appRole: string | undefined }
export type Question = { readonly id: number; readonly ask: 'settle' | 'cpu' | 'close' }
export type Reply = { readonly id: number; readonly value: number }

// The replay's own server, in a process of its own so that the players do not take its time. It ends with the replay.
const say = (line: string): void => void process.stdout.write(`${line}\n`)
process.on('SIGINT', () => undefined) // the replay leaves its orders in good order first, then asks to close
process.on('SIGTERM', () => undefined)

const config = readConfig({ ...process.env, DEMO: '1' }, Object.keys(PRESETS))
const postgres = await openPostgres(config, say)
const house = await openHouse({ ...postgres, config, log: { level: 'warn' } })
let closing: Promise<void> | undefined
const close = (): Promise<void> => (closing ??= house.close().then(postgres.stop))
process.on('disconnect', () => void close())

const answers: { readonly [ask in Question['ask']]: () => Promise<number> } = {
  settle: async () => {
    await house.settle()
    return 0
  },
  cpu: async () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  },
  close: async () => {
    await close()
    return 0
  },
}
process.on('message', ({ id, ask }: Question) => {
  answers[ask]().then(
    (value) => {
      process.send?.({ id, value } satisfies Reply)
      if (ask === 'close') process.disconnect()
    },
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
      process.exit(1)
    },
  )
})

try {
  await installPreset(house.db, 1, presetOf(config.preset), true)
  if (process.argv[2] === 'demo') await foundDemo(house, say)
  const url = await house.app.listen({ port: 0, host: '127.0.0.1' })
  const { appUrl, appRole } = postgres
  process.send?.({ url, appUrl, appRole } satisfies Opened)
} catch (error) {
  await close()
  throw error
}
