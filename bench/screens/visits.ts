import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PRESETS, presetOf } from '@linli/presets'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import sql from 'sql-template-tag'
import { openHouse } from '../../apps/server/src/house/openHouse.ts'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { readConfig } from '../../apps/server/src/kernel/config.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { temporaryPostgres } from '../../apps/server/src/kernel/postgres/index.ts'
import { installPreset } from '../../apps/server/src/rooms/places/index.ts'
import { openAreas } from '../../scenarios/kit/town.ts'
import { launchBrowser, openPage } from '../../tests/kit/browser.ts'
import { sitDown } from '../town.ts'

// A day of a grid worker on the phone: an area of 500 households is taken along over a slow line; without a network its list
// opens, a household is found and 120 visits are written down, a quarter of them with a photo; then all of it goes out over the
// slow line. `node bench/screens/visits.ts`. Screens have to be built. Fails when the day takes longer than it may.

const GRID = '/s01/c01/g01/'
const MOST_SECONDS_A_DAY = 30
/** A line that does not get there at all is said, with what is left, instead of being waited for. */
const GIVEN_UP_AFTER_SECONDS = 600
/** As in a stairwell: 4 Mbit/s up, 10 down, a tenth of a second there and back. */
const SLOW_LINE = {
  offline: false,
  latency: 100,
  uploadThroughput: (4 * 1024 * 1024) / 8,
  downloadThroughput: (10 * 1024 * 1024) / 8,
}
const { values } = parseArgs({
  options: {
    doors: { type: 'string', default: '500' },
    visits: { type: 'string', default: '120' },
    photos: { type: 'string', default: '30' },
  },
})
const [doors, visits, photos] = [values.doors, values.visits, values.photos].map(Number)
if (!doors || !visits || !photos || visits > doors) throw new Error('whole numbers above nothing, please')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const directory = await mkdtemp(join(tmpdir(), 'linli-bench-visits-'))
const server = await temporaryPostgres({ given: undefined })
const config = readConfig({ DATA_DIR: directory, PORT: '0', PRESET: 'xihu' }, Object.keys(PRESETS))
const house = await openHouse({ ownerUrl: server.ownerUrl, appUrl: server.appUrl, config, log: false })
let browser: Browser | undefined
try {
  await installPreset(house.db, 1, presetOf('xihu'), false)
  const campaign = await prepared()
  const { token } = await sitDown(house.db, GRID, ['gridWorker'])
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
  const page = await openPage(browser, { width: 390, height: 844 })
  page.setDefaultTimeout(60_000)
  await page
    .context()
    .addCookies([{ name: 'linli_session', value: token, url: address, httpOnly: true, sameSite: 'Lax' }])
  await page.goto(`${address}/visits`)
  await page.getByRole('button', { name: '取到手机上' }).waitFor()
  const line = await page.context().newCDPSession(page)
  await line.send('Network.emulateNetworkConditions', SLOW_LINE)
  const take = await timed(async () => {
    await page.getByRole('button', { name: '取到手机上' }).click()
    await page.getByText(`已在手机上，${doors} 户`).waitFor()
  })
  await page.evaluate(() => navigator.serviceWorker.ready)
  say(`取 ${doors} 户 take: ${take} ms; 存 kept: ${Math.round((await inStore(page, 'areas')) / 1024)} KB`)
  await page.goto(`${address}/visits/${campaign}`)
  await page.locator('.door').first().waitFor()
  await line.send('Network.emulateNetworkConditions', { ...SLOW_LINE, offline: true })
  await page.context().setOffline(true)
  const open = await timed(async () => {
    await page.reload()
    await page.locator('.door').first().waitFor()
  })
  const find = await timed(async () => {
    await page.getByLabel('找一户').fill('b10 2401')
    await page.getByText('找到 1 户').waitFor()
  })
  say(`没有网络 offline: 打开名单 open ${open} ms, 找一户 find ${find} ms`)
  await page.getByLabel('找一户').fill('')
  const picture = await photo()
  const writing = await timed(async () => {
    for (let at = 0; at < visits; at += 1) {
      await visit(page, at < photos ? picture : undefined)
      if ((at + 1) % 30 === 0) say(`记下 written down: ${at + 1} of ${visits}`)
    }
  })
  say(`记 ${visits} 次 written down without a network: ${writing} ms`)
  await page.getByText(`未上传 ${visits + photos} 条`).waitFor()
  const weight = await inStore(page, 'photos')
  await page.context().setOffline(false)
  await line.send('Network.emulateNetworkConditions', SLOW_LINE)
  let safe = 0
  const all = await timed(async () => {
    const began = performance.now()
    for (;;) {
      const left = await stored()
      if (safe === 0 && left.visits === visits) safe = Math.round(performance.now() - began)
      if (left.visits === visits && left.photos === photos) return
      if (performance.now() - began > GIVEN_UP_AFTER_SECONDS * 1000)
        throw new Error(
          `after ${GIVEN_UP_AFTER_SECONDS} s there are ${left.visits} visits and ${left.photos} photos`,
        )
      const send = page.getByRole('button', { name: '现在上传' })
      if ((await send.count()) > 0) await send.click({ timeout: 1000 }).catch(() => undefined) // it goes out by itself meanwhile
      await page.waitForTimeout(200)
    }
  })
  say(
    `${visits} 次走访和 ${photos} 张照片（共 ${Math.round(weight / 1024)} KB）over 4 Mbit/s: 走访都到 visits safe ${safe} ms, 全部 all ${all} ms`,
  )
  say(
    `机器 machine: ${cpus().length} cores, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  )
  if (all > MOST_SECONDS_A_DAY * 1000) process.exitCode = 1
} finally {
  await browser?.close()
  await house.close()
  await server.stop()
  await rm(directory, { recursive: true, force: true })
}

/** Ten buildings of one grid with their households, where they stand, and a campaign over them. @returns its id */
async function prepared(): Promise<string> {
  const [campaign, by] = [newId(), newId()]
  const questions = [
    { key: 'help', kind: 'choice', label: '要不要帮忙', choices: ['有', '没有'], required: true },
    { key: 'door', kind: 'photo', label: '楼道照片', required: false },
  ]
  const building = sql`'b' || lpad(((n % 10) + 1)::text, 2, '0')`
  for (let at = 1; at <= 10; at += 1)
    await openAreas(house, presetOf('xihu'), `${GRID}b${String(at).padStart(2, '0')}/`)
  await house.db.commit(systemScope(1), [
    sql`insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
      select 1, gen_random_uuid(), ${GRID} || ${building} || '/', 1159000000 + n * 6000, 287000000 + n % 3 * 5000, app_now(), ${by}::uuid from generate_series(0, 9) n`,
    sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
      select 1, gen_random_uuid(), ${GRID} || ${building} || '/', ((n / 10 / 2 + 1) * 100 + n / 10 % 2 + 1)::text, '', '', app_now()
      from generate_series(0, ${doors}::int - 1) n`,
    sql`insert into campaigns (region_id, id, kind, name, path, from_on, to_on, by_person, at)
      values (1, ${campaign}, 'walk', '走访', ${GRID}, '2026-11-01', '2099-12-31', ${by}, app_now())`,
    sql`insert into visit_forms (region_id, id, campaign_id, version, questions, by_person, at)
      values (1, ${newId()}, ${campaign}, 1, ${JSON.stringify(questions)}::jsonb, ${by}, app_now())`,
  ])
  return campaign
}

async function visit(page: Page, picture: Buffer | undefined): Promise<void> {
  await page.locator('.door').first().click()
  await page.getByRole('radio', { name: '没有', exact: true }).check()
  if (picture) {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '楼道.jpg', mimeType: 'image/jpeg', buffer: picture })
    await page.getByText('第 1 张，存好后再上传').waitFor()
  }
  await page.getByRole('button', { name: '记好了' }).click()
  await page.getByLabel('找一户').waitFor()
}

/** As a phone's camera takes it: twelve megapixels that pack badly, so that the phone brings it as large as it may be. */
function photo(): Promise<Buffer> {
  return sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#888888',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer()
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return Math.round(performance.now() - began)
}

/** What a part of the phone's store weighs: pictures as they are, all else as text. */
function inStore(page: Page, name: string): Promise<number> {
  return page.evaluate(async (store) => {
    const names = await indexedDB.databases()
    const found = names.find((one) => one.name?.startsWith('linli.'))?.name
    if (!found) throw new Error('the phone has no store')
    const rows = await new Promise<unknown[]>((resolve, reject) => {
      const opening = indexedDB.open(found)
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const all = opening.result.transaction(store).objectStore(store).getAll()
        all.onsuccess = () => {
          resolve(all.result)
          opening.result.close()
        }
      }
    })
    const blobs = rows.map((row) => (row as { blob?: Blob }).blob?.size) // a photo's row has one
    return rows.reduce<number>(
      (sum, row, at) => sum + (blobs[at] ?? new TextEncoder().encode(JSON.stringify(row)).length),
      0,
    )
  }, name)
}

async function stored(): Promise<{ visits: number; photos: number }> {
  const [row] = await house.db.read<{ visits: number; photos: number }>(
    systemScope(1),
    sql`select (select count(*)::int from visit_records where region_id = 1) as visits, (select count(*)::int from visit_photos where region_id = 1) as photos`,
  )
  return row ?? { visits: 0, photos: 0 }
}
