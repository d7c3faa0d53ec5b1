import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PRESETS, presetOf } from '@linli/presets'
import { foundDemo } from '../demo/found.ts'
import { clientOf } from '../drive/client.ts'
import { overHttp } from '../drive/wire.ts'
import { openHouse } from '../house/openHouse.ts'
import { openPostgres } from '../house/withDatabase.ts'
import { type Config, readConfig } from '../kernel/config.ts'
import { installPreset } from '../rooms/places/index.ts'
import { readMessages } from './messages.ts'
import { openProgress } from './progressFile.ts'
import { replay } from './replay.ts'
import { printed, reportOn } from './report.ts'
import { ownTroupe, seatTroupe, type Troupe } from './troupe.ts'

const USAGE =
  '用法 usage: npm run replay -- FILE.jsonl [--orders N] [--seed S] [--at-once N] [--url http://127.0.0.1:4000]'
const say = (line: string): void => void process.stdout.write(`${line}\n`)

type Stand = { readonly url: string; readonly troupe: Troupe; close(): Promise<void> }

/** Plays against a server that runs already: its demo seats do the work. */
async function visit(url: string): Promise<Stand> {
  return { url, troupe: await seatTroupe(clientOf(overHttp(url))), close: async () => undefined }
}

/** A house of our own on a free port, over the data directory's database. */
async function open(config: Config): Promise<Stand> {
  const postgres = await openPostgres(config, say)
  const house = await openHouse({ ...postgres, config, log: { level: 'warn' } })
  const close = async (): Promise<void> => {
    await house.close()
    await postgres.stop()
  }
  try {
    await installPreset(house.db, 1, presetOf(config.preset), config.demo)
    const url = await house.app.listen({ port: 0, host: '127.0.0.1' })
    return { url, troupe: ownTroupe(await foundDemo(house, say)), close }
  } catch (error) {
    await close()
    throw error
  }
}

const isOpen = (url: string): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false, // nobody answers there: we open a house of our own
  )

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      orders: { type: 'string' },
      seed: { type: 'string' },
      url: { type: 'string' },
      'at-once': { type: 'string' },
    },
  })
  const [file] = positionals
  const most = Number(values.orders ?? '1000')
  const atOnce = Number(values['at-once'] ?? '16')
  if (!file || !Number.isInteger(most) || most < 1 || !Number.isInteger(atOnce) || atOnce < 1) {
    say(USAGE)
    return 2
  }
  const config = readConfig(process.env, Object.keys(PRESETS))
  const seed = values.seed ?? '1'
  const { list, broken } = await readMessages(file, most)
  say(`${list.length} 条留言 messages，${broken} 行读不出 broken lines`)
  const running = `http://${config.host}:${config.port}`
  const url = values.url ?? ((await isOpen(running)) ? running : undefined)
  let stopped = false
  process.on('SIGINT', () => {
    if (stopped) process.exit(130)
    stopped = true
    say('停下，下次从这里接着 Stopping; the next run goes on from here …')
  })
  const stand = url ? await visit(url) : await open(config)
  try {
    return await perform(stand, list, { seed, atOnce, dataDir: config.dataDir, stopped: () => stopped })
  } finally {
    await stand.close()
  }
}

type Wish = { readonly seed: string; readonly atOnce: number; readonly dataDir: string; stopped(): boolean }

async function perform(
  { url, troupe }: Stand,
  messages: Awaited<ReturnType<typeof readMessages>>['list'],
  wish: Wish,
): Promise<number> {
  const call = clientOf(overHttp(url))
  const progress = await openProgress(join(wish.dataDir, `replay-${wish.seed.replace(/[^\w-]/g, '_')}.done`))
  const begun = Date.now()
  let told = Date.now()
  const result = await replay({
    call,
    troupe,
    messages,
    progress,
    ...wish,
    onProgress: (done, all) => {
      if (Date.now() - told < 2000 && done < all) return
      told = Date.now()
      say(`  ${done}/${all}`)
    },
  })
  const report = await reportOn(call, await troupe.admin(), result.ids)
  say(
    `${result.ids.length}/${messages.length} 单办到底 orders ended，本次 ${((Date.now() - begun) / 1000).toFixed(0)} s，${result.steps} 步 steps`,
  )
  for (const line of printed(report)) say(line)
  say(`同时抢单 races ${result.races}，没抢到 claims lost ${result.claimsLost}`)
  say(`出错 errors ${result.errors.length}`)
  for (const line of result.errors.slice(0, 10)) say(`  ${line}`)
  return result.errors.length === 0 && report.ledger.holds ? 0 : 1
}

process.exitCode = await main()
