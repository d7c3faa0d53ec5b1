import { read as readBook, utils, write } from '@e965/xlsx'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { ask, openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk, type Desk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, axe, launchBrowser, shoot } from '../kit/browser.ts'
import { personOf, takePhone } from '../kit/hand.ts'
import { OPEN_ALWAYS } from '../kit/houseStations.ts'

let browser: Browser
let town: Town
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('duchang', true)
  const of = { phone: '', skill: '', homeEntry: false }
  for (const name of ['郑伟', '吴芳'])
    await seat(town, 'duchang', { name, post: '县级管理员', where: '/', ...of })
  const home = '/s01/c01/g01/b1/e1/'
  await seat(town, 'duchang', { ...of, name: '王秀兰', post: '居民', where: home, phone: '13800000001' })
  for (const [name, address] of [
    ['东湖驿站', '滨湖路 1 号'],
    ['西河驿站', '西河路 2 号'],
  ]) {
    const answer = await ask(town, personOf(town, '郑伟'), 'POST', '/stations', {
      id: newId(),
      kind: 'fixed',
      name,
      path: '/s01/c01/',
      address,
      position: null,
      phone: null,
      facilities: [],
      stepFree: true,
      photos: [],
      hours: OPEN_ALWAYS,
      from: null,
      to: null,
    })
    if (answer.status >= 300) throw new Error(JSON.stringify(answer.body))
  }
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300)
  const width = page.viewportSize()?.width ?? 1440
  const height = await page.evaluate(() => document.documentElement.scrollHeight + 120)
  await page.setViewportSize({ width, height })
  await shoot(page, `ledgers-${name}`)
  await axe(page)
  await assertNoSidewaysScroll(page)
}

async function exportAs(desk: Desk, format: string): Promise<void> {
  const { dialog } = desk
  await desk.press('导出或打印')
  await dialog.getByText(format, { exact: true }).click()
  await dialog.getByRole('button', { name: '开始导出' }).click()
  await dialog.getByText('请写清楚拿去做什么').first().waitFor()
  await dialog.getByLabel('拿去做什么').fill('三月报镇里')
  await dialog.getByRole('button', { name: '开始导出' }).click()
  await desk.reads(/已经开始写文件/)
}

describe.each([
  { width: 1440, typeSize: 18, name: '郑伟' },
  { width: 390, typeSize: 18, name: '吴芳' }, // with exports of her own: a file of the first is never hers
] as const)('at $width', ({ width, typeSize, name }) => {
  it('a ledger is read, filtered, exported, edited and brought back, printed', async () => {
    const page = await takePhone(town, browser, name, { width, height: 1000, typeSize })
    const desk = atDesk(page, town.address)
    await desk.open('/ledgers', '台账')
    await desk.reads('社区阵地：一居一策，逐个销号')
    await look(page, `list-${width}`)
    await desk.open('/ledgers/stations', '站点阵地台账')
    await desk.reads('滨湖路')
    await look(page, `stations-${width}`)

    await exportAs(desk, 'Excel 表格')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '取文件' }).first().click(),
    ])
    const stream = await download.createReadStream()
    const bytes = Buffer.concat(await Array.fromAsync(stream))
    const book = readBook(bytes)
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    if (!sheet) throw new Error('no sheet')
    const lines = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' })
    const at = lines[0]?.indexOf('地址') ?? -1
    const row = lines.find(([station]) => station === '西河驿站')
    if (row) row[at] = `西河路 ${width} 号`
    const changed = utils.book_new(utils.aoa_to_sheet(lines), '台账')
    const edited: Buffer = write(changed, { type: 'buffer', bookType: 'xlsx' })

    await desk.open('/ledgers/stations/comparison', '把改过的表带回来')
    await page.getByRole('button', { name: /^对\s?照$/ }).click()
    await desk.reads('请先选一个 .xlsx 文件')
    await page.getByLabel('表格文件').setInputFiles({ name: '改过.xlsx', mimeType: '', buffer: edited })
    await page.getByRole('button', { name: /^对\s?照$/ }).click()
    await desk.reads(new RegExp(`表里是“西河路 ${width} 号”`))
    await look(page, `difference-${width}`)
    await desk.press('确认改“西河驿站”')
    await desk.reads('已办理')
    await desk.open('/ledgers/stations', '站点阵地台账')
    await desk.reads(new RegExp(`西河路 ${width} 号`))

    await exportAs(desk, '打印')
    await page.getByRole('link', { name: '打开打印页' }).first().click()
    await page.getByRole('heading', { level: 2, name: /都昌县 站点阵地台账/ }).waitFor()
    await look(page, `print-${width}`)
    await desk.open('/retired-ledgers', '减下来的纸质台账')
    await desk.reads('网格事件上报登记本')
    await page.getByRole('button', { name: '改“网格事件上报登记本”每条几分钟' }).click()
    await desk.dialog.getByLabel('每条几分钟').fill('7')
    await desk.dialog.getByRole('button', { name: '从这个月起算' }).click()
    await desk.reads('请写清楚怎么量的')
    await desk.dialog.getByLabel('怎么量的').fill('三个社区各跟着抄了十条')
    await shoot(page, `ledgers-minutes-${width}`)
    expect(await desk.send('从这个月起算', /\/minutes$/)).toBe(201)
    await desk.reads('本地实测：三个社区各跟着抄了十条')
    await desk.press('逐月看“网格事件上报登记本”')
    await desk.reads('谁改的')
    await desk.reads('当时每条几分钟')
    await look(page, `retired-${width}`)
    await desk.open('/ledgers/orders/templates', 'Word 模板')
    await desk.press('检查并保存')
    await desk.reads('请选一个 .docx 文件')
    await look(page, `templates-${width}`)
    await page.context().close()
    expect(lines.length).toBe(3)
  })
})
