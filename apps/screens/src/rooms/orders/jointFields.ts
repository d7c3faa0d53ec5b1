import { CALL_ANSWERS, CALL_JUDGEMENTS } from '@linli/contract/orders/words'
import { type Asked, reason, remark, type StepField, text } from './fields.ts'

const units: StepField = {
  kind: 'units',
  name: 'unitIds',
  label: { zh: '请哪些单位', en: 'Which units' },
}
const task = {
  ...text('task', '要他们做什么', 'What is wanted of them', 1000),
  hint: { zh: '一家一句，写清到什么程度', en: 'A sentence for each: what, and how far' },
}

/** What whoever has an order, or was called to help with it, says of joint handling; at the desk and on the phone. */
export const JOINT_STEPS = {
  answerCall: {
    fields: [
      {
        kind: 'code',
        name: 'answer',
        label: { zh: '你们的部分办得怎样', en: 'How far your part is' },
        words: CALL_ANSWERS,
      },
      text('text', '办了什么', 'What was done', 2000),
      {
        kind: 'yesNo',
        name: 'fitting',
        label: { zh: '这事该不该叫你们', en: 'Was it right to call you' },
      },
      { kind: 'photos', name: 'photos', label: { zh: '照片', en: 'Photos' }, optional: true },
    ],
  },
  callCoHosts: {
    fields: [units, task],
    lead: {
      zh: '开会一起办。各家有各家的时限，您还是主办，办结时限照走。',
      en: 'Handled together, with a meeting. Each unit has its own limit; it stays yours, and your time runs on.',
    },
  },
  whistleUnits: {
    fields: [units, task],
    lead: {
      zh: '马上要人到场的事才吹哨。各家收到提醒，按应哨时限到场或答复。',
      en: 'For what needs them at once: each unit is told and has to come or answer in time.',
    },
  },
  judgeAnswer: {
    fields: [
      {
        kind: 'unit',
        which: 'answered',
        name: 'unitId',
        label: { zh: '评哪一家', en: 'Which unit' },
      },
      {
        kind: 'code',
        name: 'judged',
        label: { zh: '帮上了没有', en: 'Did it help' },
        words: CALL_JUDGEMENTS,
      },
      remark,
    ],
    lead: { zh: '评的是单位，不评人。', en: 'The unit is judged, no person.' },
  },
  releaseCoHost: {
    fields: [
      {
        kind: 'unit',
        which: 'called',
        name: 'unitId',
        label: { zh: '免去哪一家', en: 'Which unit' },
      },
      reason,
    ],
    lead: {
      zh: '这家不用再答复，也不再看到这一单。',
      en: 'It need not answer, and does not see the order any more.',
    },
  },
  recordMeeting: {
    fields: [
      { kind: 'day', name: 'heldOn', label: { zh: '哪天开的', en: 'Held on' } },
      {
        ...text('minutes', '会办纪要', 'Minutes', 4000),
        hint: { zh: '只给工作人员看', en: 'Read by staff only' },
      },
      {
        ...text('decision', '议定的办法', 'What was decided', 1000),
        hint: { zh: '诉求人会看到', en: 'The requester reads it' },
      },
    ],
  },
  escalateOrder: {
    fields: [
      text('tried', '已经做了什么', 'What was tried', 2000),
      text('question', '请上级定什么', 'What the level above is to decide', 1000),
    ],
    lead: {
      zh: '办结时限暂停，等上一级答复：批回办理、提级办理或召集会办。',
      en: 'Your time stands still until the level above returns it with an instruction, takes it over or calls a meeting.',
    },
  },
} as const satisfies { readonly [verb: string]: Asked }

/** What the level above answers. */
export const ABOVE_STEPS = {
  instructOrder: {
    fields: [text('instruction', '怎么办', 'How to go on', 2000)],
    lead: {
      zh: '承办方照批示接着办，剩下的时限接着走。',
      en: 'They go on as told; what is left of the time runs on.',
    },
  },
  takeOverOrder: {
    fields: [
      {
        kind: 'unit',
        which: 'other',
        name: 'unitId',
        label: { zh: '改由谁办', en: 'Who has it from now on' },
      },
      reason,
    ],
    lead: {
      zh: '换承办单位，不能再退；剩下的时限接着走。',
      en: 'Another unit has it and cannot return it; what is left of the time runs on.',
    },
  },
  conveneOrder: {
    fields: [units, task],
    lead: {
      zh: '请几家一起开会办，原承办方主办。',
      en: 'Units meet and handle it together; the host stays.',
    },
  },
} as const satisfies { readonly [verb: string]: Asked }
