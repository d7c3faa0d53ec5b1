import type { OrderView } from '@linli/contract/orders/shapes'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { place, type World } from '../../scenarios/kit/moves.ts'
import { ask, openTown, seat, until } from '../../scenarios/kit/town.ts'
import { launchBrowser } from '../kit/browser.ts'
import { lookAt, lookAtEachSize } from '../kit/eachSize.ts'
import { read, takePhone } from '../kit/hand.ts'

const CAST = [
  ['刘春莲', '居民', '/t01/c01/g01/b1/', '13800000001'],
  ['石秀英', '社区工作者', '/t01/c01/', ''],
  ['向明', '县级管理员', '/', ''],
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
const order = () => read<OrderView>(world, '刘春莲', `/orders/${world.orderId}`)
const stateIs = (state: OrderView['state']) =>
  until(async () => {
    const now = (await order()).state
    return now === state ? null : `还是 ${now}`
  })
async function step(name: string, path: string, body: object): Promise<void> {
  const { version } = await order()
  const person = world.people.get(name)
  const answer = await ask(world, person, 'POST', `/orders/${world.orderId}/${path}`, { version, ...body })
  expect(answer.body).toMatchObject({ id: world.orderId })
}

it('a resident does not accept an answer, asks for a review on the phone, and is taken up again', async () => {
  await place(world, '刘春莲', '零星垃圾清理', new Map())
  await step('石秀英', 'answer', { answer: '请放到楼下的投放点', source: '社区公告' })
  const page = await takePhone(world, browser, '刘春莲', { width: 390, height: 844 })
  await page.goto(`${world.address}/orders/${world.orderId}`)
  await page.getByRole('button', { name: '不服这个结果，申请复核' }).click()
  await page.getByRole('button', { name: '提交复核申请' }).click()
  await page.getByText('请写一句').first().waitFor()
  await lookAt(page, 'hand-review-form')
  await page.getByLabel('哪里不服，有什么新情况').fill('楼下没有投放点')
  await page.getByRole('button', { name: '提交复核申请' }).click()
  await page.getByText('正在复核，由上一级没有参与原决定的人答复').waitFor()
  await lookAtEachSize(page, 'hand-review', '正在复核')
  await step('向明', 'readmit', { remark: '查过，确实没有，重新受理' })
  await stateIs('submitted')
  await page.getByText('查过，确实没有，重新受理').waitFor()
  await page.context().close()
})
