import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { launchBrowser, openPage } from '../kit/browser.ts'

// Words as somebody might leave them who wants to run in a neighbour's or an officer's page.
const ATTACKS = [
  '<img src=x onerror="window.attacked=1">',
  '<script>window.attacked=1</script>',
  '"><svg onload=window.attacked=1>',
  'javascript:window.attacked=1',
  '{{constructor.constructor("window.attacked=1")()}}',
].join(' ')

let browser: Browser
let town: Town
let order = ''
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('xihu', true)
  const about = { phone: '', skill: '', homeEntry: false }
  await seat(town, 'xihu', { ...about, name: '王秀兰', post: '居民', where: '/s01/c01/g01/b1/e1/' })
  await seat(town, 'xihu', { ...about, name: '赵敏', post: '社区工作者', where: '/s01/c01/' })
  const answer = await fetch(`${town.address}/api/orders`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${town.people.get('王秀兰')?.token}`,
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({
      id: crypto.randomUUID(),
      channel: 'hand',
      kind: 'help',
      detail: ATTACKS,
      path: '/s01/c01/g01/b1/e1/',
    }),
  })
  expect(answer.status).toBe(201)
  order = ((await answer.json()) as { id: string }).id
})
afterAll(async () => {
  await browser.close()
  await town.close()
})

type Watched = { readonly page: Page; readonly refused: string[] }

/** A page whose refusals by the policy of content, and errors, are kept. */
async function open(name: string, path: string, width: number): Promise<Watched> {
  const page = await openPage(browser, { width })
  const value = town.people.get(name)?.token ?? ''
  await page.context().addCookies([{ name: 'linli_session', value, url: town.address, httpOnly: true }])
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text())
  })
  page.on('pageerror', (error) => refused.push(error.message))
  await page.goto(town.address + path)
  return { page, refused }
}
const attacked = (page: Page) => page.evaluate(() => 'attacked' in window)

it.each([
  ['王秀兰', (id: string) => `/orders/${id}`, 390],
  ['赵敏', (id: string) => `/desk/orders/${id}`, 1440],
  ['赵敏', () => '/desk/orders', 1440],
])('what %s reads of an order is text, whatever somebody wrote into it', async (name, pathOf, width) => {
  const { page, refused } = await open(name, pathOf(order), width)
  await page.getByText('<img src=x').first().waitFor()
  expect(await attacked(page)).toBe(false)
  expect(refused).toEqual([])
})

it('a script that gets into a page all the same is not run, and nothing is fetched from elsewhere', async () => {
  const { page, refused } = await open('王秀兰', '/', 390)
  await page.evaluate(() => {
    const inline = document.createElement('script')
    inline.textContent = 'window.attacked = 1'
    document.body.append(inline)
    const foreign = document.createElement('script')
    foreign.src = 'https://elsewhere.example/attack.js'
    document.body.append(foreign)
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.attacked=1">')
  })
  await expect.poll(() => refused.length).toBeGreaterThanOrEqual(3)
  expect(await attacked(page)).toBe(false)
  await expect(page.evaluate(() => fetch('https://elsewhere.example/'))).rejects.toThrow(/fetch/i)
  await page.evaluate(() => {
    const button = document.createElement('button')
    button.textContent = '试'
    button.addEventListener('click', () => {
      try {
        // oxlint-disable-next-line no-implied-eval -- what the policy of content is to refuse
        new Function('window.attacked = 1')()
      } catch (error) {
        document.title = String(error)
      }
    })
    document.body.prepend(button)
  })
  await page.getByRole('button', { name: '试', exact: true }).click() // by hand: what the debugger calls stands above the policy
  expect(await page.title()).toMatch(/EvalError/)
  expect(await attacked(page)).toBe(false)
})

it('a page of somebody else cannot frame ours', async () => {
  const page = await openPage(browser, { width: 390 })
  const stranger = createServer((_request, reply) =>
    reply.setHeader('content-type', 'text/html').end(`<iframe src="${town.address}/"></iframe>`),
  )
  const { promise, resolve } = Promise.withResolvers<void>()
  stranger.listen(0, '127.0.0.1', resolve)
  await promise
  try {
    const { port } = stranger.address() as AddressInfo // it listens
    const refused: string[] = []
    page.on('console', (message) => refused.push(message.text()))
    await page.goto(`http://127.0.0.1:${port}/`)
    await expect.poll(() => refused.join()).toContain('frame-ancestors')
  } finally {
    stranger.close()
  }
})
