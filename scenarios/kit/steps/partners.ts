import type { CardView, CheckInRow, MyReporting } from '@linli/contract/partners/shapes'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { ask, seat, unitId } from '../town.ts'
import { communitiesOf, plantUnits } from './units.ts'

const send = async (world: World, name: string, path: string, body: object = {}) =>
  ask(world, personOf(world, name), 'POST', path, body)
async function done(world: World, name: string, path: string, body: object = {}): Promise<void> {
  const { status, body: answer } = await send(world, name, path, body)
  if (status >= 300) throw new Error(`没有办成：${JSON.stringify(answer)}`)
}
async function told<T>(world: World, name: string, path: string): Promise<T> {
  const { status, body } = await ask(world, personOf(world, name), 'GET', path)
  if (status >= 300) throw new Error(`没有办成：${JSON.stringify(body)}`)
  return body as T // the contract's answer to this path
}
const mine = (world: World, name: string) => told<MyReporting>(world, name, '/me/reporting')
async function checkInOf(world: World, name: string): Promise<CheckInRow> {
  const { checkIn } = await mine(world, name)
  if (!checkIn) throw new Error(`${name}还没有报到`)
  return checkIn
}
async function cardOf(world: World, name: string): Promise<CardView> {
  const [card] = (await mine(world, name)).cards
  if (!card) throw new Error(`还没有给${name}填反馈卡`)
  return card
}
const day = (ahead: number) => new Date(Date.now() + (ahead * 24 + 8) * 3600_000).toISOString().slice(0, 10)

/** So many units, the first of which has a liaison. */
async function unitsOf(
  world: World,
  post: string,
  count: number,
): Promise<{ liaison: string; units: string[] }> {
  const planted = await plantUnits(world, count)
  const [name, where] = ['共建联络员', planted[0]?.name ?? '']
  await seat(world, world.preset.key, { name, post, where, phone: '', skill: '', homeEntry: false })
  return { liaison: name, units: planted.map(({ id }) => id) }
}

type Agreement = {
  readonly id: string
  readonly unitId: string
  readonly path: string
  readonly title: string
  readonly promises: readonly object[]
}
/** Agreements signed on paper before the house came, taken over as they are. */
async function takeOver(world: World, agreements: readonly Agreement[]): Promise<void> {
  const rows = JSON.stringify(agreements)
  await world.house.db.commit(systemScope(1), [
    sql`insert into agreements (region_id, id, unit_id, path, title, from_on, to_on, state, is_public, proposed_side, proposed_by, proposed_at,
        answered_at, version)
      select 1, a.id, a."unitId", a.path, a.title, ${day(-1)}::date, ${day(300)}::date, 'signed', true, 'community', a.id, app_now(), app_now(), 2
      from jsonb_to_recordset(${rows}::jsonb) as a (id uuid, "unitId" uuid, path text, title text)`,
    sql`insert into agreement_promises (region_id, id, agreement_id, kind, side, words, due_on, fen, state)
      select 1, p.id, a.id, p.kind, p.side, p.words, p."dueOn", p.fen, 'open'
      from jsonb_to_recordset(${rows}::jsonb) as a (id uuid, promises jsonb),
        jsonb_to_recordset(a.promises) as p (id uuid, kind text, side text, words text, "dueOn" date, fen bigint)`,
  ])
}

/** 双报到 and 结对共建. */
export const partnerSteps = [
  step<World>(
    '{}到{}报到，所在单位是{}，选了{}',
    async (world, [name = '', path = '', unit = '', chosen = '']) => {
      const { menu } = await mine(world, name)
      const choices = menu
        .filter(({ name: words }) => chosen.split('、').includes(words.zh))
        .map(({ key }) => key)
      expect(choices).toHaveLength(chosen.split('、').length)
      const body = {
        id: newId(),
        path,
        unitId: await unitId(world, unit),
        skills: [],
        times: ['saturdays'],
        choices,
      }
      await done(world, name, '/check-ins', body)
    },
  ),
  step<World>('{}还不能接收{}的报到，因为没有介绍信', async (world, [office = '', name = '']) => {
    const { id } = await checkInOf(world, name)
    const { body } = await send(world, office, `/check-ins/${id}/decision`, { accept: true })
    expect(body['code']).toBe('partners.letterMissing')
  }),
  step<World>('{}给{}开介绍信', async (world, [liaison = '', name = '']) => {
    await done(world, liaison, `/check-ins/${(await checkInOf(world, name)).id}/letter`)
  }),
  step<World>('谁扫{}的介绍信都能看到它有效，看不到是谁的', async (world, [name = '']) => {
    const { letter } = await checkInOf(world, name)
    const { status, body } = await ask(world, undefined, 'GET', `/letters/at/${letter?.slug}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'valid', number: letter?.number })
    expect(JSON.stringify(body)).not.toContain(name)
    expect(JSON.stringify(body)).not.toContain(personOf(world, name).phone.slice(-4))
  }),
  step<World>('{}接收{}的报到', async (world, [office = '', name = '']) => {
    await done(world, office, `/check-ins/${(await checkInOf(world, name)).id}/decision`, { accept: true })
  }),
  step<World>('{}给{}填反馈卡', async (world, [office = '', name = '']) => {
    const { id } = await checkInOf(world, name)
    await done(world, office, `/check-ins/${id}/cards`, { id: newId(), fromOn: day(-30), toOn: day(0) })
  }),
  step<World>('{}送不出{}的反馈卡，因为本人还没同意', async (world, [office = '', name = '']) => {
    const { id, version } = await cardOf(world, name)
    const { body } = await send(world, office, `/feedback-cards/${id}/sending`, { version })
    expect(body['code']).toBe('partners.noConsent')
  }),
  step<World>('{}看过反馈卡，写上{}，同意送交', async (world, [name = '', words = '']) => {
    const { id, version } = await cardOf(world, name)
    await done(world, name, `/feedback-cards/${id}/answer`, { version, agrees: true, words })
  }),
  step<World>('{}送交{}的反馈卡', async (world, [office = '', name = '']) => {
    const { id, version } = await cardOf(world, name)
    await done(world, office, `/feedback-cards/${id}/sending`, { version })
  }),
  step<World>('{}收回同意', async (world, [name = '']) => {
    const { id, version } = await cardOf(world, name)
    await done(world, name, `/feedback-cards/${id}/answer`, { version, agrees: false })
  }),
  step<World>('{}收到的反馈卡有{n}张', async (world, [liaison = '', count = '0']) => {
    const { items } = await told<{ items: CardView[] }>(world, liaison, '/feedback-cards/of-my-unit')
    expect(items).toHaveLength(Number(count))
  }),
  step<World>(
    '{n}个单位的{}和{n}个社区签结对共建协议，一共承诺{n}条，由{}代表社区提出',
    async (world, [count = '0', post = '', communities = '0', total = '0', office = '']) => {
      const [agreements, promises] = [Number(count), Number(total)]
      const paths = await communitiesOf(world, Number(communities))
      const { liaison, units } = await unitsOf(world, post, agreements)
      const promise = { side: 'unit', dueOn: day(90) }
      const rows = units.map((unit, at) => {
        const many = Math.floor(promises / agreements) + (at < promises % agreements ? 1 : 0)
        const items = Array.from({ length: many - 1 }, (_, n) => {
          return { ...promise, id: newId(), kind: 'task', words: `帮小区办第${n + 1}件事` }
        })
        const funds = { ...promise, id: newId(), kind: 'funds', words: '帮扶资金', fen: 1_000_000 }
        const path = paths[at % paths.length] ?? '/'
        return {
          id: newId(),
          unitId: unit,
          path,
          title: `结对共建协议${at + 1}`,
          promises: [...items, funds],
        }
      })
      const [first, ...rest] = rows
      if (!first) throw new Error('没有单位')
      const terms = { fromOn: day(-1), toOn: day(300), isPublic: true }
      await done(world, office, '/agreements', { ...first, ...terms })
      await done(world, liaison, `/agreements/${first.id}/answer`, { version: 1, signs: true })
      await takeOver(world, rest)
    },
  ),
  step<World>(
    '{}看到履行中的协议{n}份，承诺{n}条',
    async (world, [office = '', count = '0', promises = '0']) => {
      let after = ''
      const seen = { agreements: 0, promises: 0 }
      do {
        const page = await told<{ items: { promises: number }[]; next: string | null }>(
          world,
          office,
          `/agreements?state=signed&limit=100${after ? `&after=${after}` : ''}`,
        )
        seen.agreements += page.items.length
        seen.promises += page.items.reduce((sum, one) => sum + one.promises, 0)
        after = page.next ?? ''
      } while (after !== '')
      expect(seen).toEqual({ agreements: Number(count), promises: Number(promises) })
    },
  ),
  step<World>('居民不用登录就能看到公开的承诺，里面没有任何人的名字', async (world) => {
    const { body } = await ask(world, undefined, 'GET', '/public-promises?limit=100')
    const text = JSON.stringify(body)
    expect(text).toContain('结对共建协议')
    for (const { name, phone } of world.people.values()) {
      expect(text).not.toContain(`"${name}"`)
      expect(text).not.toContain(phone)
    }
  }),
]
