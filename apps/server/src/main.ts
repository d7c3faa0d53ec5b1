import { readdir, realpath, rm } from 'node:fs/promises'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { PRESETS, presetOf } from '@linli/presets'
import QRCode from 'qrcode'
import { openDemo } from './demo/index.ts'
import { backupCommand } from './house/backUp.ts'
import { exportRegionCommand, importRegionCommand } from './house/leaving.ts'
import { type HouseOptions, openHouse } from './house/openHouse.ts'
import { restoreCommand } from './house/restore.ts'
import { rotateKeysCommand } from './house/rotateKeys.ts'
import { openPostgres } from './house/withDatabase.ts'
import { BackupError } from './kernel/backup/problems.ts'
import { type Config, ConfigError, readConfig } from './kernel/config.ts'
import { CryptoError } from './kernel/crypto/provider.ts'
import { LeavingError } from './kernel/leaving/shape.ts'
import { AlreadyRunning, PostgresError } from './kernel/postgres/index.ts'
import { Problem } from './kernel/problem.ts'
import { foundAdmin } from './rooms/people/index.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** The address of this machine in its local network, for a phone beside it. */
function lanAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}

/** What codes and links begin with in the local network; a port taken by chance is known only to whoever asks there. */
const lanUrl = (port: string): string => (port === '0' ? '' : `http://${lanAddress()}:${port}`)

/** Database and house of the configured place; a house that cannot open leaves no database behind. */
async function open(config: Config, options: Pick<HouseOptions, 'log' | 'moreRooms'>) {
  const postgres = await openPostgres(config, say)
  try {
    const house = await openHouse({ ...postgres, config, place: presetOf(config.preset), ...options })
    return { postgres, house }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

async function start(config: Config, lan: boolean): Promise<void> {
  say('[3/4] 启动数据库 Starting the database …')
  const demo = openDemo()
  const { postgres, house } = await open(config, {
    log: { level: process.env.LOG_LEVEL ?? 'warn' },
    moreRooms: demo.rooms,
  })
  let doors: Awaited<ReturnType<typeof house.openDeviceDoors>> | undefined
  let stopping: Promise<void> | undefined
  const stop = (): Promise<void> =>
    (stopping ??= demo
      .stop()
      .then(() => doors?.stop())
      .then(house.close)
      .then(postgres.stop))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      say('正在停下，手上的请求办完就走 Stopping …')
      void stop().then(() => process.exit(0), fail)
    })
  }
  try {
    // The founding moves the clock through six past days, so nobody is let in before it is done.
    const town = config.demo ? await demo.found(house, say, config.demoIsLarge) : undefined
    const address = await house.app.listen({ port: config.port, host: config.host })
    await postgres.noteAddress(address)
    doors = await house.openDeviceDoors()
    await welcome(address, config, lan)
    if (town) demo.play(town, (error) => house.app.log.error(error, 'a simulated neighbour stumbled'))
  } catch (error) {
    const asked = stopping !== undefined // Ctrl-C while the town was founded: the next start goes on with it
    await stop()
    if (!asked) throw error
  }
}

async function welcome(address: string, config: Config, lan: boolean): Promise<void> {
  const { port } = new URL(address)
  const base = lan ? `http://${lanAddress()}:${port}` : address
  say('[4/4] 邻里已经开门 Linli is open')
  if (config.demo) say(`  走一单  Walk one order   ${base}/walk.html`)
  say(`  手机端  hand             ${base}/`)
  say(`  工作台  desk             ${base}/desk/`)
  say(`  大屏    wall             ${base}/wall/`)
  say(`  接口    API              ${base}/api/openapi.json`)
  if (lan) say(await QRCode.toString(base, { type: 'terminal', small: true }))
}

/** `npm run first-admin -- LOGIN NAME`: the first security administrator, who opens every other account; shown this once. */
async function makeFirstAdmin(config: Config, [login, ...words]: string[]): Promise<void> {
  const name = words.join(' ')
  if (!login || !/^[a-z][a-z0-9._-]{2,39}$/.test(login) || name === '')
    throw new ConfigError([
      '用法：npm run first-admin -- 登录名 姓名（登录名 3 到 40 位小写字母、数字或 . _ -）。 Usage: npm run first-admin -- LOGIN NAME.',
    ])
  const { postgres, house } = await open(config, { log: { level: 'warn' } })
  try {
    const admin = await foundAdmin(house, 1, { login, name })
    say(`登录名 login     ${admin.login}`)
    say(`密码   password  ${admin.password}`)
    say(`三天内登录，先换成自己的密码，再在“工作账号”里为其他人开通账号、任命区级管理员和审计员`)
    say(
      `Sign in within three days, choose a password of your own, then open the others' accounts on the desk`,
    )
    say(`请用验证器应用扫码，这两样只显示这一次 Scan with an authenticator app; both are shown this once`)
    say(await QRCode.toString(admin.totpUri, { type: 'terminal', small: true }))
    say(admin.totpUri)
  } finally {
    await house.close()
    await postgres.stop()
  }
}

/** Empties the embedded database, so that the next start founds the demo town anew. Never touches a DATABASE_URL. */
async function resetDemo(config: Config): Promise<void> {
  if (config.databaseUrl)
    throw new ConfigError([
      'demo:reset 只清空自带的数据库；DATABASE_URL 指向的数据库请由管理员处理。 demo:reset empties only the embedded database, never DATABASE_URL.',
    ])
  if (config.production)
    throw new ConfigError(['生产环境不能使用 demo:reset。 demo:reset is refused in production.'])
  const postgres = await openPostgres(config, () => undefined) // refuses while another process serves this directory
  await postgres.stop()
  const cluster = await realpath(join(config.dataDir, 'postgres')) // may be a link to a place that `nobody` may enter
  const progress = (await readdir(config.dataDir)).filter((name) => /^replay-.*\.done$/.test(name))
  const ours = ['postgres', 'postgres.port', 'secrets.json', 'files', ...progress]
  for (const path of [cluster, ...ours.map((name) => join(config.dataDir, name))])
    await rm(path, { recursive: true, force: true })
  say(
    '演示小镇已清空，下次 npm start 会重新建好。 The demo town is emptied; the next npm start founds it anew.',
  )
}

/** A mistake that a person can mend is a sentence; anything else shows where it happened. */
function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return `${error.words.zh} ${error.words.en}`
  const known = [ConfigError, AlreadyRunning, PostgresError, CryptoError, LeavingError, BackupError].some(
    (kind) => error instanceof kind,
  )
  if (error instanceof Error) return known ? error.message : (error.stack ?? error.message)
  return String(error)
}

function fail(error: unknown): void {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exit(1)
}

try {
  const args = process.argv.slice(2)
  const lan = args.includes('--lan')
  const config = readConfig(
    lan
      ? {
          ...process.env,
          HOST: '0.0.0.0',
          PUBLIC_URL: process.env.PUBLIC_URL || lanUrl(process.env.PORT || '4000'),
        }
      : process.env,
    Object.keys(PRESETS),
  )
  if (args[0] === 'demo:reset') await resetDemo(config)
  else if (args[0] === 'first-admin') await makeFirstAdmin(config, args.slice(1))
  else if (args[0] === 'backup') process.exitCode = await backupCommand(config, args.slice(1), say)
  else if (args[0] === 'restore') process.exitCode = await restoreCommand(config, args.slice(1), say)
  else if (args[0] === 'export-region')
    process.exitCode = await exportRegionCommand(config, args.slice(1), say)
  else if (args[0] === 'import-region')
    process.exitCode = await importRegionCommand(config, args.slice(1), say)
  else if (args[0] === 'rotate-keys') process.exitCode = await rotateKeysCommand(config, say)
  else await start(config, lan)
} catch (error) {
  fail(error)
}
