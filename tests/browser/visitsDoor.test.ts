import type { MyCard } from '@linli/contract/cards/shapes'
import type { TakenArea } from '@linli/contract/visits/shapes'
import type { Browser, Page } from 'playwright-core'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import type { World } from '../../scenarios/kit/moves.ts'
import { ask, seat } from '../../scenarios/kit/town.ts'
import { assertNoSidewaysScroll, assertTargetSize, axe, launchBrowser, shoot } from '../kit/browser.ts'
import { openPeopledTown, personOf, read, takePhone } from '../kit/hand.ts'

// At one door without a network: a place is chosen, and who lives there reads and presses for themselves.

const GATE = '/s01/c01/g01/b1/e1/'
const household = newId()
let browser: Browser
let world: World

beforeAll(async () => {
  browser = await launchBrowser()
  world = await openPeopledTown()
  const row = {
    name: '吴网格',
    post: '网格员',
    where: '/s01/c01/g01/',
    phone: '',
    skill: '',
    homeEntry: false,
  }
  await seat(world, 'xihu', row)
  await world.house.db.commit(systemScope(1), [
    sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
      values (1, ${household}, ${GATE}, '501', '', '', app_now())`,
    sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
      select 1, gen_random_uuid(), ${GATE}, n::text, '', '', app_now() from generate_series(601, 612) n`,
    sql`insert into household_members (region_id, id, household_id, person_id, from_at)
      values (1, ${newId()}, ${household}, ${personOf(world, '王秀兰').personId}, app_now() - interval '1 day')`,
    sql`insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
      values (1, ${newId()}, ${GATE}, 1159000000, 287000000, app_now(), ${personOf(world, '郑伟').personId})`,
  ])
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

async function walking(
  name: string,
  typeSize: 18 | 30,
  width: number,
): Promise<{ page: Page; campaign: string }> {
  const { body } = await ask(world, personOf(world, '郑伟'), 'POST', '/campaigns', {
    kind: 'walk',
    name,
    path: '/s01/c01/g01/',
    from: '2026-11-01',
    to: '2026-12-31',
    questions: [{ key: 'where', kind: 'place', label: '在哪里见到的', required: true }],
  })
  const campaign = String(body['id'])
  const page = await takePhone(world, browser, '吴网格', { width, height: 844, typeSize })
  page.setDefaultTimeout(8000)
  await page.goto(`${world.address}/visits`)
  await page.locator('.card', { hasText: name }).getByRole('button', { name: '取到手机上' }).click()
  await page.getByRole('link', { name: new RegExp(name) }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.goto(`${world.address}/visits/${campaign}`)
  await page.locator('.door').first().waitFor()
  await page.context().setOffline(true)
  return { page, campaign }
}

describe.each([
  { typeSize: 18, width: 390, target: 48, answer: '我同意' },
  { typeSize: 30, width: 320, target: 60, answer: '我不同意' },
] as const)('at $typeSize px on $width px', ({ typeSize, width, target, answer }) => {
  it(`without a network: the door is found, "${answer}" is pressed by its resident, a place is chosen; all of it arrives`, async () => {
    const { page, campaign } = await walking(`门口${typeSize}`, typeSize, width)
    const judged = async (what: string) => {
      await axe(page)
      await assertNoSidewaysScroll(page)
      await assertTargetSize(page, target)
      await shoot(page, `visits-door-${what}-${typeSize}`)
    }
    await page.getByLabel('找一户').fill('501')
    await page.getByText('找到 1 户').waitFor()
    await judged('found')
    await page.locator('.door').click()
    await page.getByRole('link', { name: '当面征求同意' }).click()
    await page.getByRole('button', { name: '写好了，交给住户看' }).click()
    await page.getByRole('alert').getByText('请写是谁的').waitFor()
    await page.getByLabel('谁的').fill('王秀兰')
    await page.getByRole('radio', { name: '独居' }).check()
    await judged('asked')
    await page.getByRole('button', { name: '写好了，交给住户看' }).click()
    await page.getByRole('button', { name: '我同意' }).waitFor()
    const type = await page
      .locator('.handed')
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
    expect(type).toBeGreaterThanOrEqual(26)
    await judged('read')
    await page.getByRole('button', { name: answer }).click()
    await page.getByText('请把手机还给网格员').waitFor()
    await judged('pressed')
    if (answer === '我同意') {
      await page.getByLabel('上门时怎么帮').fill('敲门重一点')
      await page.getByRole('button', { name: '按同意记上' }).click()
    } else {
      expect(await page.getByLabel('上门时怎么帮').count()).toBe(0)
      await page.getByRole('link', { name: '回到这一户' }).first().click()
    }
    await page.getByText('还没有选地点').waitFor()
    await page.getByRole('button', { name: '记好了' }).click()
    await page.getByRole('alert').getByText('在哪里见到的').waitFor()
    await page.getByLabel('或者选一栋楼').selectOption({ index: 1 })
    await page.getByText('已选：').waitFor()
    await page.getByText('在小地图上点').click()
    await page.locator('.place-sheet').click({ position: { x: 100, y: 120 } })
    await page.getByText(/已选：.*附近/).waitFor()
    await judged('place')
    await page.getByRole('button', { name: '记好了' }).click()
    await page.getByText('已记在手机上').waitFor()
    await page.context().setOffline(false)
    await expect
      .poll(async () => {
        const { households } = await read<TakenArea>(world, '吴网格', `/campaigns/${campaign}/area`)
        return households.flatMap(({ heads }) => heads.map(({ answers }) => JSON.stringify(answers)))
      })
      .toEqual([expect.stringContaining('附近')])
    const card = async () => (await read<{ card: MyCard }>(world, '王秀兰', '/me/card')).card
    const state = answer === '我同意' ? 'given' : 'refused'
    await expect.poll(async () => (await card()).consents[0]).toMatchObject({ way: 'door', state })
    await expect.poll(async () => (await card()).tags.map(({ help }) => help)).toEqual(['敲门重一点'])
    await page.context().close()
  })
})

it('the resident reads on her own phone how she agreed, is told of it, and takes it back', async () => {
  const page = await takePhone(world, browser, '王秀兰', { width: 390, height: 844 })
  await page.goto(`${world.address}/inbox`)
  await page.getByText('上门时问过您同不同意').first().waitFor()
  await page.goto(`${world.address}/me/card`)
  await page.getByText('上门时当面自己按的').waitFor()
  await axe(page)
  await shoot(page, 'visits-door-mine')
  await page.getByRole('button', { name: '撤回同意' }).click()
  await page.getByRole('button', { name: '撤回，马上删掉' }).click()
  await page.getByText('上门时当面自己按的').waitFor({ state: 'detached' })
  await page.context().close()
})
