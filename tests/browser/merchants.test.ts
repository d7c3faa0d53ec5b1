import type { Browser, Page } from 'playwright-core'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { ask, openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, assertTargetSize, axe, launchBrowser, shoot } from '../kit/browser.ts'
import { personOf, read, takePhone } from '../kit/hand.ts'
import { OPEN_ALWAYS } from '../kit/houseStations.ts'
import { drawnGrids } from '../kit/outlines.ts'

const SIZES = [
  { width: 1440, typeSize: 18, hand: 390, neighbour: '王秀兰', shop: '桥头药店' },
  { width: 320, typeSize: 30, hand: 320, neighbour: '李桂香', shop: '路口药店' },
] as const
const owner = (shop: string): string => `${shop}店主`

let browser: Browser
let town: Town
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('xihu', true)
  const of = { phone: '', skill: '', homeEntry: false }
  for (const name of ['郑伟', '吴芳'])
    await seat(town, 'xihu', { name, post: '区级管理员', where: '/', ...of })
  for (const { neighbour } of SIZES)
    await seat(town, 'xihu', { name: neighbour, post: '居民', where: '/s01/c01/g01/b1/e1/', ...of })
  for (const { shop } of SIZES) {
    await send('/merchants', {
      id: newId(),
      unitId: null,
      name: shop,
      path: '/s01/c01/',
      address: `${shop.slice(0, 2)} 1 号`,
      position: { longitude: 1159100000, latitude: 286800000, system: 'wgs84' },
      phone: null,
      services: ['pharmacy'],
      stepFree: true,
      hours: OPEN_ALWAYS,
    })
    await seat(town, 'xihu', { name: owner(shop), post: '单位承办人', where: shop, ...of })
  }
  // Three drawn grids: one far from every shop, one beside them, and one of which nobody said where its middle is.
  await town.house.db.commit(systemScope(1), [
    ...drawnGrids('/s01/c01/', 3),
    sql`insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
      values (1, ${newId()}, '/s01/c01/g1/', 1150010000, 280010000, app_now(), ${newId()}), (1, ${newId()}, '/s01/c01/g2/', 1159100000, 286800000, app_now(), ${newId()})`,
  ])
  // 信得过 since last year: a notice to take it away can be objected to.
  await town.house.db.commit(systemScope(1), [
    sql`update merchants set trusted_at = app_now() - interval '300 days' where region_id = 1`,
  ])
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

async function send(path: string, body: object): Promise<void> {
  const answer = await ask(town, personOf(town, '郑伟'), 'POST', path, body)
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
}

async function look(page: Page, name: string, target?: number): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForTimeout(300)
  const width = page.viewportSize()?.width ?? 390
  const height = await page.evaluate(() => document.documentElement.scrollHeight + 120)
  await page.setViewportSize({ width, height })
  await shoot(page, `merchants-${name}`)
  await axe(page)
  await assertNoSidewaysScroll(page)
  if (target) await assertTargetSize(page, target)
}

describe.each(SIZES)(
  'a desk at $width px, $typeSize px type',
  ({ width, typeSize, hand, neighbour, shop }) => {
    const size = `${width}-${typeSize}`
    const takeDesk = async (name: string) =>
      atDesk(await takePhone(town, browser, name, { width, height: 1000, typeSize }), town.address)

    it('a merchant changes its own hours, the desk confirms; gaps have a reason; a neighbour objects and is answered', async () => {
      const items = await read<{ items: { slug: string; name: string }[] }>(town, '郑伟', '/merchants')
      const slug = items.items.find(({ name }) => name === shop)?.slug ?? ''

      const keeper = await takeDesk(owner(shop))
      await keeper.open(`/merchants/${slug}`, shop)
      await keeper.press('改营业时间和服务')
      await keeper.dialog.getByLabel('周六').fill('八点到晚上')
      await keeper.dialog.getByRole('button', { name: '交社区确认' }).click()
      await keeper.dialog
        .getByText(/看不懂/)
        .first()
        .waitFor()
      await keeper.dialog.getByLabel('周六').fill('09:00-17:00')
      await look(keeper.page, `own-${size}`)
      expect(await keeper.send('交社区确认', /own-changes/)).toBe(200)
      await keeper.reads('已交社区确认。')
      await keeper.page.context().close()

      const desk = await takeDesk('郑伟')
      await desk.open('/merchants', '一刻钟生活圈')
      await desk.reads(shop)
      await look(desk.page, `list-${size}`)
      await desk.open(`/merchants/${slug}`, shop)
      await desk.reads('商户自己改的，等社区确认')
      await look(desk.page, `asked-${size}`)
      expect(await desk.act(/^采\s?用$/, /own-changes\/answer/)).toBe(200)
      await desk.reads('已采用，居民马上看到。')
      await desk.press('公示取消信得过')
      await desk.dialog.getByLabel('理由').fill('两次检查没有改正')
      await desk.dialog.getByRole('button', { name: /^公\s?示$/ }).click()
      await desk.reads(/已公示/)
      await desk.open('/merchant-gaps', '生活圈缺口')
      await desk.reads(/没有登记这样的商户|还没有位置/)
      await desk.page.locator('.outline-map[data-ready]').waitFor()
      await desk.reads(/没标位置，还不知道：\d 个网格/)
      await look(desk.page, `gaps-${size}`)

      const phone = await takePhone(town, browser, neighbour, { width: hand, height: 1400, typeSize })
      await phone.goto(`${town.address}/merchant-notices`)
      const card = phone.locator('li', { hasText: shop })
      await card.getByRole('button', { name: '我有不同意见' }).click()
      await phone.getByRole('button', { name: '交上去' }).click()
      await phone.getByText('请写一写是什么事').first().waitFor()
      await phone.getByLabel('什么时候、什么事').fill('上个月检查我在场，当天就改好了。')
      await look(phone, `object-${size}`, typeSize === 30 ? 60 : 48)
      await phone.getByRole('button', { name: '交上去' }).click()
      await card.getByText('还在核实，答复会告诉您。').waitFor()
      await look(phone, `objected-${size}`, typeSize === 30 ? 60 : 48)
      await phone.context().close()
      await desk.page.context().close()

      const other = await takeDesk('吴芳')
      await other.open(`/merchants/${slug}`, shop)
      await other.press('看异议')
      await other.reads('上个月检查我在场，当天就改好了。')
      await look(other.page, `objections-${size}`)
      await other.page.context().close()
    }, 240_000)
  },
)
