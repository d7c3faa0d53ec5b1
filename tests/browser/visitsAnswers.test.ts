import type { OpenedVisit } from '@linli/contract/visits/answerShapes'
import type { Question, TakenArea, VisitRecord } from '@linli/contract/visits/shapes'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { localStorage } from '../../apps/server/src/kernel/uploads/localStorage.ts'
import { ask, openAreas, openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { assertNoSidewaysScroll, axe, launchBrowser, shoot } from '../kit/browser.ts'
import { personOf, read, takePhone } from '../kit/hand.ts'

// What a campaign was answered, read at the desk; and a visit that two phones wrote down at once, settled there.

const GRID = '/s01/c01/g01/'
const QUESTIONS: Question[] = [
  { key: 'help', kind: 'choice', label: '要不要帮忙', choices: ['要', '不要'], required: true },
  { key: 'what', kind: 'several', label: '帮什么', choices: ['送餐', '陪诊', '维修'], required: false },
  { key: 'people', kind: 'number', label: '几口人', required: false },
  { key: 'say', kind: 'text', label: '还想说什么', required: false },
  { key: 'spot', kind: 'place', label: '在哪里', required: false },
  { key: 'door', kind: 'photo', label: '楼道照片', required: false },
]
const SIZES = [
  { width: 320, typeSize: 30 },
  { width: 1440, typeSize: 18 },
] as const

let browser: Browser
let town: Town
let campaign: string
let form: string
let doors: TakenArea['households']

beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('xihu', true)
  for (const [name, post, where] of [
    ['徐建国', '网格员', GRID],
    ['李强', '网格员', GRID],
    ['郑伟', '区级管理员', '/'],
  ] as const)
    await seat(town, 'xihu', { name, post, where, phone: '', skill: '', homeEntry: false })
  await openAreas(town.house, town.preset, `${GRID}b1/`)
  await town.house.db.commit(systemScope(1), [
    sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
      select 1, gen_random_uuid(), ${`${GRID}b1/`}, (100 + n)::text, '', '', app_now() from generate_series(1, 8) n`,
  ])
  const started = await ask(town, personOf(town, '郑伟'), 'POST', '/campaigns', {
    kind: 'doorToDoor',
    name: '冬季敲门',
    path: GRID,
    from: '2026-11-01',
    to: '2026-12-31',
    questions: QUESTIONS,
  })
  campaign = String(started.body['id'])
  form = String(started.body['form'])
  doors = (await read<TakenArea>(town, '徐建国', `/campaigns/${campaign}/area`)).households
})
afterAll(async () => {
  await browser.close()
  await town.close()
})

const recordAt = (
  at: number,
  answers: VisitRecord['answers'],
  more: Partial<VisitRecord> = {},
): VisitRecord => ({
  id: newId(),
  visit: newId(),
  campaign,
  household: doors[at]?.id ?? '',
  form,
  replaces: [],
  outcome: 'met',
  answers,
  orders: [],
  at: '2026-11-20T02:00:00.000Z',
  ...more,
})
async function bring(name: string, ...records: VisitRecord[]): Promise<void> {
  const { status, body } = await ask(town, personOf(town, name), 'POST', '/visits/records', { records })
  expect(status, JSON.stringify(body)).toBe(200)
}
/** A photo at a door, as it lies once it came. */
async function photoAt(at: number, colour: string): Promise<string> {
  const [id, file] = [newId(), newId()]
  const bytes = await sharp({ create: { width: 640, height: 480, channels: 3, background: colour } })
    .webp()
    .toBuffer()
  await localStorage(town.house.filesDirectory).put(`1-${file}`, bytes)
  const by = personOf(town, '徐建国').personId
  await town.house.db.commit(systemScope(1), [
    sql`insert into files (region_id, id, kind, media_type, bytes, width, height, sha256, storage_key, uploaded_by, at)
      values (1, ${file}, 'photo', 'image/webp', ${bytes.length}, 640, 480, '', ${`1-${file}`}, ${by}, app_now())`,
    sql`insert into visit_photos (region_id, id, household_id, path, file_id, by_person, at)
      values (1, ${id}, ${doors[at]?.id}, ${doors[at]?.path}, ${file}, ${by}, app_now())`,
  ])
  return id
}
async function looked(page: Page, what: string): Promise<void> {
  for (const { width, typeSize } of SIZES) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = `${size}px`
    }, typeSize)
    await assertNoSidewaysScroll(page)
    await shoot(page, `visits-${what}-${width}`)
  }
  await axe(page)
}
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .getByText(option, { exact: true })
    .click()
}

it('answers are summed up, filtered and opened with a reason; photos go by keys; a visit that stands twice is settled', async () => {
  const photos = [await photoAt(0, '#b3261e'), await photoAt(0, '#1e6bb3')]
  const twice = recordAt(3, { help: '不要' })
  await bring(
    '徐建国',
    recordAt(0, { help: '要', what: ['送餐', '维修'], people: 3, say: '三楼扶手松了', door: photos }),
    recordAt(1, {
      help: '要',
      what: ['送餐'],
      people: 5,
      spot: { longitude: 115.8921, latitude: 28.6764, name: '1栋附近' },
    }),
    recordAt(2, { help: '不要', spot: { longitude: 115.8931, latitude: 28.6771 } }),
    twice,
    recordAt(4, {}, { outcome: 'notHome' }),
  )
  await bring(
    '徐建国',
    recordAt(3, { help: '要', what: ['陪诊'] }, { visit: twice.visit, replaces: [twice.id] }),
  )
  await bring('李强', recordAt(3, { help: '不要', people: 2 }, { visit: twice.visit, replaces: [twice.id] }))

  const page = await takePhone(town, browser, '郑伟', { width: 1440, height: 900 })
  page.setDefaultTimeout(15_000)
  await page.goto(`${town.address}/desk/campaigns/${campaign}`)
  await page.getByText('有 1 次走访有两份记录').waitFor()
  await looked(page, 'desk-progress')
  await page.getByRole('link', { name: '看回答' }).click()
  await page.getByText('4 次走访').waitFor()
  await page.locator('.answers-map[data-ready]').waitFor()
  await page.getByText('写了 6 个字').waitFor()
  expect(await page.getByText('扶手松了').count()).toBe(0)
  await looked(page, 'desk-answers')
  await choose(page, '答了哪一题', '帮什么')
  await choose(page, '怎么答的', '维修')
  await page.getByText('1 次走访').waitFor()
  await page.getByRole('link', { name: / 101$/ }).click()
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await page.getByRole('alert').getByText('请选择为什么打开').waitFor()
  await choose(page, '为什么打开', '核对走访记录')
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await page.getByText('三楼扶手松了').waitFor()
  await looked(page, 'desk-visit')
  await page.getByRole('button', { name: '看照片（2 张）' }).click()
  await page.getByAltText(/楼道照片，第 1 张照片，共 2 张/).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.getByAltText(/第 2 张照片，共 2 张/).waitFor()
  await looked(page, 'desk-photo')
  await page.keyboard.press('Escape')
  await page.getByAltText(/第 2 张照片/).waitFor({ state: 'detached' })
  const looks = await town.house.db.read<{ action: string; count: number }>(
    systemScope(1),
    sql`select action, count(*)::int as count from audit_entries where region_id = 1 and subject_id = ${doors[0]?.id} group by action order by action`,
  )
  expect(looks).toEqual([
    { action: 'openVisit', count: 1 },
    { action: 'openVisitPhoto', count: 2 },
  ])

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${town.address}/desk/campaigns/${campaign}/conflicts`)
  await page.getByRole('link', { name: / 104$/ }).waitFor()
  await looked(page, 'desk-conflicts')
  await page.getByRole('link', { name: / 104$/ }).click()
  await choose(page, '为什么打开', '核对走访记录')
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await page.getByText('这次走访有 2 份，请核对').waitFor()
  await page.getByRole('button', { name: '就这样定' }).click()
  await page.getByRole('alert').getByText('请选按哪一份').waitFor()
  await page.getByRole('radio', { name: '逐题选' }).check()
  await page
    .getByRole('group', { name: /按哪一份/ })
    .getByRole('radio', { name: /徐建国/ })
    .check()
  await page
    .getByRole('group', { name: '几口人' })
    .getByRole('radio', { name: /李强.*2/ })
    .check()
  await looked(page, 'desk-settle')
  await page.getByRole('button', { name: '就这样定' }).click()
  await page.getByText('已核对，没选的留在历史里。').waitFor()
  await page.getByText('以前的，都留着').waitFor()
  await looked(page, 'desk-settled')
  const { status, body } = await ask(town, personOf(town, '郑伟'), 'POST', `/visits/${twice.visit}/open`, {
    reason: 'check',
  })
  expect(status).toBe(200)
  const { versions } = body as unknown as OpenedVisit // the contract's answer
  expect(versions.filter(({ stands }) => stands).map(({ answers }) => answers)).toEqual([
    { help: '要', what: ['陪诊'], people: 2 },
  ])
  expect(versions.length).toBe(4)
  await page.context().close()
}, 600_000)
