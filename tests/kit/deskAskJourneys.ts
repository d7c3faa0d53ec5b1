import { expect } from 'vitest'
import { accept, CENTRE, type Journey, quiet, quietSign, row, UNIT } from './deskRows.ts'

const contacted = row('冯强', 'contactRequester', 'inProgress', { how: 'phone' }, { api: true })

/** What is asked back, asked for and decided, urged and supervised. */
export const ASKING: readonly Journey[] = [
  {
    name: 'asks for more, and hears it over the telephone',
    by: '王秀兰',
    placed: { item: 'waterOutage' },
    rows: [
      row('赵敏', 'askSupplement', 'supplement', { question: '是哪一层停水？' }),
      row('赵敏', 'supplementOrder', 'submitted', { text: '来电说是三楼' }),
    ],
  },
  {
    name: 'is merged into the order of a neighbour, and by itself again',
    by: '王秀兰',
    placed: { item: 'waterOutage' },
    rows: [
      row(
        '赵敏',
        'mergeOrder',
        'merged',
        { into: true, remark: '同一栋停水' },
        { proves: ({ mergedInto }) => expect(mergedInto).not.toBeNull() },
      ),
      row('赵敏', 'unmergeOrder', 'submitted', { reason: '不是同一栋' }),
    ],
  },
  {
    name: 'is handed on to a unit below',
    by: '王秀兰',
    placed: { item: 'streetLamp' },
    rows: [
      accept,
      row('赵敏', 'dispatchOrder', 'dispatched', { assignee: CENTRE }),
      row('许静', 'signOrder', 'inProgress', {}, { from: 'tasks' }),
      row('许静', 'transferOrder', 'dispatched', { unitId: UNIT, reason: '由小区物业办' }, { isGone: true }),
    ],
  },
  {
    name: 'returns: refused once, it is final',
    by: '王秀兰',
    placed: { item: 'streetLamp' },
    rows: [
      accept,
      quiet,
      quietSign,
      row('冯强', 'askReturn', 'inProgress', { reason: '灯杆归市政', ground: '部门职责清单' }),
      row('赵敏', 'refuseReturn', 'inProgress', { reason: '小区里的归物业' }, { from: 'asks' }),
      row(
        '赵敏',
        'superviseOrder',
        'inProgress',
        { level: 'orange', demand: '两天内修好' },
        {
          proves: ({ supervision, actions }) =>
            expect([supervision, actions.includes('askReturn')]).toEqual(['orange', false]),
        },
      ),
      row(
        '冯强',
        'answerSupervision',
        'inProgress',
        { answer: '明天上午修' },
        { proves: ({ supervision }) => expect(supervision).toBeNull() },
      ),
      row('赵敏', 'urgeOrder', 'inProgress', { remark: '来电催办' }),
    ],
  },
  {
    name: 'returns: granted, it is dispatched anew',
    by: '王秀兰',
    placed: { item: 'streetLamp' },
    rows: [
      accept,
      quiet,
      quietSign,
      row('冯强', 'askReturn', 'inProgress', { reason: '灯杆归市政', ground: '部门职责清单' }, { api: true }),
      row('冯强', 'withdrawAsk', 'inProgress', {}, { proves: ({ ask }) => expect(ask).toBeNull() }),
      row('冯强', 'askReturn', 'inProgress', { reason: '灯杆归市政', ground: '部门职责清单' }, { api: true }),
      row('赵敏', 'grantReturn', 'accepted', { remark: '改派市政' }, { from: 'asks', leaves: '冯强' }),
    ],
  },
  {
    name: 'is given more time, is paused and goes on',
    by: '王秀兰',
    placed: { item: 'streetLamp' },
    rows: [
      accept,
      quiet,
      quietSign,
      contacted,
      row('冯强', 'askExtension', 'inProgress', { amount: 1, unit: 'workDay', reason: '要登高车' }),
      row('赵敏', 'refuseExtension', 'inProgress', { reason: '先约今天的车' }),
      row(
        '冯强',
        'askExtension',
        'inProgress',
        { amount: 1, unit: 'workDay', reason: '今天没有车' },
        { api: true },
      ),
      row(
        '赵敏',
        'grantExtension',
        'inProgress',
        { remark: '明天必须修好' },
        {
          proves: ({ clocks }) =>
            expect(clocks.some(({ clock, firstDueAt }) => clock === 'handle' && firstDueAt)).toBe(true),
        },
      ),
      row('冯强', 'askPause', 'inProgress', {
        reason: '等灯头到货',
        plan: '到货当天装',
        until: '2099-12-31',
      }),
      row('赵敏', 'refusePause', 'inProgress', { reason: '先装旧的' }),
      row(
        '冯强',
        'askPause',
        'inProgress',
        { reason: '没有旧的', plan: '到货当天装', until: '2099-12-31' },
        { api: true },
      ),
      row('赵敏', 'grantPause', 'paused', { remark: '已告诉居民' }),
      row('赵敏', 'reviewPause', 'paused', { remark: '货还在路上' }),
      row('冯强', 'resumeOrder', 'inProgress', { remark: '到货了' }),
    ],
  },
]
