import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sql, { type Sql } from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { openAreas, seat } from '../../scenarios/kit/town.ts'
import type { Desk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, axe, openPage, shoot } from '../kit/browser.ts'
import { type Office, openOffice } from '../kit/office.ts'
import { drawnGrids, geoJsonFile, square } from '../kit/outlines.ts'
import { chessboard, shareOf } from '../kit/tiles.ts'

const COMMUNITY = '/s01/c01/'
const WEST = 115.9
const SOUTH = 28.65
const SIDE = 0.002
/** How wide the earth is one step below the nearest view, 17. */
const WORLD_PIXELS = 512 * 2 ** 16

/** The colour of an outline's line. */
const OUTLINE = [11, 87, 208] as const
/** The ground of the map's file: grass and water. */
const GROUND = [
  [200, 230, 180],
  [170, 205, 235],
] as const

/** Waits until the map has drawn itself once. */
const mapReady = (page: Page) => page.locator('.outline-map[data-ready]').waitFor({ timeout: 60_000 })
const outlinesKept = (office: Office) =>
  office.rows<{ path: string; outline: { coordinates: [number, number][][][] } }>(
    sql`select path, outline from area_outlines where region_id = 1 and to_at is null order by path`,
  )

/** A running campaign over the region with a household in each grid named, of whose first ones there are outcomes. */
function walked(grids: readonly string[], outcomes: readonly string[]): Sql[] {
  const [id, form] = [newId(), newId()]
  const homes = grids.map((grid, at) => ({
    id: newId(),
    record: newId(),
    path: `${COMMUNITY}${grid}/`,
    room: String(at),
    outcome: outcomes[at] ?? null,
  }))
  const rows = sql`jsonb_to_recordset(${JSON.stringify(homes)}::jsonb) as n(id uuid, record uuid, path text, room text, outcome text)`
  return [
    sql`insert into campaigns (region_id, id, kind, name, path, from_on, to_on, by_person, at)
      values (1, ${id}, 'walk', '秋季敲门', '/', current_date - 1, current_date + 1, ${id}, app_now())`,
    sql`insert into visit_forms (region_id, id, campaign_id, version, questions, by_person, at)
      values (1, ${form}, ${id}, 1, '[]', ${id}, app_now())`,
    sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
      select 1, n.id, n.path, n.room, 'x', decode(replace(n.id::text, '-', ''), 'hex'), app_now() from ${rows}`,
    sql`insert into visit_records (region_id, id, visit_id, campaign_id, household_id, path, form_id, replaces, outcome, answers, order_ids, by_person, device_at, at)
      select 1, n.record, n.record, ${id}, n.id, n.path, ${form}, '{}', n.outcome, '{}', '{}', ${id}, app_now(), app_now()
      from ${rows} where n.outcome is not null`,
  ]
}

describe('outlines on a map and in the list beside it', () => {
  let office: Office
  let desk: Desk

  let directory: string

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'linli-map-'))
    const file = join(directory, 'town.pmtiles')
    await writeFile(file, await chessboard(WEST, SOUTH, [10, 16], GROUND))
    office = await openOffice({
      map: true,
      environment: { TILES_FILE: file, TILES_ATTRIBUTION: '测试底图 GS(2026)0001号' },
    })
    const { town } = office
    await seat(town, 'xihu', {
      name: '郑伟',
      post: '区级管理员',
      where: '/',
      phone: '',
      skill: '',
      homeEntry: false,
    })
    for (const grid of ['g01', 'g02', 'g03']) await openAreas(town.house, town.preset, `${COMMUNITY}${grid}/`)
    desk = await office.sitDown('郑伟')
  })
  afterAll(async () => {
    await office.close()
    await rm(directory, { recursive: true, force: true })
  })

  const openMap = async (at = COMMUNITY) => {
    await desk.open(`/places/map?at=${encodeURIComponent(at)}`, /^网格地图/)
    await mapReady(desk.page)
  }

  it('draws an outline by its corners, without a mouse, and sees it kept', async () => {
    await openMap()
    await shoot(desk.page, 'outlines-empty-1440-18')
    await axe(desk.page)
    await desk.press('g01网格')
    await desk.press('画“g01网格”的边界')
    const corners = desk.main.getByLabel('拐点')
    await corners.fill('东边\n')
    await desk.reads('第 1 行不是“经度,纬度”')
    const ring = square(WEST, SOUTH, SIDE).slice(0, -1)
    await corners.fill(ring.map((corner) => corner.join(',')).join('\n'))
    expect(await desk.act('保存边界', /\/outline$/)).toBe(200)
    await desk.reads('已保存“g01网格”的边界')
    expect((await outlinesKept(office)).map(({ path }) => path)).toEqual([`${COMMUNITY}g01/`])
    await expect.poll(async () => (await desk.rows('边界列表'))[0]).toMatch(/g01网格.*平方米/)
  })

  it('draws one with the mouse: corners near a neighbour take its place; undone, and saved', async () => {
    await openMap()
    await desk.press('g02网格')
    await desk.press('画“g02网格”的边界')
    await desk.main.getByLabel('拐点').waitFor()
    const canvas = desk.page.locator('.outline-map canvas').first()
    await desk.page.locator('.maplibregl-ctrl-zoom-out').click()
    await canvas.scrollIntoViewIfNeeded()
    await desk.page.waitForTimeout(1000) // the map zooms at its ease
    const box = await canvas.boundingBox()
    if (!box) throw new Error('the map has no canvas')
    // It showed g01 as large as it may and shows it half as large now; a degree to the north is longer here.
    const longer = 1 / Math.cos(((SOUTH + SIDE / 2) * Math.PI) / 180)
    const wide = (SIDE / 360) * WORLD_PIXELS
    const [x, y] = [box.x + box.width / 2 + wide / 2, box.y + box.height / 2]
    const [south, north] = [y + (wide * longer) / 2, y - (wide * longer) / 2]
    const away = [
      [x + 4, south - 3],
      [x + 80, south],
      [x + 80, north + 30],
      [x - 3, north + 4],
    ] as const
    for (const [right, down] of [...away, away[0]]) {
      await desk.page.mouse.move(right, down, { steps: 4 })
      await desk.page.mouse.down()
      await desk.page.mouse.up()
      await desk.page.waitForTimeout(300) // a pencil that is put down twice at once is a double press
    }
    const corners = desk.main.getByLabel('拐点')
    await expect.poll(async () => (await corners.inputValue()).split('\n').length).toBe(4)
    await shoot(desk.page, 'outlines-drawing-1440-18')
    await desk.press('全部擦掉')
    expect(await corners.inputValue()).toBe('')
    await desk.press('撤销一步')
    await expect.poll(async () => (await corners.inputValue()).split('\n').length).toBe(4)
    expect(await desk.act('保存边界', /\/outline$/)).toBe(200)
    const kept = await outlinesKept(office)
    const ring = kept.find(({ path }) => path.endsWith('g02/'))?.outline.coordinates[0]?.[0] ?? []
    const shared = ring.filter(([x]) => Math.abs(x - WEST - SIDE) < 1e-9)
    expect(shared.length).toBeGreaterThanOrEqual(2)
    await axe(desk.page)
  })

  it('says which grid a pressed point lies in, and sets and moves where a grid stands', async () => {
    await openMap()
    await desk.page.locator('.outline-map canvas').first().click()
    await expect
      .poll(() => desk.main.getByLabel('位置', { exact: true }).inputValue())
      .toMatch(/^115\.\d+,28\.\d+$/)
    await desk.main
      .getByRole('status')
      .filter({ hasText: /^在 .*g0[12]网格|不在任何/ })
      .waitFor()
    const where = desk.main.getByLabel('位置', { exact: true })
    await where.fill('东边')
    await desk.press('看这个位置')
    await desk.reads('请写成 115.9012,28.6534 这样')
    await where.fill(`${WEST + SIDE / 2},${SOUTH + SIDE / 2}`)
    await desk.press('看这个位置')
    await desk.main.getByRole('link', { name: /g01网格$/ }).waitFor()
    await desk.reads('这一天这里没有人任职')
    await desk.press('g02网格')
    await desk.press('标“g02网格”的位置')
    await desk.reads('还没有标过位置。')
    expect(await desk.act('把“g02网格”标在这里', /\/position$/)).toBe(200)
    await desk.reads(/在“.*g01网格”的边界里，可“g02网格”不归它/)
    await shoot(desk.page, 'outlines-placed-1440-18')
    await axe(desk.page)
    await where.fill(`${WEST + 1.5 * SIDE},${SOUTH + SIDE / 2}`)
    await desk.press('看这个位置')
    await desk.press('移动“g02网格”的位置')
    expect(await desk.act('把“g02网格”移到这里', /\/position$/)).toBe(200)
    await desk.reads('已标好“g02网格”的位置')
    const kept = await office.rows<{ longitude: number }>(
      sql`select longitude from area_positions where region_id = 1 and path = ${`${COMMUNITY}g02/`} order by from_at`,
    )
    expect(kept.map(({ longitude }) => longitude)).toEqual([1159010000, 1159030000])
  })

  it('shows by grid how far a running campaign is, in tones and in figures', async () => {
    await office.town.house.db.commit(systemScope(1), walked(['g01', 'g01', 'g01', 'g02'], ['met', 'closed']))
    await openMap()
    await desk.pick('在地图上看哪一次走访', '秋季敲门')
    await desk.reads('4 户，走到 2 户')
    await desk.reads('走到 50%–74%：1 个网格')
    await expect.poll(async () => (await desk.rows('边界列表'))[0]).toContain('2 / 3（67%）')
    await shoot(desk.page, 'outlines-coverage-1440-18')
    await axe(desk.page)
  })

  it('shows on the map which outline held before', async () => {
    await openMap()
    await desk.press('g02网格')
    await desk.press('改“g02网格”的边界')
    const corners = desk.main.getByLabel('拐点')
    const [first = '', ...others] = (await corners.inputValue()).trim().split('\n')
    const [east = 0, north = 0] = first.split(',').map(Number)
    await corners.fill([`${(east + 0.0001).toFixed(6)},${north}`, ...others].join('\n'))
    expect(await desk.act('保存边界', /\/outline$/)).toBe(200)
    const versions = desk.main.getByRole('button', { name: /^在地图上看 .*的边界$/ })
    await expect.poll(() => versions.count()).toBe(2)
    await versions.last().click()
    await desk.reads('地图上画的是以前的边界')
    expect(await versions.last().getAttribute('aria-pressed')).toBe('true')
    await shoot(desk.page, 'outlines-past-1440-18')
    await axe(desk.page)
    await versions.first().click()
    await desk.page.getByText('地图上画的是以前的边界').waitFor({ state: 'detached' })
  })

  it('imports a file: the question of coordinates, what is wrong, then all of it', async () => {
    await desk.open('/places/map/import', '导入边界')
    await desk.press('检查这个文件')
    await desk.reads('请选坐标系')
    const file = (says: string) => ({
      name: '网格.geojson',
      mimeType: 'application/geo+json',
      buffer: geoJsonFile([{ says: { 名称: says }, rings: [square(WEST, SOUTH + SIDE, SIDE)] }]),
    })
    await desk.main.getByLabel('边界文件').setInputFiles(file('没有的网格'))
    await desk.main.getByRole('radio', { name: /GCJ-02/ }).check()
    expect(await desk.act('检查这个文件', /outlines\/imports/)).toBe(200)
    await desk.reads('没有叫这个名称或编号的地点')
    await shoot(desk.page, 'outlines-import-wrong-1440-18')
    await axe(desk.page)
    await desk.main.getByLabel('边界文件').setInputFiles(file('g03网格'))
    expect(await desk.act('检查这个文件', /outlines\/imports/)).toBe(200)
    await desk.reads(/移动了约 \d{3} 米/)
    expect(await desk.act('导入', /outlines\/imports/)).toBe(200)
    await desk.reads('已导入。')
    expect((await outlinesKept(office)).length).toBe(3)
    await openMap()
    await shoot(desk.page, 'outlines-full-1440-18')
  })

  it('shows the ground from the file under the outlines, and whose it is', async () => {
    const ranges: (string | undefined)[] = []
    desk.page.on('request', (asked) => {
      if (asked.url().endsWith('.pmtiles')) ranges.push(asked.headers()['range'])
    })
    await openMap()
    await desk.reads('测试底图 GS(2026)0001号')
    const map = desk.page.locator('.outline-map')
    for (const colour of GROUND)
      await expect.poll(async () => shareOf(await map.screenshot(), colour)).toBeGreaterThan(0.05)
    expect(await shareOf(await map.screenshot(), OUTLINE)).toBeGreaterThan(0.003)
    expect(ranges.length).toBeGreaterThan(0)
    expect(ranges.every((range) => range?.startsWith('bytes='))).toBe(true)
    await shoot(desk.page, 'outlines-tiles-1440-18')
  })

  it('draws 1,460 grids of a county in one view', { timeout: 240_000 }, async () => {
    const { town } = office
    await openAreas(town.house, town.preset, '/s09/c01/')
    await town.house.db.commit(systemScope(1), drawnGrids('/s09/c01/', 1460))
    await desk.page.goto(`${town.address}/desk/places/map?at=${encodeURIComponent('/s09/')}&level=grid`)
    await mapReady(desk.page)
    await expect.poll(async () => (await desk.rows('边界列表')).length).toBe(50)
    await shoot(desk.page, 'outlines-county-1440-18')
    await axe(desk.page)
  })

  it.each([
    { width: 1440, typeSize: 30, locale: 'en' },
    { width: 390, typeSize: 18, locale: 'zh-CN' },
    { width: 390, typeSize: 30, locale: 'zh-CN' },
    { width: 320, typeSize: 30, locale: 'en' },
  ] as const)('fits $width px, type of $typeSize px, $locale', async ({ width, typeSize, locale }) => {
    const page = await openPage(office.browser, { width, height: 1000, typeSize, locale })
    await page.context().addCookies(await desk.page.context().cookies())
    const at = encodeURIComponent(COMMUNITY)
    for (const [name, path] of [
      ['map', `/places/map?at=${at}`],
      ['import', '/places/map/import'],
    ] as const) {
      await page.goto(`${office.town.address}/desk${path}`)
      await page.locator('main h1').first().waitFor()
      if (name === 'map') {
        await mapReady(page)
        await page.getByRole('button', { name: 'g02网格' }).click()
        await page.locator('main .ant-btn-primary').first().click()
        await page.locator('main textarea').waitFor()
      }
      await shoot(page, `outlines-${name}-${width}-${typeSize}-${locale}`)
      await axe(page)
      await assertNoSidewaysScroll(page)
    }
    await page.context().close()
  })

  it('draws the outlines, and says so, where the browser has no WebGL', async () => {
    const page = await office.sitDown('郑伟')
    await page.page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
        apply: (draw, canvas, [kind, ...rest]) =>
          String(kind).startsWith('webgl') ? null : Reflect.apply(draw, canvas, [kind, ...rest]),
      })
    })
    await page.open(`/places/map?at=${encodeURIComponent(COMMUNITY)}`, /^网格地图/)
    await mapReady(page.page)
    await page.reads('打不开可以移动的地图')
    expect((await page.rows('边界列表')).length).toBe(3)
    await shoot(page.page, 'outlines-no-webgl-1440-18')
    await axe(page.page)
    expect(await shareOf(await page.page.locator('.map-sheet').screenshot(), OUTLINE)).toBeGreaterThan(0.002)
    await page.page.context().close()
  })

  it('says what failed and the way to try again when the list does not come', async () => {
    const { page } = desk
    await page.route('**/api/outlines?**', (route) => route.abort())
    await page.goto(`${office.town.address}/desk/places/map`)
    await page.getByRole('button', { name: '再试一次' }).first().waitFor()
    await shoot(page, 'outlines-failed-1440-18')
    await page.unroute('**/api/outlines?**')
    await page.getByRole('button', { name: '再试一次' }).first().click()
    await mapReady(page)
  })
})
