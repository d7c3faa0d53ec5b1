import type { Browser } from 'playwright-core'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import { launchBrowser } from '../kit/browser.ts'
import { lookAt, lookAtEachSize } from '../kit/eachSize.ts'
import { personOf, read, takePhone } from '../kit/hand.ts'

const DOOR = '/s01/c01/g01/b1/e1/'
const CAST = [
  ['邹桂英', '居民', DOOR, ''],
  ['丁兰', '童伴妈妈', '/s01/c01/', '是'],
  ['饶小妹', '单元长', DOOR, '是'],
  ['许敏', '社区工作者', '/s01/c01/', ''],
] as const
const HOUR = 3_600_000
const desktop = { width: 1440, height: 1000 }

let browser: Browser
let town: Town
let household: string
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('linchuan', true)
  atHour(10)
  for (const [name, post, where, homeEntry] of CAST)
    await seat(town, 'linchuan', { name, post, where, phone: '', skill: '', homeEntry: homeEntry !== '' })
  household = newId()
  await town.house.db.commit(systemScope(1), [
    sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
      values (1, ${household}::uuid, ${DOOR}, '301室', 'x', ${Buffer.from(household)}, app_now())`,
    sql`insert into household_members (region_id, id, household_id, person_id, from_at)
      values (1, ${newId()}::uuid, ${household}::uuid, ${personOf(town, '邹桂英').personId}::uuid, app_now())`,
  ])
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

/** The house's clock at an hour of today or of a later day, by the calendar of the place. */
function atHour(hour: number, ahead = 0): void {
  const today = new Date(Date.now() + 8 * HOUR).toISOString().slice(0, 10)
  town.house.db.setShift(Date.parse(`${today}T00:00:00+08:00`) + (ahead * 24 + hour) * HOUR - Date.now())
}

it('care is arranged at the desk, agreed to on a small phone, noted without a network, and missed aloud', async () => {
  const office = await takePhone(town, browser, '许敏', desktop)
  const desk = atDesk(office, town.address)
  await desk.open('/care', '关爱计划')
  await desk.reads('本片还没有关爱计划')
  await lookAt(office, 'care-desk-none')
  await desk.open(`/care/new/${household}`, '安排关爱')
  await desk.press('安排')
  await desk.reads('请选关爱人')
  await lookAt(office, 'care-desk-missing')
  await desk.pick('关爱谁', /^邹/, '邹')
  for (const [label, typed] of [
    ['关爱人', '丁'],
    ['替班人', '饶'],
  ] as const) {
    await office.getByRole('combobox', { name: label }).click()
    await office.getByRole('combobox', { name: label }).fill(typed)
    await office
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .first()
      .click()
    await office.keyboard.press('Escape')
  }
  for (const rhythm of ['每日一联系', '每周一家访', '每月一游玩']) {
    await office.getByRole('combobox', { name: '多久一次' }).click()
    await office
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .getByText(rhythm)
      .click()
    await office.keyboard.press('Escape')
  }
  await lookAt(office, 'care-desk-form')
  expect(await desk.act('安排', /care-plans$/)).toBe(201)
  await desk.reads('等本人或监护人答复')
  await lookAt(office, 'care-desk-asked')

  const elder = await takePhone(town, browser, '邹桂英')
  await elder.goto(`${town.address}/care`)
  await elder.getByText('等您答复').waitFor()
  await lookAtEachSize(elder, 'care-elder-asked', '等您答复')
  await elder.getByRole('link', { name: /关爱我的/ }).click()
  await elder.getByRole('button', { name: '同意', exact: true }).waitFor()
  await lookAtEachSize(elder, 'care-elder-answer', '同意才开始')
  await elder.getByRole('button', { name: '同意', exact: true }).click()
  await elder.getByRole('button', { name: '不要关爱了' }).waitFor()

  const carer = await takePhone(town, browser, '丁兰')
  await carer.goto(`${town.address}/care`)
  await carer.getByRole('heading', { name: /邹/ }).waitFor()
  await carer.evaluate(() => navigator.serviceWorker.ready)
  await lookAtEachSize(carer, 'care-carer-due', '每日一联系')
  await carer.context().setOffline(true)
  await carer.reload()
  await carer.getByText('现在没有网，这是上次取到的').waitFor()
  const daily = carer.locator('.stack', { hasText: '每日一联系' }).last()
  await daily.getByRole('button', { name: '通过话' }).click()
  await carer.getByText('已记在手机上，有网自动发出').waitFor()
  await lookAt(carer, 'care-carer-offline')
  await carer.context().setOffline(false)
  await expect
    .poll(
      async () => {
        await carer.reload()
        const { items } = await read<{ items: { id: string }[] }>(town, '许敏', '/care-plans')
        const plan = await read<{ contacts: object[] }>(town, '许敏', `/care-plans/${items[0]?.id}`)
        return plan.contacts.length
      },
      { timeout: 20_000, interval: 1000 },
    )
    .toBe(1)

  for (const hour of [18, 19, 20, 21]) {
    atHour(hour, 1)
    await town.house.furniture.alarmCare(1)
  }
  await town.house.settle()
  await carer.goto(`${town.address}/care`)
  await carer
    .getByText(/还没有$/)
    .first()
    .waitFor()
  await lookAtEachSize(carer, 'care-carer-missed', '每日一联系')
  await carer.getByRole('link', { name: '看计划，或请人替班' }).click()
  await carer.getByRole('button', { name: '请人替班' }).click()
  await carer.getByText('请选从哪天起').first().waitFor()
  await lookAtEachSize(carer, 'care-carer-plan', '联系记录')

  await desk.open('/care', '关爱计划')
  await desk.reads(/，还没有$/)
  await lookAt(office, 'care-desk-full')
  await office.getByRole('link', { name: /邹/ }).click()
  await office.getByRole('link', { name: '自动点的单' }).first().waitFor()
  await lookAt(office, 'care-desk-missed')
  await desk.press('改人或次数')
  await desk.dialog.getByText('多久一次').waitFor()
  await lookAt(office, 'care-desk-change')
  await office.keyboard.press('Escape')
  await office.getByRole('link', { name: '自动点的单' }).first().click()
  await desk.reads('约定的联系没接上，请上门看看')

  await elder.reload()
  await elder.getByRole('button', { name: '不要关爱了' }).click()
  await elder.getByRole('button', { name: '停止', exact: true }).waitFor()
  await lookAt(elder, 'care-elder-end')
  await elder.getByRole('button', { name: '停止', exact: true }).click()
  await elder.getByText('已结束').waitFor()
  await elder.goto(`${town.address}/care`)
  await elder.getByText('已结束').waitFor()
  await carer.goto(`${town.address}/care`)
  await lookAtEachSize(carer, 'care-carer-none', '现在没有关爱计划')
  for (const page of [elder, carer, office]) await page.context().close()
}, 180_000)
