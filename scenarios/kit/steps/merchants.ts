import type { MerchantView, NoticeView } from '@linli/contract/merchants/shapes'
import { expect } from 'vitest'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { OPEN_ALWAYS } from '../../../tests/kit/houseStations.ts'
import { facts, move, place, type World } from '../moves.ts'
import { step } from '../run.ts'
import { refused, told } from '../tell.ts'
import { ask, holders, unitId, until } from '../town.ts'

const DAY = 24 * 3_600_000
const none = new Map<string, string>()
/** The shop that a scenario is about. */
const shops = new WeakMap<World, { readonly id: string; readonly slug: string; readonly notice: string }>()
function shopOf(world: World) {
  const shop = shops.get(world)
  if (!shop) throw new Error('还没有商户')
  return shop
}
async function pageOf(world: World): Promise<MerchantView> {
  const { body } = await ask(world, undefined, 'GET', `/merchants/at/${shopOf(world).slug}`)
  return body as MerchantView // as the contract says
}
async function take(world: World, name: string, word: string, fields = none): Promise<void> {
  const { status, body } = await move(world, name, word, fields)
  if (status >= 300) throw new Error(`做不成${word}：${JSON.stringify(body)}`)
}

/** 商家积分与信得过: by the stated rule, announced, and decided by another person. */
export const merchantSteps = [
  step<World>('{}把{}登记进服务圈，能做{}', async (world, [who = '', unit = '', service = '']) => {
    const id = newId()
    const { slug } = await told<{ slug: string }>(world, who, 'POST', '/merchants', {
      id,
      unitId: await unitId(world, unit),
      name: unit,
      path: '/c01/',
      address: '街口',
      position: { longitude: 1155000000, latitude: 288000000, system: 'wgs84' },
      phone: null,
      services: [world.preset.nearbyServices.find(({ name }) => name.zh === service)?.key],
      stepFree: true,
      hours: OPEN_ALWAYS,
    })
    shops.set(world, { id, slug, notice: '' })
  }),
  step<World>(
    '{}一天里{n}次请{}的{}上门做{}，{}派单，每次都评了满意',
    async (world, [name = '', times = '0', unit = '', clerk = '', item = '', desk = '']) => {
      const [reviewer] = holders(world, 'reviewer')
      for (let time = 0; time < Number(times); time += 1) {
        await place(world, name, item, none)
        await until(async () => ((await facts(world)).state === 'offered' ? null : '还没有发布'))
        await take(world, desk, '指派', new Map([['派给', unit]]))
        await take(world, clerk, '签收')
        await take(world, clerk, '首次联系')
        await take(world, clerk, '办好了', new Map([['照片', '办理前、办理后']]))
        await take(world, reviewer?.name ?? '', '审核通过')
        await take(world, name, '评单')
      }
      await world.house.settle()
    },
  ),
  step<World>('过了一夜，到了第二天', async (world) => world.house.db.setShift(world.house.db.shift() + DAY)),
  step<World>('{}还发不了信得过公示，因为没到写明的数', async (world, [who = '']) => {
    const body = { id: newId(), kind: 'award', reason: null }
    expect(await refused(world, who, `/merchants/${shopOf(world).id}/notices`, body)).toBe(
      'merchants.ruleNotMet',
    )
  }),
  step<World>(
    '{}发起信得过公示，写明服务{n}次、{n}分，公示{n}天',
    async (world, [who = '', services = '', points = '', days = '']) => {
      const notice = newId()
      const shop = shopOf(world)
      await told(world, who, 'POST', `/merchants/${shop.id}/notices`, {
        id: notice,
        kind: 'award',
        reason: null,
      })
      const { body } = await ask(world, undefined, 'GET', '/merchant-notices')
      const [shown] = body['items'] as NoticeView[] // as the contract says
      expect(shown).toMatchObject({ services: Number(services), points: Number(points), objections: 0 })
      const open = Date.parse(shown?.untilAt ?? '') - Date.parse(shown?.fromAt ?? '')
      expect(Math.round(open / DAY)).toBe(Number(days))
      shops.set(world, { ...shop, notice })
    },
  ),
  step<World>('公示期满，{}自己定不了，由{}作出决定', async (world, [who = '', other = '']) => {
    const at = `/merchant-notices/${shopOf(world).notice}/conclusion`
    expect(await refused(world, other, at)).toBe('merchants.notYet')
    world.house.db.setShift(world.house.db.shift() + 8 * DAY)
    expect(await refused(world, who, at)).toBe('merchants.anotherDecides')
    expect(await told(world, other, 'POST', at)).toMatchObject({ state: 'carried' })
  }),
  step<World>('不用登录就看得到这家是信得过商户', async (world) => {
    expect(await pageOf(world)).toMatchObject({ trusted: true, notices: [{ state: 'carried' }] })
  }),
]
