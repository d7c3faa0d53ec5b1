import { randomUUID } from 'node:crypto'
import { STATES, type Verb } from '@linli/contract'
import { orderEndpoints } from '@linli/contract/orders/endpoints'
import type { OrderView } from '@linli/contract/orders/shapes'
import { presetOf } from '@linli/presets'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type DeskVerb,
  deskSteps,
  STEPS,
  type Values,
} from '../../apps/screens/src/rooms/orders/desk/steps/stepTable.ts'
import { ask, openTown, type Person, seat, type Town, unitId } from '../../scenarios/kit/town.ts'
import { assertNoSidewaysScroll, axe, launchBrowser, openPage, shoot } from '../kit/browser.ts'
import { CAST, JOURNEYS, type Name, type Row, UNIT } from '../kit/deskJourneys.ts'
import { atOrderPage } from '../kit/deskSteps.ts'

it('drives every step of the desk', () => {
  const driven = JOURNEYS.flatMap(({ rows }) => rows.filter(({ api }) => !api).map(({ verb }) => verb))
  // secondPlace.test.ts gives back and settles on the spot: this place has no item for the one, and the other takes the
  // order from whoever looks at it.
  // Nobody closes a supplement that never came before its time: tests/orders/asking.test.ts.
  expect(new Set([...driven, 'giveBack', 'selfHandle', 'lapseSupplement'])).toEqual(
    new Set(Object.keys(STEPS)),
  )
})

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe.each([
  { width: 1440, height: 1000, typeSize: 18, language: 'zh' },
  { width: 390, height: 844, typeSize: 30, language: 'en' },
] as const)(
  'the desk at $width px, type $typeSize px, $language',
  ({ width, height, typeSize, language }) => {
    let town: Town
    const pages = new Map<Name, Page>()
    /** What the server refused to anybody at the desk: nothing, ever, but an order that went away. */
    const refused: string[] = []
    /** Orders that went away from somebody's page, which may read once more before it knows: a further event is enough. */
    const gone = new Set<string>()
    /** Forms looked at, and rows of buttons tried: once each. */
    const looked = new Set<Verb>()
    const opened = new Set<string>()
    const lists = new Set<Row['from']>()

    beforeAll(async () => {
      town = await openTown('xihu', true)
      for (const [name, post, where] of CAST)
        await seat(town, 'xihu', { name, post, where, phone: '', skill: '', homeEntry: post === '志愿者' })
    })
    afterAll(() => town.close())

    const personOf = (name: Name): Person => {
      const person = town.people.get(name)
      if (!person) throw new Error(`nobody is called ${name}`)
      return person
    }

    /** The desk of one of the cast, opened once. */
    async function deskOf(name: Name): Promise<Page> {
      const open = pages.get(name)
      if (open) return open
      const page = await openPage(browser, {
        width,
        height,
        typeSize,
        locale: language === 'en' ? 'en' : 'zh-CN',
      })
      const { token } = personOf(name)
      const cookie = { name: 'linli_session', value: token, url: town.address, httpOnly: true } as const
      await page.context().addCookies([{ ...cookie, sameSite: 'Lax' }])
      page.on('response', (response) => {
        if (response.status() < 400) return
        refused.push(`${name}: ${response.request().method()} ${response.url()} ${response.status()}`)
      })
      page.on('pageerror', (error) => refused.push(`${name}: ${error.message}`))
      pages.set(name, page)
      return page
    }

    async function orderAs(name: Name, id: string): Promise<OrderView> {
      const { status, body } = await ask(town, personOf(name), 'GET', `/orders/${id}`)
      expect(status).toBe(200)
      return body as unknown as OrderView // the contract's answer of getOrder
    }

    async function place(name: Name, placed: Values): Promise<string> {
      const id = randomUUID()
      const { path, phone: contactPhone } = personOf('王秀兰')
      const whom = { path, contactName: '王秀兰', contactPhone }
      const body = { id, channel: 'hand', kind: 'help', detail: '请帮忙看一看', ...whom, ...placed }
      const answer = await ask(town, personOf(name), 'POST', '/orders', body)
      expect(answer.body).toMatchObject({ state: 'submitted' })
      return id
    }

    async function takeByApi(id: string, { who, verb, values, to }: Row): Promise<void> {
      const { version, item, kind, urgency, path } = await orderAs('郑伟', id)
      const accepting = verb === 'acceptOrder' ? { item, kind, urgency, path } : {}
      const assignee = values['assignee'] ? { assignee: { unitId: await unitId(town, UNIT) } } : {}
      const { path: address } = orderEndpoints[verb]
      const body = { version, ...accepting, ...values, ...assignee }
      const answer = await ask(town, personOf(who), 'POST', address.replace(':id', id), body)
      expect(answer.body).toMatchObject({ state: to })
    }

    /** Opens the order as its person comes to it: by a row of their list, or by its address. */
    async function openOrder(page: Page, id: string, from: Row['from']): Promise<void> {
      const { number } = await orderAs('郑伟', id)
      await page.goto(`${town.address}/desk/${from ?? `orders/${id}`}`)
      if (from) {
        await page.getByRole('link', { name: number }).first().waitFor()
        if (!lists.has(from)) await shoot(page, `desk-${from}-${width}`)
        lists.add(from)
        await page.getByRole('link', { name: number }).first().click()
      }
      await page.getByRole('heading', { level: 1 }).filter({ hasText: number }).waitFor()
      await page.locator('.order-line').waitFor()
    }

    /** The buttons are the steps that the API allows this person, and each opens a form without meeting a refusal. */
    async function openEvery(who: Name, page: Page, { actions }: OrderView): Promise<void> {
      const order = atOrderPage(page, language)
      const labels = deskSteps(actions).map(order.labelOf)
      await expect.poll(order.buttons).toEqual(labels)
      const seen = [who, ...labels].join(' ')
      if (opened.has(seen)) return
      opened.add(seen)
      for (const label of labels) await order.open(label)
      expect(await page.getByRole('alert').allInnerTexts()).toEqual([])
    }

    async function lookAt(page: Page, verb: DeskVerb): Promise<void> {
      if (looked.has(verb)) return
      looked.add(verb)
      await shoot(page, `desk-${verb}-${width}`)
      await axe(page)
      await assertNoSidewaysScroll(page)
    }

    /** What is left on the page of whoever does not see the order any more. */
    async function seeItGo(page: Page, id: string): Promise<void> {
      const words = { zh: '这张单转到别处去了', en: 'This order went elsewhere' }
      await page.getByText(words[language]).waitFor()
      await axe(page)
      expect(await atOrderPage(page, language).buttons()).toEqual([])
      gone.add(id)
      expectNoRefusal()
    }

    function expectNoRefusal(): void {
      // The order itself, and what is read beside it.
      const ofGone = /GET \S+\/api\/orders\/([^/ ]+)(?:\/similar)? 404$/
      expect(refused.filter((read) => !gone.has(ofGone.exec(read)?.[1] ?? ''))).toEqual([])
    }

    async function take(id: string, row: Row): Promise<void> {
      const { who, verb, values, to, from, says, proves } = row
      const page = await deskOf(who)
      const order = atOrderPage(page, language)
      await openOrder(page, id, from)
      const label = order.labelOf(verb)
      await openEvery(who, page, await orderAs(who, id))
      await order.open(label)
      await order.fill(verb, spoken(values))
      await lookAt(page, verb)
      expect(await order.send()).toBe(200)
      if (row.isGone) {
        await seeItGo(page, id)
        expect(await orderAs('郑伟', id)).toMatchObject({ state: to })
        return
      }

      await page.locator('.ant-alert-success').getByText(label).waitFor()
      await page.locator('.order-line').getByText(STATES[to][language], { exact: true }).waitFor()
      if (row.leaves) await seeItGo(await deskOf(row.leaves), id)
      if (says) await page.getByText(says[language]).waitFor()
      const now = await orderAs(who, id)
      expect(now).toMatchObject({ state: to })
      expect(now.timeline.at(-1)).toMatchObject({ verb, toState: to })
      await proves?.(now, town)
      await openEvery(who, page, now)
    }

    /** An item is looked for by its name in the reader's language. */
    function spoken(values: Values): Values {
      const item = presetOf('xihu').catalogue.find(({ key }) => key === values['item'])
      return item ? { ...values, item: item.name[language] } : values
    }

    it.each(JOURNEYS)('$name', async ({ by, placed, rows }) => {
      const id = await place(by, placed)
      for (const step of rows) await (step.api ? takeByApi(id, step) : take(id, step))
      expectNoRefusal()
    })

    it('says that an order went away, when it is accepted into another community', async () => {
      const id = await place('王秀兰', { item: 'waterOutage' })
      const page = await deskOf('赵敏')
      const order = atOrderPage(page, language)
      await openOrder(page, id, undefined)
      await order.open(order.labelOf('acceptOrder'))
      await order.fill('acceptOrder', { path: 'c02社区' })
      expect(await order.send()).toBe(200)
      await seeItGo(page, id)
      expect(await orderAs('郑伟', id)).toMatchObject({ state: 'accepted', path: '/s01/c02/' })
    })
  },
)
