import type { MyCard } from '@linli/contract/cards/shapes'
import type { CampaignKindRow, CompanionRow, TakenArea, VisitRecord } from '@linli/contract/visits/shapes'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { beginMonthly } from '../../../apps/server/src/rooms/visits/index.ts'
import { itemOf, personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { told } from '../tell.ts'
import { ask, openAreas } from '../town.ts'

const AT_ONCE = 40

/** The campaign that a scenario is about, and the doors on the phone of whoever took them along last. */
const walks = new WeakMap<World, { id: string; taken?: TakenArea }>()
function walkOf(world: World) {
  const walk = walks.get(world)
  if (!walk) throw new Error('还没有走访')
  return walk
}
/** What lies on the phone of whoever took it along last. */
export function takenBy(world: World): TakenArea {
  const { taken } = walkOf(world)
  if (!taken) throw new Error('还没有把片区取到手机上')
  return taken
}

const kindsOf = async (world: World, name: string) =>
  (await told<{ items: CampaignKindRow[] }>(world, name, 'GET', '/campaigns/kinds')).items

async function take(world: World, name: string): Promise<TakenArea> {
  const walk = walkOf(world)
  const at = `/campaigns/${walk.id}/area`
  const taken = await told<TakenArea>(world, name, 'GET', at)
  for (let { next } = taken; next !== null; ) {
    const more = await told<TakenArea>(world, name, 'GET', `${at}?after=${next}`)
    taken.households.push(...more.households)
    next = more.next
  }
  walks.set(world, { ...walk, taken })
  return taken
}

/** A record of one door, answered with the first choice of what must be answered. */
export function recordOf(
  { campaign, forms, households }: TakenArea,
  at: number,
  more: Partial<VisitRecord> = {},
): VisitRecord {
  const [form] = forms
  const door = households[at]
  if (!form || !door) throw new Error('手机上没有这么多户')
  const asked = form.questions.filter(({ required, onlyIf, choices }) => required && !onlyIf && choices)
  const answers = asked.map(({ key, kind, choices = [] }) => [
    key,
    kind === 'several' ? choices.slice(0, 1) : choices[0],
  ])
  return {
    id: newId(),
    visit: newId(),
    campaign: campaign.id,
    ...(door.isCompany ? { company: door.id } : { household: door.id }),
    form: form.id,
    replaces: [],
    outcome: 'met',
    answers: Object.fromEntries(answers),
    orders: [],
    at: new Date().toISOString(),
    ...more,
  }
}

/** Brings records as a phone does, so many at once. */
export async function bring(world: World, name: string, records: readonly VisitRecord[]): Promise<void> {
  for (let at = 0; at < records.length; at += AT_ONCE)
    await told(world, name, 'POST', '/visits/records', { records: records.slice(at, at + AT_ONCE) })
}

/** Puts the need of a visit into the loop by the door of grid reports. @returns the order's id */
export async function found(
  world: World,
  name: string,
  { path }: { path: string },
  itemName: string,
): Promise<string> {
  const item = itemOf(world, itemName)
  const id = newId()
  const body = {
    id,
    channel: 'gridReport',
    kind: item.kind,
    item: item.key,
    detail: `走访问到：${itemName}`,
    path,
  }
  await told(world, name, 'POST', '/orders', body)
  Object.assign(world, { orderId: id, placedBy: name })
  return id
}

/** 走访: from the row of the place to what was met at the door. */
export const visitSteps = [
  step<World>('{}里登记了{n}户', async (world, [path = '', doors = '0']) => {
    await openAreas(world.house, world.preset, path)
    await world.house.db.commit(systemScope(1), [
      sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
        select 1, gen_random_uuid(), ${path}, (n / 4 + 1) * 100 + n % 4 + 1, '', '', app_now() from generate_series(0, ${Number(doors) - 1}::int) n`,
    ])
  }),
  step<World>('{}按本地的做法发起{}', async (world, [name = '', kindName = '']) => {
    const row = (await kindsOf(world, name)).find((one) => one.name.zh === kindName)
    if (!row) throw new Error(`本地没有“${kindName}”`)
    const { body } = await ask(world, personOf(world, name), 'GET', '/units')
    const units = body['items'] as { id: string; kind: string }[] // the contract's list of units
    const companies = units.filter(({ kind }) => kind === 'company').map(({ id }) => id)
    const { id } = await told<{ id: string }>(world, name, 'POST', '/campaigns', {
      kind: row.key,
      name: kindName,
      path: '/',
      from: '2026-11-01',
      to: '2026-12-31',
      targets: row.targets,
      inPairs: row.inPairs,
      ...(row.dailyQuota === null ? {} : { dailyQuota: row.dailyQuota }),
      ...(row.targets === 'companies' ? { companies } : {}),
      questions: row.questions,
    })
    walks.set(world, { id })
  }),
  step<World>('到了日子，{}自己开始了，负责人是{}', async (world, [kindName = '', owner = '']) => {
    const { db, furniture } = world.house
    await Promise.all([beginMonthly(furniture.orderNeeds, 1), beginMonthly(furniture.orderNeeds, 1)])
    expect(await beginMonthly({ ...furniture.orderNeeds, db }, 1)).toEqual([])
    const { items } = await told<{ items: { id: string; name: string; owner: string }[] }>(
      world,
      owner,
      'GET',
      '/campaigns',
    )
    const begun = items.filter(({ name }) => name.startsWith(kindName))
    expect(begun.map((one) => one.owner)).toEqual([owner])
    walks.set(world, { id: begun[0]?.id ?? '' })
  }),
  step<World>('{}取到手机上{n}户，每天计划{n}户', async (world, [name = '', doors = '', quota = '']) => {
    const { households, campaign } = await take(world, name)
    expect([households.length, campaign.dailyQuota]).toEqual([Number(doors), Number(quota)])
  }),
  step<World>('{}把要走的取到手机上', async (world, [name = '']) => {
    expect((await take(world, name)).households.length).toBeGreaterThan(0)
  }),
  step<World>('{}走了一天，记下{n}户', async (world, [name = '', doors = '0']) => {
    const taken = takenBy(world)
    const records = Array.from({ length: Number(doors) }, (_, at) => recordOf(taken, at))
    await bring(world, name, records)
    await bring(world, name, records.toReversed()) // a cut line brings all of it again
  }),
  step<World>('{}和{}敲开一户，问到{}', async (world, [name = '', companion = '', item = '']) => {
    const taken = takenBy(world)
    const [door] = taken.households
    const order = door && (await found(world, name, door, item))
    const second = personOf(world, companion).personId
    await bring(world, name, [recordOf(taken, 0, { companion: second, orders: order ? [order] : [] })])
  }),
  step<World>('{}到了一处，问到{}', async (world, [name = '', item = '']) => {
    const taken = takenBy(world)
    const [door] = taken.households
    const order = door && (await found(world, name, door, item))
    await bring(world, name, [recordOf(taken, 0, { orders: order ? [order] : [] })])
  }),
  step<World>('{}没敲开下一户，约好晚上再来', async (world, [name = '']) => {
    const again = { on: '2026-11-23', part: 'evening' } as const
    await bring(world, name, [recordOf(takenBy(world), 1, { outcome: 'notHome', answers: {}, again })])
    expect((await take(world, name)).households[1]?.heads[0]?.again).toEqual(again)
  }),
  step<World>('{}在自己手机上确认同去', async (world, [name = '']) => {
    const { items } = await told<{ items: CompanionRow[] }>(world, name, 'GET', '/me/companion-visits')
    expect(items.length).toBeGreaterThan(0)
    const visits = items.map(({ visit }) => visit)
    await told(world, name, 'POST', '/me/companion-visits', { visits, wasThere: true })
  }),
  step<World>('{}看到走到了{n}户，转成{n}张工单', async (world, [name = '', reached = '', orders = '']) => {
    const { grids, companies } = await told<{
      grids: { met: number; orders: number }[]
      companies: { outcome: string | null; orders: number }[]
    }>(world, name, 'GET', `/campaigns/${walkOf(world).id}/progress`)
    const met =
      grids.reduce((sum, grid) => sum + grid.met, 0) + companies.filter((one) => one.outcome === 'met').length
    const made = [...grids, ...companies].reduce((sum, one) => sum + one.orders, 0)
    expect([met, made]).toEqual([Number(reached), Number(orders)])
  }),
  step<World>('{}想在走访表单里问{}，被拒绝并指到住户卡', async (world, [name = '', label = '']) => {
    const { status, body } = await ask(world, personOf(world, name), 'POST', '/campaigns', {
      kind: 'walk',
      name: '走访',
      path: '/',
      from: '2026-11-01',
      to: '2026-12-31',
      questions: [{ key: 'q1', kind: 'text', label, required: false }],
    })
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain('住户卡')
  }),
  step<World>('{}打开这一户的住户卡，没有本人同意什么标签也记不上', async (world, [name = '']) => {
    const [door] = takenBy(world).households
    await told(world, name, 'POST', `/households/${door?.id}/card/open`, { reason: 'visit' })
    const { status, body } = await ask(
      world,
      personOf(world, name),
      'POST',
      `/households/${door?.id}/card/tags`,
      {
        consentId: newId(),
      },
    )
    expect([status, body['code']]).toEqual([409, 'cards.noConsent'])
  }),
  step<World>('{}住在走访的第一户', async (world, [name = '']) => {
    const [door] = takenBy(world).households
    await world.house.db.commit(systemScope(1), [
      sql`insert into household_members (region_id, id, household_id, person_id, from_at)
        values (1, ${newId()}, ${door?.id}::uuid, ${personOf(world, name).personId}, app_now())`,
    ])
  }),
  step<World>(
    '{}把手机交给{}，{}自己看、自己按了{}，记不记{}',
    async (world, [worker = '', name = '', again = '', answer = '', kindName = '']) => {
      expect(again).toBe(name)
      const { households, consentKinds } = takenBy(world)
      const kind = consentKinds.find((one) => one.name.zh === kindName)?.key
      if (!kind) throw new Error(`本地不记“${kindName}”`)
      const path = `/households/${households[0]?.id}/card`
      const id = newId()
      await told(world, worker, 'POST', `${path}/consents/door`, {
        id,
        name,
        kind,
        why: '走访时好来看看您',
        until: new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
        wordsVersion: 1,
        given: answer === '同意',
        pressedAt: new Date().toISOString(),
      })
      const { status } = await ask(world, personOf(world, worker), 'POST', `${path}/tags`, { consentId: id })
      expect(status).toBe(answer === '同意' ? 201 : 409)
    },
  ),
  step<World>('{}看得到是自己当面按的，撤回以后卡上就没有了', async (world, [name = '']) => {
    const cardOf = async () => (await told<{ card: MyCard }>(world, name, 'GET', '/me/card')).card
    const before = await cardOf()
    const given = before.consents.find(({ state }) => state === 'given')
    expect([given?.way, before.tags.length]).toEqual(['door', 1])
    await told(world, name, 'POST', `/me/card/consents/${given?.id}/withdraw`, {})
    expect((await cardOf()).tags).toEqual([])
  }),
]
