import type { Input } from '../kit/house.ts'
import { HERE } from '../kit/houseGround.ts'

/** What the desk, the wall and the phones ask of the lists, beyond one plain call of each. */
export type Ask = { readonly operation: string; readonly query: NonNullable<Input['query']> }

const month = new Date().toISOString().slice(0, 7)
const day = `${month}-01`
const street = '/s01/'
const id = '01890000-0000-7000-8000-000000000000'
const cursor = Buffer.from(`${new Date().toISOString()}|${id}`).toString('base64url')

const FILTERS: readonly Ask['query'][] = [
  {},
  { path: street },
  { path: HERE.community },
  { path: HERE.path },
  { state: 'submitted' },
  { state: 'closed' },
  { state: 'submitted', path: HERE.community },
  { kind: 'help' },
  { urgency: 'emergency' },
  { channel: 'telephone' },
  { item: 'changeBulb' },
  { overdue: 'true' },
  { consented: 'true' },
  { asked: 'true' },
  { supervised: 'true' },
  { restricted: 'true' },
  { q: '楼道' },
  { q: '电梯' },
  { q: '电梯 楼道' },
  { q: '从未有人写过的词' },
  { q: '260101-0001' },
  { q: '楼道', state: 'submitted' },
]

/** Each filter of the queue from its first page and from a later one. */
const queue = FILTERS.flatMap((query) => [query, { ...query, after: cursor }])
const of = (operation: string, ...queries: Ask['query'][]): Ask[] =>
  queries.map((query) => ({ operation, query }))

const shownAfter = Buffer.from(new Date().toISOString()).toString('base64url')

export const ASKS: readonly Ask[] = [
  ...of('listOrders', ...queue),
  ...of('listMyOrders', { after: cursor }),
  ...of('listMyTasks', { after: cursor }),
  ...of('listShown', {}, { path: street }, { path: HERE.community }, { after: shownAfter }),
  ...of('listShown', { path: HERE.community, after: shownAfter }),
  ...of('getFigures', { area: '/' }, { area: street }, { area: HERE.community, days: '7' }),
  ...of('getCoverage', { area: '/' }, { area: street }, { area: HERE.community }),
  ...of('getServiceLists', { area: '/' }, { area: HERE.community }),
  ...of('listLedger', {}, { after: id }, { account: id }, { order: id }, { from: day }, { to: day }),
  ...of('listAccounts', {}, { kind: 'person' }, { kind: 'issuer' }, { path: street }, { after: id }),
  ...of('listRedemptions', {}, { after: id }, { state: 'held' }, { state: 'collected' }, { unit: id }),
  ...of('listRedemptions', { reward: id }, { from: day }, { to: day }, { from: day, to: day }),
  ...of('myPoints', { after: id }),
  ...of('myRedemptions', { after: id }, { state: 'held' }),
  ...of('listNotices', { after: id }),
  ...of('listAudit', {}, { after: id }, { action: 'revealContact' }, { subjectId: id }, { refused: 'true' }),
  ...of('listPeople', {}, { path: street }, { name: '一' }, { after: id }),
  ...of('listPosts', {}, { path: street }, { after: id }),
  ...of('listPostHistory', { path: street }, { path: street, on: day }, { path: street, after: id }),
  ...of('listHelpers', {}, { path: street }, { skill: 'electric' }, { after: id }),
  ...of('listTeams', {}, { path: street }),
  ...of('listHouseholds', { path: street }, { path: HERE.community, after: id }),
  ...of('searchAddresses', { q: '阳光小区3栋' }, { q: '金丝雀' }, { q: '3栋2单元501室' }),
  ...of('listAreas', {}, { parent: street }),
]
