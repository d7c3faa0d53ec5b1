import type { Words } from '@linli/contract'
import type { Due, Owner } from '@linli/contract/orders/shapes'
import type { AskKind, ClockKind, State } from '@linli/contract/orders/words'
import type { Static } from '@linli/contract/schema'
import type { Tone } from '../../../kit/hand/index.ts'
import { deadline } from '../../../kit/time.ts'

type OwnerView = Static<typeof Owner>
type DueView = Static<typeof Due>

/** Who has an order, as a resident would say it; a named person, team or unit by its name. */
const OWNERS: Readonly<Record<OwnerView['kind'], Words>> = {
  desk: { zh: '社区受理台', en: 'Intake desk' },
  requester: { zh: '您这边', en: 'Yours to answer' },
  dispatcher: { zh: '派单员', en: 'Dispatcher' },
  pool: { zh: '附近的志愿者', en: 'Helpers nearby' },
  person: { zh: '承办人', en: 'The person in charge' },
  team: { zh: '服务队', en: 'The team' },
  unit: { zh: '承办单位', en: 'The unit in charge' },
  reviewer: { zh: '审核员', en: 'Reviewer' },
  caller: { zh: '回访员', en: 'Follow-up caller' },
  admin: { zh: '区级管理员', en: 'Region administrator' },
  above: { zh: '上一级', en: 'The level above' },
  nobody: { zh: '已经办结', en: 'Finished' },
}

/** What has to happen before a clock runs out. */
const DUTIES: Readonly<Record<ClockKind, Words>> = {
  accept: { zh: '受理', en: 'accepted' },
  dispatch: { zh: '派人', en: 'given to somebody' },
  claim: { zh: '有人接单', en: 'taken by a helper' },
  sign: { zh: '签收', en: 'signed for' },
  contact: { zh: '联系', en: 'contacted' },
  handle: { zh: '办好', en: 'done' },
  review: { zh: '审核', en: 'reviewed' },
  followUp: { zh: '回访', en: 'followed up' },
  supplement: { zh: '补充', en: 'told more of' },
  ruling: { zh: '答复申请', en: 'decided' },
  pauseReview: { zh: '复核', en: 'reviewed' },
  supervision: { zh: '回复督办', en: 'answered for' },
  coHost: { zh: '协办单位答复', en: 'answered by a co-host' },
  whistle: { zh: '应哨', en: 'answered by who was whistled for' },
  meeting: { zh: '开会办会', en: 'met about' },
  escalation: { zh: '上一级答复', en: 'decided by the level above' },
  appeal: { zh: '答复复核', en: 'reviewed one level above' },
  objection: { zh: '答复异议', en: 'answered to the unit' },
}

/** What a person expects next in each open state, when nobody has said more. */
export const NEXT: Readonly<Record<State, Words | null>> = {
  submitted: { zh: '社区受理台看过以后，会安排人来办', en: 'The intake desk reads it and finds somebody' },
  supplement: { zh: '请补充情况，补来以后马上接着受理', en: 'Please tell more; then it goes on at once' },
  accepted: { zh: '派单员正在安排人', en: 'The dispatcher is finding somebody' },
  offered: {
    zh: '附近的志愿者已经看到，等有人接单',
    en: 'Helpers nearby have seen it; one of them will take it',
  },
  dispatched: { zh: '等承办方签收', en: 'Whoever has it will sign for it' },
  inProgress: { zh: '承办人会先联系，再办理', en: 'You will be contacted, then it will be done' },
  paused: { zh: '等外部原因解决了，就恢复办理', en: 'It goes on when the cause outside is settled' },
  joint: { zh: '几家单位正在一起办', en: 'Several units are handling it together' },
  escalated: { zh: '等上一级定办法，定了马上接着办', en: 'The level above decides how; then it goes on' },
  rework: { zh: '重新办理，办的人会再联系', en: 'It is being done again; you will be contacted' },
  handled: { zh: '由另外的人审核办得怎么样', en: 'Somebody else reviews what was done' },
  followUp: { zh: '请评一评；也会有人打电话回访', en: 'Please rate it; somebody will also call' },
  closed: null,
  rejected: null,
  cancelled: null,
  merged: {
    zh: '和那一单一起办，结果会一并告诉您',
    en: 'Handled together with the other; you hear the result',
  },
  archived: null,
}

/** What those who have an order asked for, and nobody has answered yet. */
export const ASKED: Readonly<Record<AskKind, Words>> = {
  return: {
    zh: '承办方说不归他们办，等裁定；时限照走',
    en: 'They say it is not theirs; to be decided, the time runs on',
  },
  pause: { zh: '承办方申请先挂起，等答复', en: 'They ask to pause it; waiting for the answer' },
  extension: { zh: '承办方申请延期，等答复', en: 'They ask for more time; waiting for the answer' },
  explained: {
    zh: '承办方说目前解决不了，等第二个人签字',
    en: 'They say it cannot be settled now; a second signature is waited for',
  },
  appeal: {
    zh: '正在复核，由上一级没有参与原决定的人答复',
    en: 'Under review by somebody one level above who did not decide it',
  },
  objection: { zh: '承办方提出异议，等上一级答复', en: 'The unit objects; waiting for the level above' },
}

const TONES: Readonly<Record<State, Tone>> = {
  submitted: 'waiting',
  supplement: 'waiting',
  accepted: 'waiting',
  offered: 'waiting',
  dispatched: 'waiting',
  inProgress: 'moving',
  paused: 'still',
  joint: 'moving',
  escalated: 'waiting',
  rework: 'moving',
  handled: 'moving',
  followUp: 'waiting',
  closed: 'done',
  rejected: 'still',
  cancelled: 'still',
  merged: 'still',
  archived: 'still',
}

/** How a state looks; an overdue order looks late whatever its state. */
export const toneOf = (state: State, overdue: boolean): Tone => (overdue ? 'late' : TONES[state])

/** Who has it, by name where this reader may know the name. */
export function ownerWords({ kind, name }: OwnerView): Words {
  return name === null ? OWNERS[kind] : { zh: name, en: name }
}

/** By when, and what must have happened by then: “今天 15:30 前受理”, “已超时 2 小时，还没受理”. */
export function dueWords({ clock, at }: DueView, now: Date): Words {
  const { late, words } = deadline(at, now)
  const duty = DUTIES[clock]
  return late
    ? { zh: `${words.zh}，还没${duty.zh}`, en: `${words.en}, not yet ${duty.en}` }
    : { zh: `${words.zh}${duty.zh}`, en: `to be ${duty.en} ${words.en}` }
}

/** Both in one line: “社区受理台，今天 15:30 前受理”. */
export function whoAndWhen(owner: OwnerView, due: DueView | null, now: Date): Words {
  const who = ownerWords(owner)
  if (due === null) return who
  const when = dueWords(due, now)
  return { zh: `${who.zh}，${when.zh}`, en: `${who.en}, ${when.en}` }
}
