import type { Page } from 'playwright-core'
import { assertNoSidewaysScroll, assertTabReachesAll, axe, shoot } from './browser.ts'

/** What every page must pass, with a picture for a person to look at. */
export async function lookAt(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400) // the live stream stays open, so the network is never idle
  await shoot(page, name)
  await axe(page)
  await assertNoSidewaysScroll(page)
}

const SIZES = [
  { width: 390, height: 844, type: 18 },
  { width: 320, height: 640, type: 30 },
] as const

/** One page of hand on an ordinary phone, and on a small one in the largest type, where Tab is walked as well. */
export async function lookAtEachSize(page: Page, name: string, ready: string): Promise<void> {
  for (const { width, height, type } of SIZES) {
    await page.setViewportSize({ width, height })
    await page.evaluate((size) => localStorage.setItem('linli.typeSize', JSON.stringify(size)), type)
    await page.reload()
    await page.getByText(ready).first().waitFor()
    await lookAt(page, `${name}-${type}`)
    if (type === 30) await assertTabReachesAll(page)
  }
}
