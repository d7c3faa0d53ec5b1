import type { Browser, Page } from 'playwright-core'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { ask, openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk, type Desk } from './atDesk.ts'
import { assertNoSidewaysScroll, assertTargetSize, axe, shoot } from './browser.ts'
import { personOf, read, takePhone } from './hand.ts'
import { OPEN_ALWAYS } from './houseStations.ts'

// What the journeys through stations and activities have in common.

const CAST = [
  ['王秀兰', '居民', '/s01/c01/g01/b1/e1/', '13800000001'],
  ['陈建国', '居民', '/s01/c01/g01/b1/e1/', '13800000002'],
  ['赵敏', '社区工作者', '/s01/c01/', ''],
  ['郑伟', '区级管理员', '/', ''],
] as const
/** An ordinary phone, and a small one in the largest type; each with a resident of its own. */
export const PHONES = [
  { typeSize: 18, width: 390, target: 48, name: '王秀兰' },
  { typeSize: 30, width: 320, target: 60, name: '陈建国' },
] as const

export type Taoyuan = {
  readonly town: Town
  /** A command of the administration, which must succeed. */
  send(path: string, body: object): Promise<Record<string, unknown>>
  /** A station at 桃源路 that never closes. */
  station(change?: object): Promise<{ readonly id: string; readonly slug: string }>
  /** The desk of somebody, on a screen as wide as theirs. */
  desk(browser: Browser, name: string, width?: number): Promise<Desk>
}

/** A town with one community, 桃源社区, two residents, somebody on duty and the administration. */
export async function openTaoyuan(): Promise<Taoyuan> {
  const town = await openTown('xihu', true)
  for (const [name, post, where, phone] of CAST)
    await seat(town, 'xihu', { name, post, where, phone, skill: '', homeEntry: false })
  const send: Taoyuan['send'] = async (path, body) => {
    const answer = await ask(town, personOf(town, '郑伟'), 'POST', path, body)
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const { id } = await read<{ id: string }>(town, '郑伟', '/areas/one?path=/s01/c01/')
  await send(`/areas/${id}/rename`, { name: '桃源社区' })
  return {
    town,
    send,
    async station(change = {}) {
      const body = {
        id: newId(),
        kind: 'fixed',
        name: '桃源驿站',
        path: '/s01/c01/',
        address: '桃源路 18 号一楼，公交站旁边',
        position: null,
        phone: '079188001234',
        facilities: ['water', 'charging', 'umbrella'],
        stepFree: true,
        photos: [],
        hours: OPEN_ALWAYS,
        from: null,
        to: null,
        ...change,
      }
      const { slug } = await send('/stations', body)
      return { id: body.id, slug: String(slug) }
    },
    desk: async (browser, name, width = 1440) =>
      atDesk(await takePhone(town, browser, name, { width, height: 1000 }), town.address),
  }
}

/** What every page of these journeys must pass at its full length, with a picture for a person to look at. */
export async function lookWhole(page: Page, name: string, target?: number): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForTimeout(300)
  const width = page.viewportSize()?.width ?? 390
  const height = await page.evaluate(() => document.documentElement.scrollHeight + 120)
  await page.setViewportSize({ width, height })
  await shoot(page, name)
  await axe(page)
  await assertNoSidewaysScroll(page)
  if (target) await assertTargetSize(page, target)
}
