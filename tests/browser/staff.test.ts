import type { Browser } from 'playwright-core'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import { launchBrowser } from '../kit/browser.ts'
import { lookAt, lookAtEachSize } from '../kit/eachSize.ts'
import { personOf, takePhone } from '../kit/hand.ts'

const GRID = '/c01/g01/'
const CAST = [
  ['曾小红', '全要素网格员', GRID],
  ['彭大山', '全要素网格员', GRID],
  ['许敏', '社区工作者', '/c01/'],
  ['郭卫', '县级管理员', '/'],
  ['黄强', '县级管理员', '/'],
] as const
const desktop = { width: 1440, height: 1000 }
const day = (ahead: number) => new Date(Date.now() + (8 + ahead * 24) * 3600_000).toISOString().slice(0, 10)

let browser: Browser
let town: Town
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('suichuan', true)
  for (const [name, post, where] of CAST) {
    await seat(town, 'suichuan', { name, post, where, phone: '', skill: '', homeEntry: true })
    const key = town.preset.posts.find((one) => one.name.zh === post)?.key
    await town.house.db.commit(systemScope(1), [
      sql`insert into posts (region_id, id, person_id, post, area_path, from_on)
        values (1, ${newId()}::uuid, ${personOf(town, name).personId}::uuid, ${key}, ${where}, current_date - 1)`,
    ])
  }
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

it('a course is held, with sign-up and proof; a pair of mentor and learner begins with two answers', async () => {
  const office = await takePhone(town, browser, '郭卫', desktop)
  const desk = atDesk(office, town.address)
  await desk.open('/courses', '培训')
  await desk.reads('还没有课程')
  await lookAt(office, 'staff-courses-none')
  await desk.press('开设课程')
  await desk.dialog.getByRole('button', { name: '开设', exact: true }).click()
  await desk.dialog.getByText('请写课程名称').first().waitFor()
  await lookAt(office, 'staff-course-missing')
  await desk.dialog.getByLabel('课程名称').fill('入户走访怎么做')
  await desk.pick('面向哪里', /c01社区$/, 'c01社区')
  await desk.dialog.getByRole('combobox', { name: '培训哪些岗位' }).fill('全要素')
  await office.locator('.ant-select-item-option', { hasText: '全要素网格员' }).first().click()
  await desk.dialog.getByLabel('课程名称').click() // the list closes where the focus leaves it
  await desk.dialog.getByRole('textbox', { name: '学习材料' }).fill('先问好，再听，再记。')
  expect(await desk.send('开设', /\/courses$/)).toBe(201)
  await desk.press('排一场')
  await desk.dialog.getByLabel('哪天').fill(day(1))
  await desk.dialog.getByLabel('地点').fill('社区会议室')
  await desk.dialog.getByLabel('讲师').fill('周老师')
  await lookAt(office, 'staff-session')
  expect(await desk.send('排好了', /\/sessions$/)).toBe(201)
  await desk.reads('0 / 30')
  const handout = {
    name: '入户要点.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n%%EOF'),
  }
  await office.getByLabel('入户走访怎么做的材料文件').setInputFiles(handout)
  await desk.reads('入户要点.pdf (1 KB)')

  const worker = await takePhone(town, browser, '曾小红')
  await worker.goto(`${town.address}/work`)
  await worker.getByRole('button', { name: '报名' }).waitFor()
  await lookAtEachSize(worker, 'staff-work-course', '学习材料')
  await worker.getByText('学习材料', { exact: true }).click()
  const saved = worker.waitForEvent('download')
  await worker.getByRole('button', { name: /打开 入户要点\.pdf/ }).click()
  expect((await saved).suggestedFilename()).toBe('入户要点.pdf')
  await worker.getByRole('button', { name: '报名' }).click()
  await worker.getByRole('button', { name: '去不了，退报' }).waitFor()

  await desk.open('/courses', '培训')
  await desk.reads('1 / 30')
  await desk.pick('看哪里', /c01社区$/, 'c01社区')
  await desk.reads(/在岗 2 人/)
  await lookAt(office, 'staff-courses-full')
  await office.locator('[aria-label="入户走访怎么做的场次"] a').first().click()
  await office.getByRole('heading', { level: 1, name: '报名的人' }).waitFor()
  await office.getByRole('checkbox', { name: /^曾.* 来了$/ }).check()
  await lookAt(office, 'staff-seats')
  expect(await desk.act(/确认 1 人参加了/, /attendance$/)).toBe(200)
  await worker.reload()
  await worker.getByText('已确认参加。').waitFor()

  await desk.open('/work', '商定工作')
  await desk.reads('还没有商定的工作')
  await lookAt(office, 'staff-works-none')
  await desk.press('结成师徒')
  await desk.pick('师傅', /彭大山/, '彭')
  await desk.pick('徒弟', /曾小红/, '曾')
  await desk.dialog.getByLabel('学什么').fill('入户走访')
  await lookAt(office, 'staff-pair')
  expect(await desk.send('请两人答复', /mentor-pairs$/)).toBe(201)
  await worker.reload()
  await worker.getByText('师傅：').waitFor()
  await worker.getByRole('button', { name: '愿意', exact: true }).click()
  await worker.getByText('等对方答复。').waitFor()
  const mentor = await takePhone(town, browser, '彭大山')
  await mentor.goto(`${town.address}/work`)
  await mentor.getByRole('button', { name: '愿意', exact: true }).click()
  await mentor.getByRole('button', { name: '结束师带徒' }).waitFor()
  await lookAtEachSize(mentor, 'staff-work-pair', '徒弟')
  for (const page of [worker, mentor, office]) await page.context().close()
}, 300_000)

it('work is agreed on, its facts are read first, an appeal is answered by somebody else; an allowance is listed', async () => {
  const office = await takePhone(town, browser, '郭卫', desktop)
  const desk = atDesk(office, town.address)
  await desk.open('/work', '商定工作')
  await desk.press('提出工作结果')
  await desk.pick('和谁商定', /曾小红/, '曾')
  await lookAt(office, 'staff-propose')
  expect(await desk.send('请本人商定', /work-agreements$/)).toBe(201)
  const worker = await takePhone(town, browser, '曾小红')
  await worker.goto(`${town.address}/work`)
  await worker.getByRole('link', { name: /商定的工作结果/ }).click()
  await worker.getByRole('button', { name: '同意', exact: true }).waitFor()
  await lookAtEachSize(worker, 'staff-agree', '先商定，再开始')
  await worker.getByRole('button', { name: '同意', exact: true }).click()
  await worker.getByRole('button', { name: '同意', exact: true }).waitFor({ state: 'detached' })

  await desk.open('/work', '商定工作')
  await office.getByRole('link', { name: /^曾/ }).click()
  await desk.main.getByLabel('写下事实').first().fill('三户没有走到')
  const written = office.waitForResponse((one) => one.url().endsWith('/facts'))
  await desk.main.getByRole('button', { name: '写下', exact: true }).first().click()
  expect((await written).status()).toBe(201)
  await desk.reads('三户没有走到')
  expect(await desk.act('给本人看', /show$/)).toBe(200)
  await desk.reads('写下结果')
  await lookAt(office, 'staff-decide')
  await desk.main.getByRole('button', { name: '写下结果' }).click()
  await desk.reads(/请写明/)
  for (const radio of await desk.main.getByRole('radio', { name: '还没有', exact: true }).all())
    await radio.check()
  expect(await desk.act('写下结果', /conclude$/)).toBe(200)

  await worker.reload()
  await worker.getByRole('button', { name: '申诉' }).click()
  await worker.getByText('请写为什么不同意').first().waitFor()
  await lookAtEachSize(worker, 'staff-concluded', '不同意可以申诉')
  await worker.getByLabel('为什么不同意').fill('那三户早已搬走')
  await worker.getByRole('button', { name: '申诉' }).click()
  await worker.getByText('您的申诉').waitFor()

  const other = await takePhone(town, browser, '黄强', desktop)
  const judge = atDesk(other, town.address)
  await judge.open('/work', '商定工作')
  await other.getByRole('link', { name: /^曾/ }).click()
  await other.getByLabel('书面答复').fill('核实过，三户确已搬走。')
  for (const radio of await judge.main.getByRole('radio', { name: '做到了', exact: true }).all())
    await radio.check()
  await lookAt(other, 'staff-appeal')
  expect(await judge.act('答复', /answer$/)).toBe(200)
  await worker.reload()
  await worker.getByText('核实过，三户确已搬走。').waitFor()
  await lookAtEachSize(worker, 'staff-answered', '书面答复')

  await desk.open('/allowances', '补助')
  await desk.reads('这个月没有人享受补助')
  await desk.press('定补助')
  await desk.pick('谁', /曾小红/, '曾')
  await desk.dialog.getByRole('combobox', { name: '哪一档' }).click()
  await office.locator('.ant-select-item-option', { hasText: '1200' }).first().click()
  await lookAt(office, 'staff-allowance')
  expect(await desk.send('定下', /allowances$/)).toBe(201)
  await desk.reads('曾小红')
  await lookAt(office, 'staff-allowances')
  await worker.goto(`${town.address}/work`)
  await worker.getByRole('heading', { name: '补助' }).waitFor()
  for (const page of [worker, other, office]) await page.context().close()
}, 300_000)
