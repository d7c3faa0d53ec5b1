import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { World } from '../../scenarios/kit/moves.ts'
import { atDesk } from '../kit/atDesk.ts'
import { launchBrowser } from '../kit/browser.ts'
import { lookAt, lookAtEachSize } from '../kit/eachSize.ts'
import { openPeopledTown, takePhone } from '../kit/hand.ts'

const desktop = { width: 1440, height: 1000 }

let browser: Browser
let town: World
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openPeopledTown()
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

it('a team is opened, asks, is answered on the phone, and is closed with its history and a reason', async () => {
  const office = await takePhone(town, browser, '郑伟', desktop)
  const desk = atDesk(office, town.address)
  await desk.open('/teams', '服务队伍')
  await desk.reads('还没有队伍')
  await lookAt(office, 'teams-desk-none')
  await desk.press('组建队伍')
  await desk.dialog.getByRole('button', { name: '组建', exact: true }).click()
  await desk.dialog.getByText('请填队名').first().waitFor()
  await lookAt(office, 'teams-desk-missing')
  await desk.pick('队伍类别', '志愿者队')
  await desk.dialog.getByLabel('队名').fill('桃源暖邻队')
  await desk.pick('所在地', /c01社区$/, 'c01社区')
  expect(await desk.send('组建', /\/teams$/)).toBe(201)
  await office.getByRole('link', { name: '桃源暖邻队' }).click()
  await desk.reads('还没有请人，先请队长')
  await lookAt(office, 'teams-desk-empty')

  await desk.press('请人进队或改任')
  await desk.dialog.getByRole('button', { name: '请他们' }).click()
  await lookAt(office, 'teams-desk-ask')
  const choose = async (name: string): Promise<void> => {
    await desk.dialog.getByRole('combobox', { name: '请谁' }).fill(name)
    await office
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
      .first()
      .click()
  }
  await desk.dialog.getByRole('radio', { name: '队长', exact: true }).check()
  await choose('陈')
  expect(await desk.send('请他们', /members$/)).toBe(201)
  await desk.dialog.waitFor({ state: 'hidden' })
  await desk.press('请人进队或改任')
  await choose('刘')
  expect(await desk.send('请他们', /members$/)).toBe(201)
  await desk.dialog.waitFor({ state: 'hidden' })

  const leader = await takePhone(town, browser, '陈建国')
  await leader.goto(`${town.address}/me/teams`)
  await leader.getByRole('button', { name: '愿意', exact: true }).waitFor()
  await lookAtEachSize(leader, 'teams-hand-asked', '等您答复')
  await leader.getByRole('button', { name: '愿意', exact: true }).click()
  await leader.getByRole('button', { name: '退出，或不再担任' }).waitFor()
  await lookAtEachSize(leader, 'teams-hand-in', '看派给队伍的单')
  await leader.getByRole('button', { name: '退出，或不再担任' }).click()
  await leader.getByRole('button', { name: '先不退' }).waitFor()
  await lookAt(leader, 'teams-hand-leave')
  await leader.getByRole('button', { name: '先不退' }).click()

  await office.reload()
  await desk.reads('等本人答复')
  await lookAt(office, 'teams-desk-full')
  await desk.main.getByRole('button', { name: /^定.*支队$/ }).click()
  await lookAt(office, 'teams-desk-allies')
  await desk.dialog.getByRole('button', { name: '不办了' }).click()
  await desk.dialog.waitFor({ state: 'hidden' })

  await desk.press('解散队伍')
  await desk.dialog.getByRole('button', { name: '解散队伍' }).click()
  await desk.dialog.getByText('请写为什么解散，队员会看到').first().waitFor()
  await lookAt(office, 'teams-desk-closing')
  await desk.dialog.getByLabel('为什么解散').fill('送暖活动到三月底结束')
  expect(await desk.send('解散队伍', /closing$/)).toBe(200)
  await desk.reads('送暖活动到三月底结束')
  await lookAt(office, 'teams-desk-closed')
  await desk.open('/teams', '服务队伍')
  await office.getByRole('radio', { name: '解散的' }).check()
  await office.getByRole('link', { name: '桃源暖邻队' }).waitFor()
  await lookAt(office, 'teams-desk-past')

  await leader.reload()
  await leader.getByText('送暖活动到三月底结束').waitFor()
  await lookAtEachSize(leader, 'teams-hand-closed', '您现在不在服务队里')
  for (const page of [office, leader]) await page.context().close()
}, 300_000)
