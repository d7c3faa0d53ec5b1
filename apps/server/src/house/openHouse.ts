import { join } from 'node:path'
import type { Preset } from '@linli/contract'
import { openCodes } from '../kernel/auth/codes.ts'
import { doorRooms } from '../kernel/auth/doors/http.ts'
import { factorsRoom } from '../kernel/auth/factorsRoom.ts'
import { signInRoom } from '../kernel/auth/http.ts'
import { openPasskeys } from '../kernel/auth/passkeys/passkeys.ts'
import { sweepQuestions } from '../kernel/auth/passkeys/questions.ts'
import { openBreachedFile } from '../kernel/auth/passwordRules/breachedFile.ts'
import { openPasswords } from '../kernel/auth/passwords.ts'
import { passwordsRoom } from '../kernel/auth/passwordsRoom.ts'
import { openSessions } from '../kernel/auth/sessions.ts'
import type { Config } from '../kernel/config.ts'
import { openCrypto } from '../kernel/crypto/keys.ts'
import { openDatabase } from '../kernel/db/database.ts'
import { assertDurable } from '../kernel/db/durable.ts'
import { migrateDatabase, migrationsHere } from '../kernel/db/migrate.ts'
import { jobsDue, openOwnerPool } from '../kernel/db/ownerPool.ts'
import type { Room } from '../kernel/http/room.ts'
import { createServer, describe } from '../kernel/http/serve.ts'
import { every } from '../kernel/jobs/ticker.ts'
import { migrateJobs, startWorker } from '../kernel/jobs/worker.ts'
import { createHub } from '../kernel/live/hub.ts'
import { listenLive } from '../kernel/live/listen.ts'
import { tilesOrigin } from '../kernel/map/settings.ts'
import { openMetrics } from '../kernel/metrics/metrics.ts'
import { startRelay } from '../kernel/outbox/relay.ts'
import { addDeviceWebhook, openDeviceDoors } from '../rooms/devices/index.ts'
import { openDoor } from '../rooms/open311/index.ts'
import { archivePast, fireDeadlines, recountDeadlines, warnOfUnknownYear } from '../rooms/orders/index.ts'
import { installPreset } from '../rooms/places/index.ts'
import { guestsRoom } from '../rooms/stations/index.ts'
import { startNights } from './backupNights.ts'
import { type Furnishing, furnish } from './furnish.ts'
import { addHealth } from './health.ts'
import { addMetrics, readFigures } from './metricsPage.ts'
import { addOpen311 } from './open311.ts'
import { addScreens, pageFallback } from './screens.ts'
import { addTiles } from './tiles.ts'
import { refuseUnfinished } from './unfinished.ts'

const NO_SENDER =
  '没有设置 CODE_SENDER：居民收不到验证码，只有工作人员能登录。 CODE_SENDER is not set: residents receive no codes, only staff can sign in.'

export type HouseOptions = {
  ownerUrl: string
  appUrl: string
  /** Role taken on each connection when both URLs are one login's. */
  appRole?: string
  config: Config
  log: { level: string; stream?: { write(line: string): void } } | false
  onError?(error: Error): void
  /** The place that region 1 is founded from, or brought to, before any of the house's own work begins. */
  place?: Preset
  /** Rooms that are not part of every house: the demo's. */
  moreRooms?(furnishing: Furnishing): Room[]
}

export type House = Awaited<ReturnType<typeof openHouse>>

/**
 * Puts the house together: migrates, founds its place, opens pools, rooms, web server, relay, jobs and deadlines. Listening is the caller's.
 * @throws when the database is not durable, a migration was changed, an operation has no policy, or the region was founded as
 *   another place (`otherPreset`)
 */
export async function openHouse(options: HouseOptions) {
  const { config } = options
  await refuseUnfinished(config)
  await migrateDatabase(options.ownerUrl)
  await migrateJobs(options.ownerUrl)
  let report: (error: Error) => void = options.onError ?? (() => undefined)
  const db = openDatabase({
    url: options.appUrl,
    poolSize: config.poolSize,
    onError: (error) => report(error),
    ...(options.appRole ? { role: options.appRole } : {}),
  })
  await assertDurable(db.pool)
  const ownerPool = openOwnerPool(options.ownerUrl, (error) => report(error))
  const prepare = async () => {
    if (options.place) await installPreset(db, 1, options.place, config.demo)
    return openCrypto(ownerPool, config)
  }
  const crypto = await prepare().catch(async (error: unknown) => {
    await ownerPool.end()
    await db.close()
    throw error
  })
  const hub = createHub()
  const sessions = openSessions(db, config.securityProfile)
  const furnishing: Furnishing = {
    db,
    ownerPool,
    crypto,
    config,
    sessions,
    log: (line) => app.log.info(line),
    warn: (line) => app.log.warn(line),
  }
  const furniture = furnish(furnishing)
  const { orderNeeds, regions } = furniture
  const rooms = [...furniture.rooms, ...(options.moreRooms?.(furnishing) ?? [])]
  const codes = openCodes({
    db,
    crypto,
    sender: furniture.codeSender,
    findOrCreatePerson: furniture.findOrCreatePerson,
    accountOfNumber: furniture.accountOfNumber,
    limits: { budgetPerDay: config.doors.codesPerDay },
    warn: furnishing.warn,
  })
  const doors = doorRooms({
    db,
    crypto,
    sessions,
    codes,
    findPerson: furniture.findPerson,
    settings: config.doors,
    showCodes: config.demo,
    warn: furnishing.warn,
  })
  const { securityProfile: profile, breachedPasswords } = config
  const breached = breachedPasswords ? await openBreachedFile(breachedPasswords) : undefined
  const { findPerson, wordsAbout } = furniture
  const passwords = openPasswords({ db, crypto, findPerson, wordsAbout, profile, breached })
  for (const region of await regions()) await furniture.countOnce(region)
  const relay = startRelay(ownerPool, rooms, { onError: (error) => report(error) })
  const metrics = config.metricsToken ? openMetrics(() => readFigures(ownerPool, db)) : undefined
  let stopping = false
  let jobsRunning = false
  const app = await createServer({
    db,
    hub,
    rooms: [
      signInRoom({ db, sessions, codes, passwords, nameOf: furniture.nameOf, showCodes: config.demo }),
      factorsRoom({
        db,
        crypto,
        codes,
        sessions,
        passkeys: openPasskeys({ db, findPerson: furniture.findPerson }),
        phoneOf: furniture.phoneOf,
        nameOf: furniture.nameOf,
        showCodes: config.demo,
      }),
      passwordsRoom({ db, sessions, passwords, profile, hasBreachedFile: breached !== undefined }),
      ...doors.rooms,
      guestsRoom({ db, crypto, codes, sessions, showCodes: config.demo }),
      ...rooms,
    ],
    resolveSession: (token) => sessions.resolve(token),
    defaultRegion: () => 1,
    publicUrl: config.publicUrl,
    secureCookies: config.production,
    tilesFrom: config.map.tiles && !config.map.tiles.isFile ? tilesOrigin(config.map.tiles.url) : undefined,
    trustedProxies: config.trustedProxies,
    limits: config.limits,
    metrics,
    frames: config.demo,
    fallback: pageFallback,
    afterCommand: () => relay.nudge(),
    log: options.log,
  })
  if (!config.demo && !config.doors.codeSender) app.log.warn(NO_SENDER)
  report = options.onError ?? ((error) => app.log.error(describe(error), 'background work failed'))
  const worker = await startWorker(ownerPool, rooms, (error, event) =>
    app.log.error(
      { ...describe(error), topic: event?.topic },
      event ? 'listener failed' : 'background work failed',
    ),
  )
  jobsRunning = true
  worker.promise.catch((error: Error) => report(error)).finally(() => (jobsRunning = false))
  const live = listenLive(options.ownerUrl, hub, (error) => report(error))
  const tickers = [
    startNights({ db, config, warn: (line) => app.log.error(line) }, (error) => report(error)),
    every(
      2000,
      () => hub.renew((ids) => sessions.present(ids)),
      (error) => report(error),
    ),
    every(
      1000,
      async () => {
        for (const region of await regions()) {
          await furniture.goOnPresses(region)
          await recountDeadlines(orderNeeds, region)
          await fireDeadlines(orderNeeds, region)
        }
      },
      (error) => report(error),
    ),
    every(
      3000,
      async () => {
        for (const region of await regions()) {
          await furniture.endWaiting(region)
          await furniture.ownData.makeCopies(region)
          await furniture.alarmCare(region)
          await furniture.tendQuiet(region)
          await furniture.deliver(region)
          await furniture.planRosters(region)
        }
      },
      (error) => report(error),
    ),
    every(
      3000,
      async () => {
        for (const region of await regions()) await furniture.countGround(region)
      },
      (error) => report(error),
    ),
    every(
      5000,
      async () => {
        for (const region of await regions()) await furniture.sealAudit(region)
      },
      (error) => report(error),
    ),
    every(
      3600_000,
      async () => {
        for (const region of await regions()) {
          await furniture.hourly(region)
          await warnOfUnknownYear(orderNeeds, region)
          await archivePast(orderNeeds, region)
        }
        await codes.sweep()
        await doors.sweep()
        await db.global(sweepQuestions)
      },
      (error) => report(error),
    ),
  ]
  const migrations = migrationsHere()
  addHealth(app, { pool: db.pool, migrations, jobsRunning: () => jobsRunning, stopping: () => stopping })
  if (metrics && config.metricsToken) addMetrics(app, metrics, config.metricsToken)
  if (config.map.file) addTiles(app, config.map.file)
  await addOpen311(app, openDoor(furniture.open311Needs), {
    defaultRegion: () => 1,
    publicUrl: config.publicUrl,
    secureCookies: config.production,
    afterCommand: () => relay.nudge(),
  })
  addDeviceWebhook(app, furniture.deviceNeeds, config.devices.gateways)
  await addScreens(app)
  return {
    app,
    db,
    crypto,
    sessions,
    hub,
    orderNeeds,
    config,
    furniture,
    filesDirectory: join(config.dataDir, 'files'),
    /** Opens the broker and the bridge that the settings name; what is open ends with whoever opened it, before the house. */
    openDeviceDoors: () =>
      openDeviceDoors(furniture.deviceNeeds, config.devices, {
        report: (error) => report(error),
        warn: furnishing.warn,
      }),
    /** Runs relay and jobs until nothing is left: for tests and the demo's founding. */
    settle: async (): Promise<void> => {
      for (;;) {
        await relay.idle()
        if ((await jobsDue(ownerPool)) === 0) return
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    close: async (): Promise<void> => {
      stopping = true
      await app.close()
      await Promise.all(tickers.map((ticker) => ticker.stop()))
      await relay.stop()
      await worker.stop()
      await live.stop()
      await ownerPool.end()
      await db.close()
    },
  }
}
