import { expect } from 'vitest'
import { accept, CENTRE, type Journey, quiet, quietSign, row, UNIT } from './deskRows.ts'

const task = '修掉挡灯的枝条'

/** Units called to help, whistled for, released and judged; the level above asked and answering. */
export const JOINT: readonly Journey[] = [
  {
    name: 'is handled jointly: a co-host from the beginning, another called, answers, a meeting, a judgement',
    by: '王秀兰',
    placed: { item: 'streetLamp' },
    rows: [
      accept,
      row('赵敏', 'dispatchOrder', 'dispatched', { assignee: UNIT, coHosts: [CENTRE] }),
      row('冯强', 'signOrder', 'joint', {}, { api: true }),
      row(
        '许静',
        'answerCall',
        'joint',
        { answer: 'done', text: '线路查过了', fitting: true },
        { from: 'tasks' },
      ),
      row(
        '冯强',
        'judgeAnswer',
        'joint',
        { unitId: CENTRE, judged: 'helped' },
        { proves: ({ calls }) => expect(calls.map(({ judged }) => judged)).toEqual(['helped']) },
      ),
      row('冯强', 'callCoHosts', 'joint', { unitIds: [CENTRE], task }),
      row('冯强', 'recordMeeting', 'joint', {
        heldOn: '2020-01-06',
        minutes: '三家到场看过',
        decision: '先修枝，再换灯',
      }),
      row('冯强', 'releaseCoHost', 'joint', { unitId: CENTRE, reason: '不用再来' }),
    ],
  },
  {
    name: 'is put to the level above, which returns it, gives it to another or calls units together',
    by: '王秀兰',
    placed: { item: 'streetLamp' },
    rows: [
      accept,
      quiet,
      quietSign,
      row('冯强', 'whistleUnits', 'joint', { unitIds: [CENTRE], task }),
      row('冯强', 'escalateOrder', 'escalated', { tried: '换过两次', question: '线路归谁' }),
      row('郑伟', 'instructOrder', 'joint', { instruction: '先接临时线' }),
      row('冯强', 'escalateOrder', 'escalated', { tried: '临时线接了', question: '谁来重做' }, { api: true }),
      row('郑伟', 'conveneOrder', 'joint', { unitIds: ['区城管局'], task }),
      row('冯强', 'escalateOrder', 'escalated', { tried: '开过会', question: '改由谁办' }, { api: true }),
      row(
        '郑伟',
        'takeOverOrder',
        'dispatched',
        { unitId: '区住建局', reason: '线路归他们' },
        { leaves: '冯强' },
      ),
    ],
  },
]
