import type { OrderView } from '@linli/contract/orders/shapes'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { move, place, type World } from '../../scenarios/kit/moves.ts'
import { ask, openTown, seat, until } from '../../scenarios/kit/town.ts'
import { launchBrowser } from '../kit/browser.ts'
import { lookAt, lookAtEachSize } from '../kit/eachSize.ts'
import { read, takePhone } from '../kit/hand.ts'

const CAST = [
  ['刘春莲', '居民', '/t01/c01/g01/b1/', '13800000001'],
  ['江海生', '专职网格员', '/t01/c01/g01/', '13800000003'],
  ['石秀英', '社区工作者', '/t01/c01/', ''],
  ['向明', '县级管理员', '/', ''],
  ['陈城管', '共建单位联络员', '县城管局', '13800000004'],
] as const

let browser: Browser
let world: World
beforeAll(async () => {
  browser = await launchBrowser()
  const town = await openTown('duchang', true)
  for (const [name, post, where, phone] of CAST)
    await seat(town, 'duchang', { name, post, where, phone, skill: '', homeEntry: false })
  world = { ...town, orderId: '', placedBy: '', lastAnswers: [], winner: '', loser: '' }
})
afterAll(async () => {
  await browser.close()
  await world.close()
})
const phone = (name: string) => takePhone(world, browser, name, { width: 390, height: 844 })
const orderOf = (name: string) => read<OrderView>(world, name, `/orders/${world.orderId}`)
const stateIs = (state: OrderView['state']) =>
  until(async () => {
    const now = (await orderOf('刘春莲')).state
    return now === state ? null : `还是 ${now}`
  })

/** A step over the API, by one of the cast. */
async function step(name: string, path: string, body: object): Promise<void> {
  const { version } = await orderOf('刘春莲')
  const person = world.people.get(name)
  const answer = await ask(world, person, 'POST', `/orders/${world.orderId}/${path}`, { version, ...body })
  expect(answer.body).toMatchObject({ id: world.orderId })
}

it('a resident is asked for more, tells it on the phone, and urges once', async () => {
  await place(world, '刘春莲', '零星垃圾清理', new Map())
  await step('石秀英', 'ask-supplement', { question: '请告诉我们在哪一栋楼下。' })
  const page = await phone('刘春莲')
  await page.goto(`${world.address}/orders/${world.orderId}`)
  // Where it is answered, and in the history.
  await until(async () =>
    (await page.getByText('请告诉我们在哪一栋楼下。').count()) === 2 ? null : '没有写问的是什么',
  )
  await lookAtEachSize(page, 'hand-supplement', '请补充情况')
  await page.getByRole('button', { name: '补充上去' }).click()
  await page.getByText('请写一句').first().waitFor()
  await page.getByLabel('要补充什么').fill('一栋楼下，靠围墙')
  await page.getByRole('button', { name: '补充上去' }).click()
  await stateIs('submitted')
  await page.getByRole('button', { name: '催一催，请快点办' }).click()
  await page.getByText('催办了').waitFor()
  await until(async () =>
    (await page.getByRole('button', { name: '催一催，请快点办' }).count()) === 0 ? null : '还能再催',
  )
  await page.context().close()
})

it('a grid worker asks to pause on the phone; the resident reads until when', async () => {
  await place(world, '刘春莲', '零星垃圾清理', new Map())
  expect((await move(world, '石秀英', '受理', new Map())).status).toBe(200)
  expect((await move(world, '石秀英', '派单', new Map([['派给', '江海生']]))).status).toBe(200)
  expect((await move(world, '江海生', '签收', new Map())).status).toBe(200)
  expect((await move(world, '江海生', '首次联系', new Map())).status).toBe(200)
  const page = await phone('江海生')
  await page.goto(`${world.address}/tasks/${world.orderId}`)
  await page.getByRole('button', { name: '要等别人，申请挂起' }).click()
  await page.getByRole('button', { name: '申请挂起', exact: true }).click()
  await page.getByText('请填写：理由').first().waitFor()
  await page.getByLabel('理由').fill('等清运车')
  await page.getByLabel('下一步打算').fill('车来当天清走')
  await page.getByLabel('预计哪天恢复').fill('2099-12-31')
  await page.getByRole('button', { name: '申请挂起', exact: true }).click()
  await page.getByText('承办方申请先挂起，等答复').first().waitFor()
  await lookAtEachSize(page, 'hand-asked', '撤回刚才的申请')
  await step('石秀英', 'grant-pause', { remark: '已告诉居民' })
  await stateIs('paused')
  const asker = await phone('刘春莲')
  await asker.goto(`${world.address}/orders/${world.orderId}`)
  await asker.getByText('预计 2099年12月31日 恢复').first().waitFor()
  await asker.getByText('等清运车').waitFor()
  await lookAtEachSize(asker, 'hand-paused', '先挂起，时限暂停')
  await page.getByRole('button', { name: '恢复办理' }).click()
  await page.getByRole('button', { name: '恢复办理' }).click()
  await stateIs('inProgress')
  await Promise.all([page.context().close(), asker.context().close()])
})

it('a grid worker whistles for a unit on the phone; it answers there, and only then is the order done', async () => {
  await place(world, '刘春莲', '零星垃圾清理', new Map())
  expect((await move(world, '石秀英', '受理', new Map())).status).toBe(200)
  expect((await move(world, '石秀英', '派单', new Map([['派给', '江海生']]))).status).toBe(200)
  expect((await move(world, '江海生', '签收', new Map())).status).toBe(200)
  const page = await phone('江海生')
  await page.goto(`${world.address}/tasks/${world.orderId}`)
  await page.getByRole('button', { name: '要别的单位马上来，吹哨' }).click()
  await page.getByRole('button', { name: '吹哨', exact: true }).click()
  await page.getByText('请填写：请哪些单位').first().waitFor()
  await page.getByLabel('找单位').fill('城管')
  await page.getByLabel('县城管局').check()
  await page.getByLabel('要他们做什么').fill('派车来清运')
  await lookAt(page, 'hand-whistle')
  await page.getByRole('button', { name: '吹哨', exact: true }).click()
  await stateIs('joint')
  await page.getByText('一起办的单位').waitFor()
  await lookAtEachSize(page, 'hand-joint', '一起办的单位')
  const called = await phone('陈城管')
  await called.goto(`${world.address}/tasks/${world.orderId}`)
  await called.getByText('派车来清运').first().waitFor()
  await called.getByRole('button', { name: '我们的部分办好了，答复' }).click()
  await called.getByText('办好了我们的部分').click()
  await called.getByLabel('办了什么').fill('清走两车')
  await called.getByText('是', { exact: true }).click()
  await lookAt(called, 'hand-answer-call')
  await called.getByRole('button', { name: '协办答复', exact: true }).click()
  await page.getByText('办好了我们的部分').first().waitFor()
  await Promise.all([page.context().close(), called.context().close()])
})
