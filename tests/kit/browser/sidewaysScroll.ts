import type { Page } from 'playwright-core'

/** @throws Error that names the elements reaching beyond the right edge when the page can be scrolled sideways */
export async function assertNoSidewaysScroll(page: Page): Promise<void> {
  const { excess, culprits } = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth
    const beyond = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > edge + 0.5,
    )
    const innermost = beyond.filter((element) => !beyond.some((other) => other.parentElement === element))
    return {
      excess: document.documentElement.scrollWidth - edge,
      culprits: innermost.slice(0, 10).map((element) => element.outerHTML.slice(0, 120)),
    }
  })
  if (excess <= 0) return
  throw new Error(`${page.url()} is ${excess} px too wide\n    ${culprits.join('\n    ')}`)
}
