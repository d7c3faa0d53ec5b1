import type { OrderView } from '@linli/contract/orders/shapes'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { move, place, type World } from '../../scenarios/kit/moves.ts'
import { openTown, seat, until } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import { launchBrowser } from '../kit/browser.ts'
import { photoFile, read, takePhone } from '../kit/hand.ts'

const CAST = [
  ['刘春莲', '居民', '/t01/c01/g01/b1/', '13800000001'],
  ['陈立志', '报到党员', '/t01/c01/g01/', '13800000002'],
  ['江海生', '专职网格员', '/t01/c01/g01/', '13800000003'],
  ['石秀英', '社区工作者', '/t01/c01/', ''],
  ['向明', '县级管理员', '/', ''],
] as const

let browser: Browser
let world: World
beforeAll(async () => {
  browser = await launchBrowser()
  const town = await openTown('duchang', true)
  for (const [name, post, where, phone] of CAST)
    await seat(town, 'duchang', { name, post, where, phone, skill: '', homeEntry: post === '报到党员' })
  world = { ...town, orderId: '', placedBy: '', lastAnswers: [], winner: '', loser: '' }
})
afterAll(async () => {
  await browser.close()
  await world.close()
})
const phone = (name: string) => takePhone(world, browser, name, { width: 390, height: 844 })
const orderOf = (name: string) => read<OrderView>(world, name, `/orders/${world.orderId}`)

it('speaks the words of the place on the first page: its name, its days of duty, its wall of wishes', async () => {
  const page = await phone('刘春莲')
  await page.goto(`${world.address}/`)
  await page.getByRole('heading', { level: 1, name: '红色蒲公英驿站' }).waitFor()
  await page.getByText('全年365天有人值班').waitFor()
  await page.getByText('可以请人代办').waitFor()
  await page.getByRole('link', { name: /微心愿墙/ }).waitFor()
  await page.context().close()
})

it('a helper gives an order back by phone, and the pool has it again', async () => {
  await place(world, '刘春莲', '换灯泡', new Map())
  await until(async () => {
    const { status, body } = await move(world, '陈立志', '抢单', new Map())
    return status === 200 ? null : JSON.stringify(body)
  })
  const page = await phone('陈立志')
  await page.goto(`${world.address}/tasks/${world.orderId}`)
  await page.getByRole('button', { name: '办不了，放回去' }).click()
  await page.getByLabel('为什么办不了').fill('手伤了')
  await page.getByRole('button', { name: '放回去，请别的邻居来办' }).click()
  await until(async () => ((await orderOf('刘春莲')).state === 'offered' ? null : '还没有放回'))
  await page.context().close()
  const asker = await phone('刘春莲')
  await asker.goto(`${world.address}/orders/${world.orderId}`)
  await asker.getByText('放回抢单大厅，重新找人来办').waitFor()
  expect(await asker.getByText('手伤了').count()).toBe(0)
  await asker.context().close()
})

it('a grid worker closes the own report on the spot, with the photos it asks for', async () => {
  await place(world, '江海生', '零星垃圾清理', new Map(), 'gridReport')
  const page = await phone('江海生')
  await page.goto(`${world.address}/orders/${world.orderId}`)
  await page.getByRole('link', { name: '当场办好了，去自办自结' }).click()
  await page.getByRole('button', { name: '当场办好，自办自结' }).click()
  await page.getByLabel('办得怎么样，写给诉求人看').fill('清走了两袋垃圾')
  await page.getByRole('button', { name: '办好了，结案' }).click()
  await page.getByText('这件事要一张办理前的照片').first().waitFor()
  for (const [at, name] of ['before', 'after'].entries()) {
    const uploaded = page.waitForResponse(
      (answer) => answer.url().endsWith('/api/files/photos') && answer.ok(),
    )
    await page
      .locator('input[type=file]')
      .nth(at)
      .setInputFiles(await photoFile(name))
    await uploaded
  }
  await page.getByRole('button', { name: '办好了，结案' }).click()
  await until(async () => {
    const { state } = await orderOf('江海生')
    return state === 'closed' || state === 'followUp' ? null : `还是 ${state}`
  })
  await page.getByText('网格员当场办好了').waitFor()
  await page.context().close()
})

it('the desk shows the three lists with their gaps, and only the gaps where asked', async () => {
  await place(world, '刘春莲', '课业辅导', new Map())
  await world.house.settle()
  const desk = atDesk(await phone('向明'), world.address)
  await desk.page.setViewportSize({ width: 1280, height: 900 })
  await desk.open('/service-lists', '三张清单')
  await desk.reads('供不应求')
  const rows = await desk.rows('忧心事')
  expect(rows[0]).toContain('课业辅导')
  expect(rows[0]).toContain('不到 3 人')
  await desk.main.getByText('只看有缺口的').click()
  await until(async () =>
    (await desk.rows('忧心事')).some((row) => row.includes('换灯泡')) ? '没有缺口的还在' : null,
  )
  await desk.page.context().close()
})
