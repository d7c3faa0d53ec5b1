import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PRESETS, presetOf } from '@linli/presets'
import type { Browser, Page } from 'playwright-core'
import { openHouse } from '../../apps/server/src/house/openHouse.ts'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { readConfig } from '../../apps/server/src/kernel/config.ts'
import { temporaryPostgres } from '../../apps/server/src/kernel/postgres/index.ts'
import { installPreset } from '../../apps/server/src/rooms/places/index.ts'
import { launchBrowser, openPage } from '../../tests/kit/browser.ts'
import { drawnGrids } from '../../tests/kit/outlines.ts'
import { sitDown } from '../town.ts'

// The desk's map of a county's grids in a real browser: `node bench/screens/map.ts`. From the answer with the outlines to a picture of
// the map that shows them and can be moved, beside the floor: the same page with one grid, in the same rounds by turns. Screens have to be built.
// Fails when the county's map takes longer than it may, or many times the floor.

const MOST_MILLISECONDS = 1000
const TRACED = [
  'devtools.timeline',
  'blink.user_timing',
  'gpu',
  'toplevel',
  'disabled-by-default-v8.cpu_profiler',
]
const { values } = parseArgs({
  options: {
    grids: { type: 'string', default: '1460' },
    rounds: { type: 'string', default: '7' },
    /** Slows the processor this many times: an old computer. */
    slower: { type: 'string', default: '1' },
    trace: { type: 'string' },
  },
})
const [grids, rounds, slower] = [values.grids, values.rounds, values.slower].map(Number)
if (!grids || !rounds || !slower) throw new Error('whole numbers above nothing, please')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const directory = await mkdtemp(join(tmpdir(), 'linli-bench-map-'))
const server = await temporaryPostgres({ given: undefined })
const config = readConfig({ DATA_DIR: directory, PORT: '0', PRESET: 'xihu' }, Object.keys(PRESETS))
const house = await openHouse({ ownerUrl: server.ownerUrl, appUrl: server.appUrl, config, log: false })
let browser: Browser | undefined
try {
  await installPreset(house.db, 1, presetOf('xihu'), false)
  await house.db.commit(systemScope(1), [...drawnGrids('/s08/c01/', 1), ...drawnGrids('/s09/c01/', grids)])
  const { token } = await sitDown(house.db, '/', ['regionAdmin'])
  const address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser({ map: true })
  const page = await openPage(browser, { width: 1440, height: 1000 })
  await page
    .context()
    .addCookies([{ name: 'linli_session', value: token, url: address, httpOnly: true, sameSite: 'Lax' }])
  if (slower > 1)
    await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower })
  const times: { floor: Drawn[]; county: Drawn[] } = { floor: [], county: [] }
  for (let round = -1; round < rounds; round += 1)
    for (const [name, at] of [
      ['floor', '/s08/'],
      ['county', '/s09/'],
    ] as const) {
      const drawn = await drawnOnce(
        page,
        `${address}/desk/places/map?at=${encodeURIComponent(at)}&level=grid`,
      )
      if (round >= 0) times[name].push(drawn) // the first round fills the browser's cache
    }
  for (const [name, words] of [
    ['floor', '1 个网格（下限） 1 grid, the floor'],
    ['county', `${grids} 个网格 ${grids} grids`],
  ] as const)
    say(
      `${words}: 数据到齐后 after the data p50 ${middle(times[name].map(({ afterData }) => afterData))} ms, 最久 longest ${Math.max(...times[name].map(({ afterData }) => afterData)).toFixed(0)} ms; 打开整页 whole page p50 ${middle(times[name].map(({ whole }) => whole))} ms`,
    )
  const [county, floor] = [times.county, times.floor].map((list) =>
    Number(middle(list.map(({ afterData }) => afterData))),
  )
  say(`比 ratio ${((county ?? 0) / Math.max(floor ?? 0, 1)).toFixed(2)}`)
  if (values.trace)
    await traced(browser, page, `${address}/desk/places/map?at=%2Fs09%2F&level=grid`, values.trace)
  if ((county ?? 0) > MOST_MILLISECONDS) process.exitCode = 1
} finally {
  await browser?.close()
  await house.close()
  await server.stop()
  await rm(directory, { recursive: true, force: true })
}

type Drawn = { readonly afterData: number; readonly whole: number }

/** A picture of the map is taken as soon as it says that it is ready: whatever the browser still had to draw is waited for. */
async function drawnOnce(page: Page, url: string): Promise<Drawn> {
  await page.goto('about:blank')
  await page.goto(url)
  const map = page.locator('.map[data-ready]')
  await map.waitFor({ timeout: 120_000 })
  await map.screenshot()
  return page.evaluate(() => {
    const seen = performance.mark('seen').startTime
    const answered = performance
      .getEntriesByType('resource')
      .flatMap((entry) =>
        entry instanceof PerformanceResourceTiming && entry.name.includes('/api/outlines')
          ? [entry.responseEnd]
          : [],
      )
    return { afterData: seen - Math.max(...answered), whole: seen }
  })
}

/** What every thread of the browser did meanwhile, to be opened in the browser's own tools. */
async function traced(from: Browser, page: Page, url: string, path: string): Promise<void> {
  await from.startTracing(page, { path, categories: TRACED })
  await drawnOnce(page, url)
  await from.stopTracing()
}

function middle(times: readonly number[]): string {
  return (times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN).toFixed(0)
}
