import { expect } from 'vitest'
import { accept, approve, handle, handled, type Journey, quiet, quietSign, row } from './deskRows.ts'

const notSolved = { ...handle, values: { ...handled, resolved: 'notSolved', reason: '老旧水管要整栋一起换' } }
const review = row('赵敏', 'requestReview', 'closed', { reason: '还是没有解决' })
const supervised = row(
  '赵敏',
  'superviseOrder',
  'inProgress',
  { level: 'yellow', demand: '说明进度' },
  { api: true },
)
const objects = (against: string, to: 'inProgress' | 'followUp') =>
  row('冯强', 'raiseObjection', to, { against, reason: '已经按时联系' }, { api: true })

/** What is explained, reviewed one level above, and objected to. */
export const ENDING: readonly Journey[] = [
  {
    name: 'is explained with two signatures, reviewed, done again, and stands',
    by: '王秀兰',
    placed: { item: 'waterOutage' },
    rows: [
      accept,
      quiet,
      quietSign,
      notSolved,
      approve,
      row(
        '冯强',
        'askExplained',
        'followUp',
        { reason: '水管明年一起改造', ground: '年度改造计划' },
        { from: 'tasks' },
      ),
      row('孙丽', 'refuseExplained', 'followUp', { reason: '先接临时水管' }),
      row(
        '周洁',
        'askExplained',
        'followUp',
        { reason: '临时水管也接不了', ground: '供水安全规程' },
        { api: true },
      ),
      row(
        '孙丽',
        'grantExplained',
        'closed',
        { remark: '改造排在三月' },
        { from: 'asks', proves: ({ result }) => expect(result).toBe('explained') },
      ),
      review,
      row(
        '郑伟',
        'grantReview',
        'rework',
        { remark: '先接临时水' },
        { from: 'asks', proves: ({ result, ask }) => expect([result, ask]).toEqual([null, null]) },
      ),
      notSolved,
      approve,
      row('周洁', 'closeOrder', 'closed', { reached: true, resolved: 'notSolved', score: 2 }, { api: true }),
      { ...review, api: true },
      row(
        '郑伟',
        'refuseReview',
        'closed',
        { remark: '临时水不安全，三月改造' },
        { proves: ({ actions }) => expect(actions).not.toContain('requestReview') },
      ),
    ],
  },
  {
    name: 'was answered at once, and is taken in anew after a review',
    by: '王秀兰',
    placed: { kind: 'consultation' },
    rows: [
      row(
        '赵敏',
        'answerOrder',
        'closed',
        { answer: '带身份证到社区办', source: '社区服务指南' },
        { api: true },
      ),
      { ...review, api: true },
      row('郑伟', 'readmitOrder', 'submitted', { remark: '指南改过，重新答复' }),
    ],
  },
  {
    name: 'a unit objects to the ruling that it may not return it',
    by: '王秀兰',
    placed: { item: 'streetLamp' },
    rows: [
      accept,
      quiet,
      quietSign,
      row('冯强', 'askReturn', 'inProgress', { reason: '灯杆归市政', ground: '部门职责清单' }, { api: true }),
      row('赵敏', 'refuseReturn', 'inProgress', { reason: '小区里的归物业' }, { api: true }),
      row('冯强', 'raiseObjection', 'inProgress', { against: 'ruling', reason: '灯杆在红线外' }),
      row('郑伟', 'overruleReturn', 'accepted', { remark: '查图在红线外，改派市政' }, { leaves: '冯强' }),
    ],
  },
  {
    name: 'a unit objects to supervisions and to a judgement',
    by: '王秀兰',
    placed: { item: 'waterOutage' },
    rows: [
      accept,
      quiet,
      quietSign,
      supervised,
      objects('supervision', 'inProgress'),
      row('郑伟', 'dismissObjection', 'inProgress', { remark: '联系晚了一天' }),
      supervised,
      objects('supervision', 'inProgress'),
      row(
        '郑伟',
        'liftSupervision',
        'inProgress',
        { remark: '记录齐全' },
        { proves: ({ supervision }) => expect(supervision).toBeNull() },
      ),
      handle,
      approve,
      row('王秀兰', 'rateOrder', 'followUp', { resolved: 'notSolved', score: 1 }, { api: true }),
      objects('rating', 'followUp'),
      row('郑伟', 'discountRating', 'followUp', { remark: '评的是另一件事' }),
    ],
  },
]
