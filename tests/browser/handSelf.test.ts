import type { OrderRow, OrderView } from '@linli/contract/orders/shapes'
import type { Browser } from 'playwright-core'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { createSession } from '../../apps/server/src/kernel/auth/sessions.ts'
import type { World } from '../../scenarios/kit/moves.ts'
import { launchBrowser } from '../kit/browser.ts'
import { openPeopledTown, personOf, read, takePhone } from '../kit/hand.ts'

let browser: Browser
let world: World
beforeAll(async () => {
  browser = await launchBrowser()
  world = await openPeopledTown()
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const phone = (name: string, token?: string) =>
  takePhone(world, browser, name, { width: 390, height: 844 }, token)
const ordersOf = async (name: string) => (await read<{ items: OrderRow[] }>(world, name, '/me/orders')).items

describe('placing an order', () => {
  it('names the number to call first when the words tell of danger, and sends the order all the same', async () => {
    const page = await phone('王秀兰')
    await page.goto(`${world.address}/orders/new`)
    const words = page.getByLabel('要办什么事')
    await words.fill('楼道灯不亮')
    expect(await page.getByText('有危险请先打电话').count()).toBe(0)
    for (const [said, number] of [
      ['家里有煤气味', '119'],
      ['三楼着火了', '119'],
      ['老伴叫不醒', '120'],
      ['楼下有人打人', '110'],
    ]) {
      await words.fill(said ?? '')
      await page.getByText('有危险请先打电话').waitFor()
      expect(await page.getByRole('link', { name: `打电话 ${number}` }).getAttribute('href')).toBe(
        `tel:${number}`,
      )
    }
    await words.fill('家里有煤气味，请来看看')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '发出' }).click()
    await page.getByText('收到了').waitFor()
    expect((await ordersOf('王秀兰'))[0]?.title).toContain('煤气味')
    await page.context().close()
  })

  it('a building head places it for a neighbour: the neighbour is named in it, the head placed it', async () => {
    const page = await phone('徐建国')
    await page.goto(`${world.address}/orders/new`)
    await page.getByLabel('要办什么事').fill('张奶奶家的灯管闪，她不会用手机')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('link', { name: /替邻居点/ }).click()
    await page.getByRole('radio', { name: '替邻居点' }).check()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('alert').getByText('请填邻居怎么称呼').waitFor()
    await page.getByLabel('写小区、楼栋的名字来找').fill('b1')
    await page.getByRole('button', { name: '找一找' }).click()
    await page.locator('.cards').getByRole('button').first().click()
    await page.getByLabel('门牌、几楼、怎么走').fill('二楼左手')
    await page.getByLabel('邻居怎么称呼').fill('张奶奶')
    await page.getByLabel('邻居的电话').fill('138 0000 0099')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('heading', { name: '替邻居点' }).waitFor()
    await page.getByRole('button', { name: '发出' }).click()
    await page.getByText('收到了').waitFor()
    const id = new URL(page.url()).pathname.split('/')[2]
    const order = await read<OrderView>(world, '郑伟', `/orders/${id}`)
    expect(order).toMatchObject({
      placedForAnother: true,
      contactName: expect.stringMatching(/^张/),
      channel: 'proxy',
    })
    await page.context().close()
  })

  it('with the code of a building the place is filled in, and the next order starts at home again', async () => {
    const path = '/s01/c01/g01/b1/'
    const [area] = await world.house.db.read<{ qr_slug: string }>(
      systemScope(1),
      sql`select qr_slug from areas where region_id = 1 and path = ${path}`,
    )
    const page = await phone('陈建国')
    await page.goto(`${world.address}/q/${area?.qr_slug}`)
    await page.getByRole('button', { name: '就在这里求助' }).click()
    await page.getByLabel('要办什么事').fill('电梯口的灯不亮')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '发出' }).click()
    await page.getByText('收到了').waitFor()
    const [order] = await ordersOf('陈建国')
    expect(order).toMatchObject({ path, title: expect.stringContaining('电梯口') })
    await page.goto(`${world.address}/orders/new`)
    await page.getByLabel('要办什么事').fill('家里的灯不亮')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('g01').waitFor() // his own grid
    expect(await page.locator('main').textContent()).not.toContain('b1')
    await page.context().close()
  })

  it('without a network it waits on the phone, and goes out once when the network is back', async () => {
    const page = await phone('刘小燕')
    await page.goto(world.address)
    await page.getByRole('link', { name: /求助/ }).click()
    await page.getByLabel('要办什么事').fill('单元门口积水')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '发出' }).waitFor()
    await page.goto(`${world.address}/orders/new`) // a draft outlives its page
    await expect.poll(() => page.getByLabel('要办什么事').inputValue()).toBe('单元门口积水')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '发出' }).waitFor()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: '发出' }).click()
    await page.getByText('现在没有网络').waitFor()
    await page.getByText('未发送 1 条').waitFor()
    expect(await ordersOf('刘小燕')).toEqual([])

    const answers: number[] = []
    page.on('response', (one) => {
      if (one.request().method() === 'POST' && one.url().endsWith('/api/orders')) answers.push(one.status())
    })
    await page.context().setOffline(false)
    await page.getByText('未发送 1 条').waitFor({ state: 'hidden' })
    expect(answers).toEqual([201])
    expect(await ordersOf('刘小燕')).toHaveLength(1)
    await page.goto(`${world.address}/orders/new`)
    expect(await page.getByLabel('要办什么事').inputValue()).toBe('')
    await page.context().close()
  })
})

describe('one’s own things', () => {
  it('leaves the points and comes back', async () => {
    const page = await phone('陈建国')
    const optedIn = async () => (await read<{ optedIn: boolean }>(world, '陈建国', '/me/points')).optedIn
    await page.goto(`${world.address}/points`)
    await page.getByRole('button', { name: '以后不再记积分' }).click()
    await page.getByRole('button', { name: '参加积分' }).waitFor()
    expect(await optedIn()).toBe(false)
    await page.getByRole('button', { name: '参加积分' }).click()
    await page.getByText('您已参加积分').waitFor()
    expect(await optedIn()).toBe(true)
    await page.context().close()
  })

  it('ends the session of a lost phone: its next request is refused, and it says kindly how to sign in', async () => {
    const { accountId, personId } = personOf(world, '王秀兰')
    const { token } = await world.house.db.globalTransaction((tx) =>
      createSession(tx, { accountId, region: 1, personId }, 'phone'),
    )
    const lost = await phone('王秀兰', token)
    await lost.goto(`${world.address}/me`)
    await lost.getByText('王秀兰').waitFor()

    const page = await phone('王秀兰')
    await page.goto(`${world.address}/me/sessions`)
    await page.getByRole('button', { name: '让它退出' }).first().click()
    await page.getByText('另一处').waitFor({ state: 'hidden' })

    const refused = lost.waitForResponse((one) => one.url().includes('/api/me/orders'))
    await lost.getByRole('link', { name: '我的单' }).first().click()
    expect((await refused).status()).toBe(401)
    await lost.getByText('请先登录').waitFor()
    await lost.getByText('用手机号和短信验证码就行，不用记密码。登录后会回到这一页。').waitFor()
    expect(await lost.locator('main').textContent()).not.toContain('煤气味')
    await page.getByText('这部手机').waitFor() // this one stays
    expect(await ordersOf('王秀兰')).toHaveLength(1)
    for (const one of [lost, page]) await one.context().close()
  })

  it('stops being a helper after a second thought, and the board says how to come back', async () => {
    const page = await phone('刘小燕')
    const helper = async () => (await read<{ helper: object | null }>(world, '刘小燕', '/me/person')).helper
    await page.goto(`${world.address}/helping`)
    await page.getByRole('button', { name: '不再当志愿者' }).click()
    await page.getByRole('button', { name: '先不变' }).click()
    expect(await helper()).not.toBeNull()
    await page.getByRole('button', { name: '不再当志愿者' }).click()
    await page.getByRole('button', { name: '不再当了' }).click()
    await page.getByRole('button', { name: '我要当志愿者' }).waitFor()
    expect(await helper()).toBeNull()
    for (const address of ['/claims', '/tasks']) {
      await page.goto(world.address + address)
      await page.getByRole('link', { name: '我要当志愿者' }).waitFor()
    }
    await page.context().close()
  })

  it('changes name and home, and the next order has them', async () => {
    const page = await phone('徐建国')
    await page.goto(`${world.address}/me/details`)
    await page.getByLabel('怎么称呼您').fill('')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByRole('alert').getByText('请填怎么称呼您').waitFor()
    await page.getByLabel('怎么称呼您').fill('徐师傅')
    await page.getByRole('button', { name: '换一个地方' }).click()
    await page.getByLabel('写小区、楼栋的名字来找').fill('b1楼栋e1单元')
    await page.getByRole('button', { name: '找一找' }).click()
    await page.locator('.cards').getByRole('button').first().click()
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('已经保存').waitFor()
    expect(await read(world, '徐建国', '/me/person')).toMatchObject({
      name: '徐师傅',
      path: '/s01/c01/g01/b1/e1/',
    })
    await page.goto(`${world.address}/orders/new?step=where`)
    await page.getByLabel('要办什么事').fill('试一试')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('徐师傅').waitFor()
    await page.context().close()
  })

  it('sets the size of the type and the language for this phone, and both are still so on the next visit', async () => {
    const page = await phone('王秀兰')
    await page.goto(`${world.address}/settings`)
    for (const [word, size] of [
      ['大字', 22],
      ['长辈版 大字', 26],
      ['长辈版 特大字', 30],
      ['标准字', 18],
      ['长辈版 大字', 26],
    ] as const) {
      await page.getByRole('radio', { name: word, exact: true }).check()
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(`${size}px`)
    }
    await page.getByRole('radio', { name: 'English' }).check()
    await page.getByRole('heading', { name: 'Text size and language' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Text size and language' }).waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('26px')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.getByRole('button', { name: '中文' }).click()
    await page.getByRole('heading', { name: '字的大小和语言' }).waitFor()
    await page.context().close()
  })
})
