import { expect } from 'vitest'
import { ask, type Town } from '../../scenarios/kit/town.ts'
import { ASKING } from './deskAskJourneys.ts'
import { ENDING } from './deskEndJourneys.ts'
import { JOINT } from './deskJointJourneys.ts'
import {
  accept,
  approve,
  handle,
  handled,
  type Journey,
  photo,
  quiet,
  quietSign,
  refusal,
  row,
  sign,
  toUnit,
  UNIT,
} from './deskRows.ts'

export { CAST, type Name, type Row, UNIT } from './deskRows.ts'

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
  ...ASKING,
  ...ENDING,
  ...JOINT,
]
