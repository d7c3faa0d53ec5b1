import { DURATION_UNITS, OBJECTIONS, SUPERVISIONS } from '@linli/contract/orders/words'
import { type Asked, answer, optional, reason, remark, text } from './fields.ts'
import { ABOVE_STEPS, JOINT_STEPS } from './jointFields.ts'

/** What whoever has an order may ask for or answer, at the desk and on the phone. */
export const HOST_STEPS = {
  answerSupervision: {
    fields: [text('answer', '办到哪一步，什么时候办好', 'How far it is, and by when it is done', 2000)],
  },
  askExtension: {
    fields: [
      {
        kind: 'count',
        name: 'amount',
        label: { zh: '要延长多少', en: 'How much more' },
        most: 1000,
      },
      { kind: 'code', name: 'unit', label: { zh: '单位', en: 'Unit' }, words: DURATION_UNITS },
      { ...reason, hint: { zh: '诉求人会看到', en: 'The requester reads it' } },
    ],
    lead: {
      zh: '一张单只能延一次。派单员同意以后，诉求人会知道新的日期。',
      en: 'An order is extended once. When it is agreed, the requester hears the new day.',
    },
  },
  askPause: {
    fields: [
      {
        ...reason,
        hint: {
          zh: '外部原因，例如等配件、等部门批复；诉求人会看到',
          en: 'A cause outside: a part, an approval; the requester reads it',
        },
      },
      text('plan', '下一步打算', 'What comes next', 1000),
      {
        kind: 'day',
        name: 'until',
        label: { zh: '预计哪天恢复', en: 'By which day it goes on' },
        hint: { zh: '会告诉诉求人', en: 'The requester is told' },
      },
    ],
    lead: {
      zh: '同意以后时限暂停，恢复后接着走；挂起的单在台账上公开。',
      en: 'When it is agreed the time stands still; paused orders are listed openly.',
    },
  },
  askReturn: {
    fields: [
      reason,
      {
        kind: 'line',
        name: 'ground',
        label: { zh: '依据', en: 'Ground' },
        hint: { zh: '法规、三定方案或职责清单', en: 'Law or list of duties' },
        most: 300,
      },
      optional({
        kind: 'unit',
        which: 'other',
        name: 'unitId',
        label: { zh: '应当由谁办', en: 'Whose it is' },
      } as const),
    ],
    lead: {
      zh: '派单员裁定以前，时限照走；不同意就不能再退。',
      en: 'The time runs on until it is decided; once refused, it is not returned again.',
    },
  },
  resumeOrder: {
    fields: [remark],
    lead: { zh: '剩下的时限接着走。', en: 'What is left of the time runs on.' },
  },
  askExplained: {
    fields: [
      {
        ...text('reason', '为什么现在解决不了', 'Why it cannot be settled now', 2000),
        hint: { zh: '诉求人会看到，说普通人听得懂的话', en: 'The requester reads it: in plain words' },
      },
      {
        kind: 'line',
        name: 'ground',
        label: { zh: '依据的法律或政策', en: 'Law or policy' },
        hint: { zh: '写清名称和条款', en: 'Its name and article' },
        most: 500,
      },
    ],
    lead: {
      zh: '要两个人签：您提请是第一签，审核员或区级管理员同意是第二签。诉求人不认同可以申请复核。',
      en: 'Two signatures: yours is the first, a reviewer’s or the administrator’s the second. The requester may ask for a review.',
    },
  },
  raiseObjection: {
    fields: [
      {
        kind: 'code',
        name: 'against',
        label: { zh: '对什么有异议', en: 'What you object to' },
        words: OBJECTIONS,
      },
      text('reason', '理由和依据', 'Reason and ground', 2000),
    ],
    lead: {
      zh: '由上一级、没有参与原决定的人答复；答复以前照常办。',
      en: 'Somebody one level above, who did not decide it, answers; go on with the work meanwhile.',
    },
  },
  ...JOINT_STEPS,
  withdrawAsk: { fields: [], lead: { zh: '撤回正在等答复的申请。', en: 'Takes back what was asked.' } },
} as const satisfies { readonly [verb: string]: Asked }
export type HostVerb = keyof typeof HOST_STEPS

/** What those who decide are asked. */
export const DECIDER_STEPS = {
  ...ABOVE_STEPS,
  grantReturn: {
    fields: [remark],
    lead: { zh: '单退回派单员手里，重新派。', en: 'It comes back to be dispatched anew.' },
  },
  refuseReturn: {
    fields: [reason],
    lead: { zh: '由对方接着办，以后不能再退。', en: 'They go on with it and cannot return it again.' },
  },
  grantPause: {
    fields: [remark],
    lead: {
      zh: '时限暂停，诉求人会看到预计恢复的日期；到期要复核。',
      en: 'The time stands still; the requester sees the promised day, and it is reviewed.',
    },
  },
  refusePause: { fields: [reason] },
  reviewPause: { fields: [text('remark', '复核意见', 'Finding', 500)] },
  grantExtension: {
    fields: [remark],
    lead: { zh: '新旧时限都留着，诉求人会知道。', en: 'Both limits are kept; the requester is told.' },
  },
  refuseExtension: { fields: [reason] },
  grantExplained: {
    fields: [remark],
    lead: {
      zh: '这是第二签：结果记为“未解决已解释”，单独统计，诉求人马上知道，并可申请复核。',
      en: 'The second signature: it counts apart as not solved and explained; the requester is told and may ask for a review.',
    },
  },
  refuseExplained: {
    fields: [reason],
    lead: { zh: '接着回访，或者重办。', en: 'It is followed up, or done again.' },
  },
  grantReview: {
    fields: [answer],
    lead: {
      zh: '由原承办方重新办一轮，时限从头算；上一轮的积分用更正分录冲回。',
      en: 'They do it again with a whole limit; what the last round earned is taken back by a correcting entry.',
    },
  },
  readmitOrder: {
    fields: [answer],
    lead: { zh: '没有承办方的单，回到受理台重新受理。', en: 'Nobody had it: it is taken in anew.' },
  },
  refuseReview: {
    fields: [answer],
    lead: { zh: '写清为什么维持，诉求人会看到。', en: 'Say why it stands; the requester reads it.' },
  },
  overruleReturn: {
    fields: [answer],
    lead: { zh: '裁定撤销，单回到派单员手里重新派。', en: 'The ruling falls; it is dispatched anew.' },
  },
  liftSupervision: {
    fields: [answer],
    lead: { zh: '督办撤销，不用再回复。', en: 'No answer is due any more.' },
  },
  discountRating: {
    fields: [answer],
    lead: {
      zh: '诉求人的话原样留着；满意率不计这一份，并写明少计了几份。',
      en: 'What the requester said stays; the rate leaves it out and says how many it left out.',
    },
  },
  dismissObjection: { fields: [answer] },
  superviseOrder: {
    fields: [
      { kind: 'code', name: 'level', label: { zh: '督办等级', en: 'Level' }, words: SUPERVISIONS },
      text('demand', '督办要求', 'What is demanded', 1000),
    ],
  },
} as const satisfies { readonly [verb: string]: Asked }
