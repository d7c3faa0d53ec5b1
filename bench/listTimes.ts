import type { State } from '@linli/contract'
import sql from 'sql-template-tag'
import type { Actor } from '../apps/server/src/kernel/auth/actor.ts'
import { softwareProvider } from '../apps/server/src/kernel/crypto/softwareProvider.ts'
import type { Database } from '../apps/server/src/kernel/db/database.ts'
import { insightRulesOf, statesOf } from '../apps/server/src/rooms/insight/index.ts'
import { figuresOf } from '../apps/server/src/rooms/insight/views/figures.ts'
import { serviceListsOf } from '../apps/server/src/rooms/insight/views/serviceLists.ts'
import { type OrderNeeds, orderRulesOf, overdueByArea } from '../apps/server/src/rooms/orders/index.ts'
import { findCaller } from '../apps/server/src/rooms/orders/views/caller.ts'
import { countOrders, type Filters, listOrders } from '../apps/server/src/rooms/orders/views/lists.ts'
import { openNeighbours } from '../apps/server/src/rooms/orders/views/neighbours.ts'
import { helperGroups, personByPhone } from '../apps/server/src/rooms/people/index.ts'
import { placeRules } from '../apps/server/src/rooms/places/index.ts'
import { timesOf } from './times.ts'

export type Timed = {
  readonly db: Database
  readonly communities: readonly string[]
  readonly personId: string
  readonly runs: number
}
const OPEN: readonly State[] = ['submitted', 'accepted', 'offered', 'dispatched', 'inProgress', 'followUp']

/** What nothing answers to is asked too: a page that is never full is the dearest. */
const LISTS: readonly (readonly [string, Filters])[] = [
  ['全部 newest', {}],
  ['未结 open', { state: OPEN }],
  ['待受理 submitted', { state: ['submitted'] }],
  ['已结 closed', { state: ['closed'] }],
  ['已派出（无） dispatched, none', { state: ['dispatched'] }],
  ['类型 kind', { kind: 'complaint' }],
  ['类型（无） kind, none', { kind: 'praise' }],
  ['紧急 urgency', { urgency: 'emergency' }],
  ['紧急（无） urgency, none', { urgency: 'complex' }],
  ['来源 channel', { channel: 'telephone' }],
  ['来源（无） channel, none', { channel: 'counter' }],
  ['事项 item', { item: 'changeBulb' }],
  ['事项（无） item, none', { item: 'noSuchItem' }],
  ['超时 overdue', { overdue: true }],
  ['同意晒单 consented', { consented: true }],
  ['限制查阅 restricted', { restricted: true }],
  ['常见词 common word', { q: '楼道' }],
  ['五分之一的词 word of a fifth', { q: '电梯' }],
  ['少见词 rare word', { q: '蜂窝' }],
  ['没有的词 no such word', { q: '琉璃瓦' }],
  ['两词 two words', { q: '电梯 楼道' }],
  ['两词一少见 two words, one rare', { q: '蜂窝 楼道' }],
  ['词，未结 word, open', { q: '电梯', state: OPEN }],
  ['少见词，未结 rare word, open', { q: '蜂窝', state: OPEN }],
  ['两词不同单 two words never together', { q: '电梯 水管' }],
  ['单号 number', { q: '260101-0042' }],
]

/**
 * How long each list takes an officer of the county, of a street and of a community: the whole of a view in this process,
 * from its call to its answer, without the web around it. Says a table, line by line.
 * @returns the slowest p95 in milliseconds
 */
export async function measureLists(timed: Timed, say: (line: string) => void): Promise<number> {
  const { db, communities, personId, runs } = timed
  const { orders, insight } = await needsOf(db)
  const community = communities[20] ?? '/'
  const paths = ['/', `/${community.split('/')[1]}/`, community]
  const readers = paths.map((path) => [readerOf(path, personId), path] as const)
  let slowest = 0
  const row = async (
    name: string,
    work: (reader: Actor, path: string) => Promise<unknown>,
  ): Promise<void> => {
    const cells: string[] = []
    for (const [reader, path] of readers) {
      const [p50, p95] = await timesOf(() => work(reader, path), runs)
      slowest = Math.max(slowest, p95)
      cells.push(`${p50.toFixed(1)} / ${p95.toFixed(1)}`)
    }
    say(`| ${name} | ${cells.join(' | ')} |`)
  }
  say('\n| 查询 query, p50 / p95 ms | 区县 county | 街道 street | 社区 community |\n|---|---:|---:|---:|')
  for (const [name, filters] of LISTS)
    await row(name, (reader) => listOrders(orders, reader, 'zh', { ...filters, limit: 20 }))
  await row('计数 counts', (reader) => countOrders(orders, reader))
  await row('数字 figures', (reader, area) => figuresOf(insight, reader, { area }))
  await row('三张清单 three lists', (reader, area) => serviceListsOf(insight, reader, { area }))
  await row('来电 caller', (reader) => findCaller(orders, reader, 'zh', '13900001234'))
  return slowest
}

/** Somebody of the desk over one area. */
function readerOf(areaPath: string, personId: string): Actor {
  const grants = (['intake', 'dispatcher', 'leader'] as const).map((role) => ({
    role,
    areaPath,
    unitId: null,
  }))
  return { region: 1, accountId: personId, personId, sessionId: personId, grants, units: [], teams: [] }
}

async function needsOf(db: Database) {
  const place = await placeRules(db, 1)
  const crypto = softwareProvider(Buffer.alloc(32))
  const orders: OrderNeeds = {
    db,
    crypto,
    ...openNeighbours(db),
    rules: async () => orderRulesOf(place),
    personByPhone: (region, phone) => personByPhone(db, crypto, region, phone),
    newPersonStatement: () => sql`select 1`, // nothing is placed here
    guestMayPlace: () => sql`select 1`,
    guestPhone: async () => null,
    groupText: () => '',
    statesOf,
  }
  const insight = {
    db,
    overdueByArea,
    helperGroups: (region: number, area: string) => helperGroups(db, region, area),
    rules: async () => insightRulesOf(place),
  }
  return { orders, insight }
}
