import type { OrderView } from '@linli/contract/orders/shapes'
import type { Browser, Page } from 'playwright-core'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { facts, place, type World } from '../../scenarios/kit/moves.ts'
import { ask } from '../../scenarios/kit/town.ts'
import { launchBrowser, openPage } from '../kit/browser.ts'
import {
  bringAgain,
  bringToFollowUp,
  openPeopledTown,
  personOf,
  photoFile,
  read,
  step,
  takePhone,
} from '../kit/hand.ts'

let browser: Browser
let world: World
beforeAll(async () => {
  browser = await launchBrowser()
  world = await openPeopledTown()
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const phone = (name: string) => takePhone(world, browser, name, { width: 390, height: 844 })
const order = async () => (await facts(world)) as unknown as OrderView // what the administrator reads is the contract's OrderView
const state = async () => (await order()).state
const verbs = async () => (await order()).timeline.map(({ verb }) => verb)

/** Presses a button and waits for the command that it sends. */
async function send(page: Page, name: string, expected = 200): Promise<void> {
  const answer = page.waitForResponse((one) => one.request().method() === 'POST')
  await page.getByRole('button', { name, exact: true }).last().click()
  expect((await answer).status()).toBe(expected)
}

async function addPhoto(page: Page, field: string): Promise<void> {
  const input = page.locator(`#field-${field}`)
  await input.setInputFiles(await photoFile(field))
  await page.locator('fieldset', { has: input }).getByText('第 1 张已上传').waitFor()
}

describe('whoever was dispatched to', () => {
  it('signs, makes contact, reports with a photo and says honestly what could not be done', async () => {
    await place(world, '王秀兰', '单元门与门禁损坏', new Map())
    await step(world, '赵敏', '受理')
    await step(world, '赵敏', '派单', { 派给: '徐建国' })

    const page = await phone('徐建国')
    await page.goto(`${world.address}/tasks`)
    await page.getByRole('link', { name: /单元门/ }).click()
    await send(page, '签收，我来办')
    await page.getByText('办理中').first().waitFor()
    expect(await state()).toBe('inProgress')

    await page.getByRole('button', { name: '我联系过了' }).click()
    await page.getByRole('radio', { name: '上门', exact: true }).check()
    await send(page, '记下来')
    await page.getByText('联系过诉求人').waitFor()
    expect((await order()).contactedAt).not.toBeNull()

    await page.getByRole('button', { name: '报进展' }).click()
    await page.getByRole('button', { name: '报上去' }).click()
    await page.getByRole('alert').getByText('请写一句').waitFor() // nothing empty is sent
    await page.getByLabel('现在办得怎样了').fill('门禁主板坏了，在等厂家')
    await addPhoto(page, 'photos')
    await send(page, '报上去')
    await page.getByText('有新进展').waitFor()
    const progress = (await order()).timeline.find(({ verb }) => verb === 'reportProgress')
    expect(progress).toMatchObject({ remarks: ['门禁主板坏了，在等厂家'], photos: [expect.any(String)] })

    await page.getByRole('button', { name: '办好了' }).click()
    await page.getByLabel('办得怎么样，写给诉求人看').fill('厂家没有这个型号了，要整套更换')
    await page.getByRole('radio', { name: '未解决' }).check()
    for (const field of (await order()).evidenceNeeded.filter((one) => one.endsWith('Photo')))
      await addPhoto(page, `${field}s`)
    await page.getByRole('button', { name: '办好了，交上去' }).click()
    await page.getByRole('alert').getByText('请写没有全办好的原因').waitFor()
    await page.getByLabel('没有全办好的原因').fill('要业委会同意更换')
    await send(page, '办好了，交上去')
    await page.getByText('已办待审').first().waitFor()
    expect(await state()).toBe('handled')
    expect(JSON.stringify((await order()).timeline)).toContain('要业委会同意更换')

    await step(world, '孙丽', '审核退回', { 理由: '请再和业委会谈一次' })
    await page.reload()
    await page.getByText('请再和业委会谈一次').waitFor()
    await page.getByRole('button', { name: '办好了' }).waitFor()
    await page.context().close()
  })

  it('shows the number behind a reason, and that look is recorded', async () => {
    await place(world, '王秀兰', '水龙头水管小修', new Map())
    const page = await phone('陈建国')
    await page.goto(`${world.address}/claims/${world.orderId}`)
    await page.getByRole('button', { name: '我去' }).click()
    await page.waitForURL(/\/tasks\//)
    expect(await page.locator('body').textContent()).not.toContain('13800000001')
    await send(page, '看电话和门牌')
    await page.getByRole('link', { name: /13800000001/ }).waitFor()
    const looks = await world.house.db.read<{ person_id: string; reason: string }>(
      systemScope(1),
      sql`select person_id, reason from audit_entries where region_id = 1 and action = 'revealContact' and subject_id = ${world.orderId}::uuid`,
    )
    expect(looks).toEqual([{ person_id: personOf(world, '陈建国').personId, reason: '打电话约时间' }])
    await page.context().close()
  })
})

describe('two hands for one order', () => {
  it('tells the one who comes second at once and kindly; the order has one handler', async () => {
    await place(world, '王秀兰', '水龙头水管小修', new Map())
    const late = await phone('刘小燕')
    await late.goto(`${world.address}/claims/${world.orderId}`)
    await late.getByRole('button', { name: '我去' }).waitFor()
    await late.route('**/api/claims', (route) => route.abort()) // her board does not hear of it in time
    await step(world, '陈建国', '抢单')
    await late.getByRole('button', { name: '我去' }).click()
    await late.getByText('这一单没有接成').waitFor()
    await late.getByText('谢谢您愿意帮忙，看看还有没有别的单。').waitFor()
    expect(late.url()).toContain('/claims/')
    expect((await verbs()).filter((verb) => verb === 'claimOrder')).toHaveLength(1)
    await late.context().close()
  })
})

describe('whoever asked', () => {
  it('adds words and a photo, thinks twice about cancelling, then cancels with a reason', async () => {
    await place(world, '王秀兰', '单元门与门禁损坏', new Map())
    const page = await phone('王秀兰')
    await page.goto(`${world.address}/orders`)
    await page
      .getByRole('link', { name: /单元门/ })
      .first()
      .click()
    await page.getByRole('button', { name: '补充说明，或加照片' }).click()
    await page.getByLabel('要补充什么').fill('是二号门')
    await addPhoto(page, 'photos')
    await send(page, '补充上去')
    await page.getByText('是二号门').waitFor()
    expect((await order()).timeline.at(-1)).toMatchObject({
      verb: 'addNote',
      remarks: ['是二号门'],
      photos: [expect.any(String)],
    })

    await page.getByRole('button', { name: '不用办了，撤单' }).click()
    await page.getByRole('button', { name: '先不撤' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await state()).toBe('submitted')
    await page.getByRole('button', { name: '不用办了，撤单' }).click()
    await page.getByLabel('为什么不用办了').fill('物业已经修好了')
    await send(page, '撤单')
    await page.getByText('已撤单').first().waitFor()
    expect(await page.getByRole('button', { name: /撤单|补充/ }).count()).toBe(0)
    expect(await state()).toBe('cancelled')
    await page.context().close()
  })

  it.each([
    [5, '非常满意'],
    [4, '满意'],
    [3, '基本满意'],
    [2, '不满意'],
    [1, '非常不满意'],
  ] as const)('gives %i of 5 in the words %s', async (score, word) => {
    const id = await bringToFollowUp(world, '陈建国')
    const page = await phone('王秀兰')
    await page.goto(`${world.address}/orders/${id}`)
    await page.getByRole('link', { name: '评一评办得怎么样' }).click()
    await page.getByRole('button', { name: '提交评价' }).click()
    await page.getByRole('alert').getByText('请选满意不满意').waitFor()
    await page.getByRole('radio', { name: '解决', exact: true }).check()
    await page.getByRole('radio', { name: word, exact: true }).check()
    await page.getByLabel('还想说什么').fill(`说的是${word}`)
    await send(page, '提交评价')
    await page.getByText(`说的是${word}`).waitFor()
    expect((await order()).rating).toMatchObject({ score, resolved: 'solved', comment: `说的是${word}` })
    await page.goto(`${world.address}/orders/${id}/rate`)
    await page.getByText('这一单现在不用评').waitFor()
    await page.context().close()
  })

  it('says it is not solved; the follow-up desk has it done again, and the helper sees why', async () => {
    const id = await bringToFollowUp(world, '陈建国')
    const page = await phone('王秀兰')
    await page.goto(`${world.address}/orders/${id}/rate`)
    await page.getByRole('radio', { name: '未解决' }).check()
    await page.getByRole('radio', { name: '不满意', exact: true }).check()
    await page.getByLabel('还想说什么').fill('晚上又滴水了')
    await send(page, '提交评价')
    await page.getByText('晚上又滴水了').waitFor()
    expect(await state()).toBe('followUp') // an unsolved matter is not closed by its rating
    await step(world, '周洁', '重办', { 理由: '晚上又滴水' })
    await page.getByText('没办好，重新办').first().waitFor() // comes by itself

    const helper = await phone('陈建国')
    await helper.goto(`${world.address}/tasks/${id}`)
    await helper.getByText('晚上又滴水', { exact: true }).waitFor()
    await helper.getByRole('button', { name: '我联系过了' }).waitFor()
    await bringAgain(world, '陈建国', '首次联系')
    await page.reload()
    await page.getByRole('link', { name: '评一评办得怎么样' }).waitFor()
    for (const one of [page, helper]) await one.context().close()
  })

  it('agrees to be shown, is shown without a name, and takes it back from the board', async () => {
    const id = await bringToFollowUp(world, '陈建国')
    await step(world, '周洁', '回访结案')
    const page = await phone('王秀兰')
    await page.goto(`${world.address}/orders/${id}`)
    await send(page, '同意晒单：隐去个人信息，给邻居看看')
    await page.getByText('您已同意晒单，隐去个人信息以后才会公开').waitFor()
    await send(page, '收回同意，不晒了')
    await page.getByRole('button', { name: '同意晒单：隐去个人信息，给邻居看看' }).waitFor()
    expect((await order()).consentedToShow).toBe(false)
    await send(page, '同意晒单：隐去个人信息，给邻居看看')
    await page.getByRole('button', { name: '收回同意，不晒了' }).waitFor()
    await step(world, '吴芳', '晒单', { 公开文字: '志愿者换了阀芯。' })

    const stranger = await openPage(browser)
    await stranger.goto(`${world.address}/board`)
    await stranger.getByRole('link', { name: /志愿者换了阀芯/ }).click()
    await stranger.getByText('一位老人需要帮忙。').waitFor()
    expect(await stranger.locator('main').textContent()).not.toContain('王秀兰')
    const shownAt = stranger.url()

    await page.reload()
    await page.getByRole('link', { name: '看晒出来的样子' }).waitFor()
    await send(page, '从晒单墙撤下')
    await page.getByText('从晒单墙撤下', { exact: true }).first().waitFor()
    expect((await order()).publicationSlug).toBeNull()
    await stranger.goto(shownAt)
    await stranger.getByRole('alert').waitFor()
    await stranger.goto(`${world.address}/board`)
    await stranger.getByText('还没有晒出来的单').waitFor()
    for (const one of [page, stranger]) await one.context().close()
  })
})

it('of a person’s own orders nobody else’s phone shows anything', async () => {
  await place(world, '王秀兰', '单元门与门禁损坏', new Map())
  const page = await phone('刘小燕')
  await page.goto(`${world.address}/orders/${world.orderId}`)
  await page.getByRole('alert').waitFor()
  expect(await page.locator('main').textContent()).not.toContain('单元门')
  const { status } = await ask(world, personOf(world, '刘小燕'), 'GET', `/orders/${world.orderId}`)
  expect([403, 404]).toContain(status)
  expect((await read<{ items: OrderView[] }>(world, '刘小燕', '/me/orders')).items).toEqual([])
  await page.context().close()
})
