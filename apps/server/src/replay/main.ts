import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PRESETS } from '@linli/presets'
import { readConfig } from '../kernel/config.ts'
import { asMany, type Message, readMessages } from './messages.ts'
import { openProgress } from './progressFile.ts'
import { printedProofs, proofsOf } from './proofs.ts'
import { replay } from './replay.ts'
import { printed, readBack, reportOn } from './report.ts'
import { openStand, SIZES, type Size, type Stand, visit } from './stand.ts'
import { printedYardstick, yardstickOf } from './yardstick.ts'

const USAGE = [
  '用法 usage: npm run replay -- FILE.jsonl [--orders N] [--size demo|printed] [--seed S] [--at-once N] [--url http://127.0.0.1:4000]',
  '            npm run replay -- --yardstick REPLIES.jsonl',
].join('\n')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

type Wish = {
  readonly seed: string
  readonly atOnce: number
  readonly dataDir: string
  readonly name: string
  stopped(): boolean
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
      size: { type: 'string', default: 'demo' },
      seed: { type: 'string', default: '1' },
      url: { type: 'string' },
      'at-once': { type: 'string', default: '32' },
      yardstick: { type: 'string' },
    },
  })
  const config = readConfig(process.env, Object.keys(PRESETS))
  if (values.yardstick) {
    for (const line of printedYardstick(await yardstickOf(values.yardstick), config.preset)) say(line)
    return 0
  }
  const [file] = positionals
  const most = Number(values.orders ?? '1000')
  const atOnce = Number(values['at-once'])
  const size = SIZES.find((one) => one === values.size)
  if (!file || !size || !Number.isInteger(most) || most < 1 || !Number.isInteger(atOnce) || atOnce < 1) {
    say(USAGE)
    return 2
  }
  const { list, broken } = await readMessages(file, most)
  say(`${list.length} 条留言 messages，${broken} 行读不出 broken lines`)
  let stopped = false
  process.on('SIGINT', () => {
    if (stopped) process.exit(130)
    stopped = true
    say('停下，下次从这里接着 Stopping; the next run goes on from here …')
  })
  const stand = await open(config, size, values.url, () => stopped)
  const { seed } = values
  try {
    const messages = values.orders === undefined ? list : asMany(list, most)
    const name = size === 'printed' ? `printed-${seed}` : seed
    return await perform(stand, messages, {
      seed,
      name,
      atOnce,
      dataDir: config.dataDir,
      stopped: () => stopped,
    })
  } finally {
    await stand.close()
  }
}

/** The server that is named, the one that runs already, or a house of our own: a town of the printed size is always our own. */
async function open(
  config: ReturnType<typeof readConfig>,
  size: Size,
  named: string | undefined,
  stopped: () => boolean,
): Promise<Stand> {
  const running = `http://${config.host}:${config.port}`
  const url = named ?? (size === 'demo' && (await isOpen(running)) ? running : undefined)
  return url ? visit(url) : openStand(config, size, say, stopped)
}

async function perform(stand: Stand, messages: readonly Message[], wish: Wish): Promise<number> {
  const { call, troupe, house } = stand
  const progress = await openProgress(join(wish.dataDir, `replay-${wish.name.replace(/[^\w-]/g, '_')}.done`))
  const before = await house?.cpu()
  const already = messages.filter(({ id }) => progress.done.has(id)).length
  const begun = Date.now()
  const rate = (done: number): string => `${((done - already) / ((Date.now() - begun) / 1000)).toFixed(1)}/s`
  let told = Date.now()
  const result = await replay({
    call,
    troupe,
    messages,
    progress,
    ...wish,
    onProgress: (done, all) => {
      if (Date.now() - told < 5000 && done < all) return
      told = Date.now()
      say(`  ${done}/${all}  ${rate(done)}`)
    },
  })
  const { ids } = result
  const seconds = (Date.now() - begun) / 1000
  const fresh = ids.length - already
  say(
    `${ids.length}/${messages.length} 单办到底 orders ended，本次 ${fresh} 单 ${seconds.toFixed(0)} s，${(fresh / seconds).toFixed(2)} 单/s orders a second，${result.steps} 步 steps`,
  )
  await house?.settle()
  const after = await house?.cpu()
  if (before && after && fresh > 0) {
    const each = (used: number, since: number): string => `${(((used - since) / fresh) * 1000).toFixed(1)} ms`
    const database =
      after.database === undefined || before.database === undefined
        ? '?'
        : each(after.database, before.database)
    say(
      `每单 CPU per order: 客户端 client ${each(after.client, before.client)}，服务 server ${each(after.server, before.server)}，数据库 database ${database}`,
    )
  }
  const report = await reportOn(call, await troupe.admin(), await readBack(stand, ids))
  for (const line of printed(report)) say(line)
  say(`同时抢单 races ${result.races}，没抢到 claims lost ${result.claimsLost}`)
  say(`出错 errors ${result.errors.length}`)
  for (const line of result.errors.slice(0, 10)) say(`  ${line}`)
  const proofs = house ? await proofsOf(house.db) : []
  for (const line of printedProofs(proofs)) say(line)
  const proved = report.ledger.holds && proofs.every(({ differences }) => differences.length === 0)
  return result.errors.length === 0 && proved ? 0 : 1
}

process.exitCode = await main()
