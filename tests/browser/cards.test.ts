import type { Browser, Page } from 'playwright-core'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { World } from '../../scenarios/kit/moves.ts'
import { ask, seat } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import {
  assertNoSidewaysScroll,
  assertTabReachesAll,
  assertTargetSize,
  axe,
  launchBrowser,
  shoot,
} from '../kit/browser.ts'
import { openPeopledTown, personOf, takePhone } from '../kit/hand.ts'

// The office opens a household's card and asks for consent; the neighbour says yes on her phone; it is noted, seen only
// after a press of its own, corrected by her, and gone when she takes it back.

const GATE = '/s01/c01/g01/b1/e1/'
const SIZES = [
  [390, 18],
  [320, 30],
] as const
let browser: Browser
let world: World
const household = newId()

beforeAll(async () => {
  browser = await launchBrowser()
  world = await openPeopledTown()
  await seat(world, 'xihu', {
    name: '吴网格',
    post: '网格员',
    where: '/s01/c01/g01/',
    phone: '13800000077',
    skill: '',
    homeEntry: false,
  })
  const { db, crypto } = world.house
  const lives = (name: string) => personOf(world, name).personId
  await db.commit(systemScope(1), [
    sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
      values (1, ${household}, ${GATE}, '501', ${crypto.encryptField('阳光小区 501', `households.address:1:${household}`)}, ${crypto.lookUp(household)}, app_now())`,
    ...['王秀兰', '陈建国'].map(
      (name) => sql`insert into household_members (region_id, id, household_id, person_id, from_at)
        values (1, ${newId()}, ${household}, ${lives(name)}, app_now() - interval '1 day')`,
    ),
  ])
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const phone = (name: string, width = 390, typeSize: 18 | 30 = 18): Promise<Page> =>
  takePhone(world, browser, name, { width, height: 844, typeSize })
async function judged(page: Page, picture: string): Promise<void> {
  await axe(page)
  await assertNoSidewaysScroll(page)
  await shoot(page, picture)
}
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('the card of a household', () => {
  it('is opened at the desk with a reason; consent is asked for, and nothing can be noted before it is given', async () => {
    const page = await takePhone(world, browser, '郑伟', { width: 1440, height: 900 })
    const desk = atDesk(page, world.address)
    await desk.open(`/households/${household}/card`, '住户卡')
    await judged(page, 'card-desk-asked')
    await desk.press('打开')
    await desk.reads('请选择为什么打开')
    await desk.pick('为什么打开', '走访上门')
    await desk.press('打开')
    await desk.reads('王秀兰')
    expect(await desk.main.textContent()).not.toContain('征求过的同意')
    await judged(page, 'card-desk-1440')
    await desk.press('修改')
    await desk.pick('为什么留这张卡', '日常走访和联系')
    await desk.pick('住房', '租住')
    expect(await desk.send('保存', /\/card$/)).toBe(200)
    await desk.reads('已保存')
    await desk.press('查看，并留下记录')
    await desk.reads('征求过的同意')
    await desk.press('征求同意')
    await desk.dialog.getByRole('button', { name: '发给本人' }).click()
    await desk.dialog.getByText('请选择记什么').first().waitFor()
    await judged(page, 'card-desk-ask')
    await desk.pick('谁的', '王秀兰')
    await desk.pick('记什么', '独居')
    await desk.dialog.getByLabel('为什么要记').fill('每周有人上门看看您')
    await desk.dialog.getByLabel('记到哪天').fill(inDays(90))
    expect(await desk.send('发给本人', /consents/)).toBe(201)
    await desk.reads('等本人答复')
    expect(await desk.main.getByRole('button', { name: '按同意记上' }).count()).toBe(0)
    await judged(page, 'card-desk-consents')
    await page.context().close()
  })

  it('asks its neighbour in plain words on her phone, in large type too; she says yes', async () => {
    for (const [width, typeSize] of SIZES) {
      const page = await phone('王秀兰', width, typeSize)
      await page.goto(`${world.address}/me`)
      await page.getByRole('link', { name: /我家的卡/ }).click()
      await page.getByText('每周有人上门看看您').waitFor()
      await judged(page, `card-hand-asked-${width}-${typeSize}`)
      await assertTargetSize(page, typeSize === 30 ? 60 : 48)
      await page.context().close()
    }
    const page = await phone('王秀兰')
    await page.goto(`${world.address}/me/card`)
    await page.getByRole('button', { name: '同意', exact: true }).click()
    await page.getByText('您同意记下的：独居').waitFor()
    await assertTabReachesAll(page)
    await page.context().close()
  })

  it('shows a tag at the desk only after the press, and the press is on record', async () => {
    for (const [width, typeSize] of [[1440, 18], ...SIZES] as const) {
      const page = await takePhone(world, browser, '郑伟', { width, height: 900, typeSize })
      const desk = atDesk(page, world.address)
      await desk.open(`/households/${household}/card`, '住户卡')
      await desk.pick('为什么打开', '走访上门')
      await desk.press('打开')
      await desk.reads('家庭成员')
      await desk.press('查看，并留下记录')
      await desk.reads('征求过的同意')
      if (width === 1440) {
        await desk.press('按同意记上')
        await desk.dialog.getByLabel('上门时怎么帮').fill('敲门重一点')
        expect(await desk.send('记上', /card\/tags$/)).toBe(201)
      }
      await desk.reads('敲门重一点')
      await judged(page, `card-desk-tags-${width}-${typeSize}`)
      await page.context().close()
    }
    const { body } = await ask(world, personOf(world, '王秀兰'), 'GET', '/me/card')
    expect(JSON.stringify(body)).toContain('看了住户卡上经单独同意的内容')
  })

  it('is opened by the grid worker at the door, on the phone', async () => {
    for (const [width, typeSize] of SIZES) {
      const page = await phone('吴网格', width, typeSize)
      await page.goto(`${world.address}/households/${household}/card`)
      await page.getByRole('button', { name: '打开住户卡' }).waitFor()
      await judged(page, `card-grid-reason-${width}-${typeSize}`)
      await page.getByRole('button', { name: '打开住户卡' }).click()
      await page.getByText('家里有谁').waitFor()
      expect(await page.locator('main').textContent()).not.toContain('敲门重一点')
      await page.getByRole('button', { name: '查看，并留下记录' }).click()
      await page.getByText('敲门重一点').waitFor()
      await judged(page, `card-grid-${width}-${typeSize}`)
      await assertTargetSize(page, typeSize === 30 ? 60 : 48)
      await page.context().close()
    }
  })

  it('is corrected by the neighbour; two corrections meet as a conflict that is told, and what was typed stays', async () => {
    const page = await phone('王秀兰')
    const other = await phone('陈建国')
    for (const one of [page, other]) {
      await one.goto(`${world.address}/me/card`)
      await one.getByRole('button', { name: '有不对的，我来改' }).click()
    }
    await other.getByRole('radio', { name: '自有' }).check()
    await other.getByRole('button', { name: '保存' }).click()
    await other.getByRole('button', { name: '有不对的，我来改' }).waitFor()
    await page.getByLabel('上门要注意什么').fill('家里有狗，先打电话')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText(/这张卡刚刚有人改过/).waitFor()
    expect(await page.getByLabel('上门要注意什么').inputValue()).toBe('家里有狗，先打电话')
    await judged(page, 'card-hand-conflict')
    await page.getByRole('button', { name: '看看新的内容' }).click()
    await page.getByText('自有').first().waitFor()
    expect(await page.getByLabel('上门要注意什么').inputValue()).toBe('家里有狗，先打电话')
    await page.getByLabel('别的不对的，写给办公室').fill('门牌号写错了')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText(/已经收到/).waitFor()
    await page.getByText('家里有狗，先打电话').first().waitFor()
    expect(await other.locator('main').textContent()).not.toContain('敲门重一点')
    await page.context().close()
    await other.context().close()
  })

  it('loses the tag at once when she takes her consent back', async () => {
    const page = await phone('王秀兰', 320, 30)
    await page.goto(`${world.address}/me/card`)
    const card = page.locator('.card').filter({ hasText: '您同意记下的：独居' })
    await card.getByRole('button', { name: '撤回同意' }).click()
    await page.getByRole('button', { name: '撤回，马上删掉' }).waitFor()
    await judged(page, 'card-hand-withdraw')
    await page.getByRole('button', { name: '撤回，马上删掉' }).click()
    await card.waitFor({ state: 'detached' })
    await page.getByText('已撤回').waitFor()
    await judged(page, 'card-hand-withdrawn')
    const { body } = await ask(
      world,
      personOf(world, '郑伟'),
      'POST',
      `/households/${household}/card/tags/open`,
      { reason: 'visit' },
    )
    expect(body).toMatchObject({ tags: [] })
    await page.context().close()
  })
})
