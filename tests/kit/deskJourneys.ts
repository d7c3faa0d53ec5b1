import type { State, Words } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import sharp from 'sharp'
import { expect } from 'vitest'
import type { DeskVerb, Values } from '../../apps/screens/src/rooms/orders/desk/steps/stepTable.ts'
import { ask, type Town } from '../../scenarios/kit/town.ts'

export const UNIT = '禾润物业（示例）'
export const CAST = [
  ['王秀兰', '居民', '/s01/c01/g01/b1/e1/'],
  ['陈建国', '志愿者', '/s01/c01/g01/'],
  ['李强', '网格员', '/s01/c01/g01/'],
  ['赵敏', '社区工作者', '/s01/c01/'],
  ['钱芳', '社区工作者', '/s01/c01/'],
  ['孙丽', '审核员', '/s01/'],
  ['周洁', '回访员', '/s01/'],
  ['吴倩', '公开审核员', '/s01/'],
  ['郑伟', '区级管理员', '/'],
  ['冯强', '单位承办人', UNIT],
  ['何静', '社区工作者', '/s01/c02/'],
] as const

export type Name = (typeof CAST)[number][0]
/** A step somebody takes: in the browser, or (`api`) as preparation that another row already drives. */
export type Row = {
  readonly who: Name
  readonly verb: DeskVerb
  readonly values: Values
  readonly to: State
  readonly api?: true
  /** The list page from whose row the order is opened; else its address is typed. */
  readonly from?: 'tasks' | 'review' | 'follow-up' | 'publication' | 'dispatch'
  /** Words that the page must now show. */
  readonly says?: Words
  /** What else must now be so. */
  readonly proves?: (order: OrderView, town: Town) => void | Promise<void>
}
type Journey = {
  readonly name: string
  readonly placed: Values
  readonly by: Name
  readonly rows: readonly Row[]
}

const photo = {
  name: 'before.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 800, height: 600, channels: 3, background: '#4a7c59' } })
    .jpeg()
    .toBuffer(),
}
const row = (who: Name, verb: DeskVerb, to: State, values: Values = {}, more: Partial<Row> = {}): Row => ({
  who,
  verb,
  to,
  values,
  ...more,
})
const accept = row('赵敏', 'acceptOrder', 'accepted', {}, { api: true })
const toUnit = row('赵敏', 'dispatchOrder', 'dispatched', { assignee: UNIT })
const sign = row('冯强', 'signOrder', 'inProgress')
const handled: Values = { reply: '到场换好了', resolved: 'solved', contacted: 'phone' }
const handle = row('冯强', 'handleOrder', 'handled', handled, { api: true })
const approve = row('孙丽', 'approveHandling', 'followUp', {}, { api: true })
const refusal: Values = { reason: 'petition', channel: '请到区信访接待大厅，周一到周五都有人' }
const quiet = { ...toUnit, api: true } as const
const quietSign = { ...sign, api: true } as const

const shownPage = async (town: Town) => JSON.stringify((await ask(town, undefined, 'GET', '/shown')).body)

/** Every step of the desk, in orders that together take each of them. */
export const JOURNEYS: readonly Journey[] = [
  {
    name: 'refuses with the ground and the right channel',
    by: '王秀兰',
    placed: { item: 'waterOutage' },
    rows: [row('赵敏', 'refuseOrder', 'rejected', refusal)],
  },
  {
    name: "refuses a vulnerable person's order by two people",
    by: '赵敏',
    placed: { item: 'waterOutage', channel: 'telephone', vulnerable: true },
    rows: [
      row('赵敏', 'proposeRefusal', 'submitted', refusal, {
        says: { zh: '电话（工作人员登记）', en: 'Telephone (taken down by staff)' },
        proves: ({ actions }) => expect(actions).not.toContain('refuseOrder'),
      }),
      row('钱芳', 'refuseOrder', 'rejected', refusal),
    ],
  },
  {
    name: 'answers at once, with the source',
    by: '王秀兰',
    placed: { kind: 'consultation' },
    rows: [
      row(
        '赵敏',
        'answerOrder',
        'closed',
        { answer: '带身份证到社区办', source: '社区服务指南' },
        { proves: ({ result }) => expect(result).toBe('answered') },
      ),
    ],
  },
  {
    name: 'takes a note and cancels for somebody who rings up',
    by: '王秀兰',
    placed: { item: 'waterOutage' },
    rows: [
      row(
        '赵敏',
        'addNote',
        'submitted',
        { text: '来电补充：三楼也没水', photos: photo },
        { proves: ({ timeline }) => expect(timeline.at(-1)?.photos).toHaveLength(1) },
      ),
      row('赵敏', 'cancelOrder', 'cancelled', { reason: '来电说已经来水了' }),
    ],
  },
  {
    name: 'accepts, offers, widens, and assigns what nobody claims',
    by: '王秀兰',
    placed: { detail: '想请人陪老人说说话' },
    rows: [
      row('赵敏', 'acceptOrder', 'accepted', { item: 'volunteerElders', kind: 'help', urgency: 'prompt' }),
      row('赵敏', 'offerOrder', 'offered', {}, { from: 'dispatch' }),
      row('赵敏', 'widenOffer', 'offered'),
      row(
        '赵敏',
        'assignOrder',
        'dispatched',
        { assignee: '陈建国', remark: '请先打电话' },
        { proves: ({ owner }) => expect(owner).toMatchObject({ kind: 'person', name: '陈建国' }) },
      ),
      row('陈建国', 'signOrder', 'inProgress', {}, { from: 'tasks' }),
      row('陈建国', 'contactRequester', 'inProgress', { how: 'visit' }),
    ],
  },
  {
    name: 'dispatches to the grid worker of the place, who signs for it',
    by: '王秀兰',
    placed: { item: 'streetLamp' },
    rows: [
      accept,
      row(
        '赵敏',
        'dispatchOrder',
        'dispatched',
        { assignee: '李强' },
        { proves: ({ owner }) => expect(owner).toMatchObject({ kind: 'person', name: '李强' }) },
      ),
      row('李强', 'signOrder', 'inProgress', {}, { from: 'tasks' }),
    ],
  },
  {
    name: 'dispatches to a person',
    by: '王秀兰',
    placed: { item: 'streetLamp' },
    rows: [accept, row('赵敏', 'dispatchOrder', 'dispatched', { assignee: '陈建国' })],
  },
  {
    name: 'goes to a unit, is sent back, called, reworked and closed',
    by: '王秀兰',
    placed: { item: 'streetLamp' },
    rows: [
      accept,
      { ...toUnit, proves: ({ owner }) => expect(owner).toMatchObject({ kind: 'unit', name: UNIT }) },
      { ...sign, from: 'tasks' },
      row('冯强', 'contactRequester', 'inProgress', { how: 'phone' }, { from: 'tasks' }),
      row(
        '冯强',
        'reportProgress',
        'inProgress',
        { text: '灯头已经订了', photos: photo },
        { proves: ({ timeline }) => expect(timeline.at(-1)?.photos).toHaveLength(1) },
      ),
      row('冯强', 'handleOrder', 'handled', {
        reply: '换了灯头，亮了',
        resolved: 'partlySolved',
        reason: '还差一盏',
        confirmed: true,
        beforePhotos: photo,
        afterPhotos: photo,
      }),
      row('孙丽', 'returnHandling', 'inProgress', { reason: '第二盏还没有修' }, { from: 'review' }),
      row(
        '冯强',
        'handleOrder',
        'handled',
        { reply: '两盏都亮了', resolved: 'solved', beforePhotos: photo, afterPhotos: photo },
        { from: 'tasks' },
      ),
      row('孙丽', 'approveHandling', 'followUp', { remark: '照片清楚' }),
      row(
        '周洁',
        'recordCall',
        'followUp',
        { remark: '没有人接' },
        {
          from: 'follow-up',
          says: { zh: '已打 1 次没有接通', en: 'Tried once, not reached' },
          proves: ({ callsTried }) => expect(callsTried).toBe(1),
        },
      ),
      row('周洁', 'reworkOrder', 'rework', { reason: '晚上又灭了' }, { from: 'follow-up' }),
      row(
        '冯强',
        'handleOrder',
        'handled',
        { ...handled, reply: '换了电线', beforePhotos: photo, afterPhotos: photo },
        { from: 'tasks' },
      ),
      approve,
      row(
        '周洁',
        'closeOrder',
        'closed',
        { reached: true, resolved: 'solved', score: '4', remark: '满意' },
        {
          from: 'follow-up',
          proves: ({ rating }) => expect(rating).toMatchObject({ score: 4, through: 'call' }),
        },
      ),
    ],
  },
  {
    name: 'is rated, consented, published and withdrawn',
    by: '赵敏', // at home she is a neighbour like others, and her own order stands on the desk's page too
    placed: { item: 'waterOutage' },
    rows: [
      { ...accept, who: '钱芳' },
      { ...quiet, who: '钱芳' },
      row('钱芳', 'addNote', 'dispatched', { text: '水表照片', photos: photo }),
      quietSign,
      handle,
      approve,
      row('赵敏', 'rateOrder', 'closed', { resolved: 'solved', score: '5', comment: '来得快' }),
      row(
        '赵敏',
        'consentToShow',
        'closed',
        {},
        { proves: ({ consentedToShow }) => expect(consentedToShow).toBe(true) },
      ),
      row(
        '吴倩',
        'showOrder',
        'closed',
        { title: '停水当天修好', need: '一户居民家里停水', outcome: '当天来水', photos: true },
        {
          from: 'publication',
          proves: async ({ timeline }, town) => {
            const shown = await shownPage(town)
            expect(shown).toContain('停水当天修好')
            const taken = timeline.flatMap(({ photos }) => photos)
            expect(taken.map((id) => shown.includes(id))).toEqual([true])
          },
        },
      ),
      row(
        '吴倩',
        'hideOrder',
        'closed',
        {},
        { proves: async (_, town) => expect(await shownPage(town)).not.toContain('停水当天修好') },
      ),
    ],
  },
]
