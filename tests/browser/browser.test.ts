import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  assertNoSidewaysScroll,
  assertTabReachesAll,
  assertTargetSize,
  axe,
  launchBrowser,
  openPage,
  shoot,
} from '../kit/browser.ts'

const sound = `<!doctype html><html lang="zh-CN"><head><title>邻里</title>
<meta name="viewport" content="width=device-width"><style>
body { font: 18px sans-serif; margin: 16px } a, button, input, label { display: block; min-height: 48px; min-width: 48px }
</style></head><body><main><h1>邻里：有事说一声</h1><p>点单、派单、抢单、办理、评单、兑单。红驿站 See you at 8.</p>
<a href="#orders">我的订单</a><label for="name">姓名</label><input id="name" autocomplete="name">
<label><input type="radio" name="when" checked> 今天</label><label><input type="radio" name="when"> 明天</label>
<button type="button" disabled>已经办好</button><button type="button">我去</button></main></body></html>`

describe.each(['', 'package'])('browser found with LINLI_BROWSER=%j', (wish) => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    vi.stubEnv('LINLI_BROWSER', wish)
    browser = await launchBrowser()
    page = await openPage(browser, { width: 320, height: 640, deviceScaleFactor: 2 })
    await page.setContent(sound)
  })
  afterAll(async () => {
    await browser.close()
    vi.unstubAllEnvs()
  })

  it('draws Chinese with glyphs of a Chinese font, none of them the box for a missing one', async () => {
    await shoot(page, `browser-${wish || 'found'}`)
    expect(await fontsOf(page, 'h1')).toEqual(['Noto Sans SC'])
    const pictures = await page.evaluate(() => {
      const canvas = document.createElement('canvas')
      const pen = canvas.getContext('2d')
      if (pen === null) throw new Error('no canvas')
      pen.font = '40px sans-serif'
      return [...'邻里单\u{10ffff}'].map((sign) => {
        pen.clearRect(0, 0, 300, 150)
        pen.fillText(sign, 10, 60)
        return canvas.toDataURL()
      })
    })
    expect(new Set(pictures).size).toBe(4)
  })

  it('lives in Shanghai and speaks Chinese', async () => {
    const place = await page.evaluate(() => [
      Intl.DateTimeFormat().resolvedOptions().timeZone,
      navigator.language,
    ])
    expect(place).toEqual(['Asia/Shanghai', 'zh-CN'])
  })

  it('finds nothing to blame on a sound page', async () => {
    await axe(page)
    await assertNoSidewaysScroll(page)
    await assertTargetSize(page, 48)
    await assertTabReachesAll(page)
  })
})

it('opens a device that keeps a type size, until the person chooses another', async () => {
  const browser = await launchBrowser()
  onTestFinished(() => browser.close())
  const page = await openPage(browser, { typeSize: 30 })
  await page.route('http://linli.test/', (route) => route.fulfill({ contentType: 'text/html', body: sound }))
  await page.goto('http://linli.test/')
  expect(await page.evaluate(() => localStorage.getItem('linli.typeSize'))).toBe('30')
  await page.evaluate(() => localStorage.setItem('linli.typeSize', '22'))
  await page.reload()
  expect(await page.evaluate(() => localStorage.getItem('linli.typeSize'))).toBe('22')
})

describe('faults of a page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it.each([
    ['a name that is missing', '<input>', axe, /label: Form elements must have labels/],
    ['grey words', '<p style="color:#bbb;background:#fff">看不清</p>', axe, /color-contrast/],
    [
      'a small button',
      '<button style="width:20px;height:20px">去</button>',
      (page: Page) => assertTargetSize(page, 48),
      /20 x 20 {2}<button/,
    ],
    ['a wide table', '<div style="width:900px">宽</div>', assertNoSidewaysScroll, /px too wide\s+<div/],
    [
      'a button out of reach',
      '<button tabindex="-1">去</button><a href="#a">回</a>',
      assertTabReachesAll,
      /<button tabindex/,
    ],
    [
      'a trap',
      '<input onkeydown="event.preventDefault()"><button>去</button>',
      assertTabReachesAll,
      /<button>去/,
    ],
  ])('names %s', async (_, body, judge, words) => {
    const page = await openPage(browser, { width: 320 })
    await page.setContent(`<!doctype html><html lang="zh"><title>试</title><body><main>${body}</main>`)
    await expect(judge(page)).rejects.toThrow(words)
    await page.context().close()
  })
})

/** Names of the fonts that really drew the text of an element. */
async function fontsOf(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.map((font) => font.familyName)
}
