import type { Vocabulary } from '../words.ts'

/** 诉求类型: what kind of need it is. */
export const KINDS = {
  help: { zh: '求助', en: 'Help' },
  consultation: { zh: '咨询', en: 'Question' },
  complaint: { zh: '投诉', en: 'Complaint' },
  report: { zh: '举报', en: 'Report of wrongdoing' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  praise: { zh: '表扬', en: 'Praise' },
} as const satisfies Vocabulary<string>
export type Kind = keyof typeof KINDS

/** The doors that people use. */
export const DOORS = {
  hand: { zh: '手机点单', en: 'Phone screen' },
  proxy: { zh: '代点', en: 'Placed for another' },
  telephone: { zh: '电话', en: 'Telephone' },
  counter: { zh: '窗口', en: 'Counter' },
  gridReport: { zh: '网格上报', en: 'Grid report' },
  guest: { zh: '访客扫码', en: "Guest, by a station's code" },
} as const satisfies Vocabulary<string>
export type Door = keyof typeof DOORS

/** Doors that no person of the place pressed: a contact of a plan of care that nobody made, another system by its key. */
export const HOUSE_DOORS = {
  care: { zh: '关爱计划', en: 'Plan of care' },
  device: { zh: '一键通', en: 'One-key device' },
  open311: { zh: 'Open311 接口', en: 'Open311' },
  upstream: { zh: '上级转来', en: 'Sent here by another desk' },
  imported: { zh: '表格导入', en: 'Imported from a file' },
} as const satisfies Vocabulary<string>
export type HouseDoor = keyof typeof HOUSE_DOORS

/** The door an order came in by. */
export const CHANNELS = { ...DOORS, ...HOUSE_DOORS } as const satisfies Vocabulary<string>
export type Channel = keyof typeof CHANNELS
/** Whoever sent it here calls back, closes it, gives more time and takes it back; nobody is called twice. */
export const keptBySender = (channel: Channel): boolean => channel === 'upstream'

export const URGENCIES = {
  emergency: { zh: '急', en: 'Emergency' },
  prompt: { zh: '及时', en: 'Prompt' },
  ordinary: { zh: '一般', en: 'Ordinary' },
  complex: { zh: '疑难', en: 'Complex' },
} as const satisfies Vocabulary<string>
export type Urgency = keyof typeof URGENCIES

/** States of the lifecycle; a state enters here with its first verb. */
export const STATES = {
  submitted: { zh: '待受理', en: 'Waiting for intake' },
  supplement: { zh: '待补充', en: 'Waiting for more from the requester' },
  accepted: { zh: '已受理（待派）', en: 'Accepted, to be dispatched' },
  offered: { zh: '待抢单', en: 'Offered to helpers' },
  dispatched: { zh: '待签收', en: 'Dispatched, to be signed for' },
  inProgress: { zh: '办理中', en: 'In progress' },
  paused: { zh: '挂起', en: 'Paused' },
  joint: { zh: '会办中', en: 'Joint handling' },
  escalated: { zh: '上报请办', en: 'Escalated' },
  rework: { zh: '重办', en: 'Rework' },
  handled: { zh: '已办待审', en: 'Handled, to be reviewed' },
  followUp: { zh: '待回访', en: 'Waiting for follow-up' },
  closed: { zh: '已结案', en: 'Closed' },
  rejected: { zh: '不予受理', en: 'Not accepted' },
  cancelled: { zh: '已撤单', en: 'Cancelled' },
  merged: { zh: '已并单', en: 'Merged into another' },
  archived: { zh: '归档', en: 'Archived' },
} as const satisfies Vocabulary<string>
export type State = keyof typeof STATES

export const OPEN_STATES = [
  'submitted',
  'supplement',
  'accepted',
  'offered',
  'dispatched',
  'inProgress',
  'paused',
  'joint',
  'escalated',
  'rework',
  'handled',
  'followUp',
] as const satisfies readonly State[]
/** States in which somebody named is working: they count against the quota of open orders. */
export const WORKING_STATES = [
  'dispatched',
  'inProgress',
  'joint',
  'rework',
] as const satisfies readonly State[]
export const isOpen = (state: State): boolean => (OPEN_STATES as readonly State[]).includes(state)

export const RESULTS = {
  solved: { zh: '解决', en: 'Solved' },
  partlySolved: { zh: '部分解决', en: 'Partly solved' },
  notSolved: { zh: '未解决', en: 'Not solved' },
  answered: { zh: '直接答复', en: 'Answered at once' },
  explained: { zh: '未解决已解释', en: 'Not solved, and explained' },
  notSupplied: { zh: '逾期未补充', en: 'Closed: nothing more was told' },
} as const satisfies Vocabulary<string>
export type Result = keyof typeof RESULTS

/** The clocks T1 to T7 of an order, and those of the steps between. */
export const CLOCKS = {
  accept: { zh: '受理', en: 'Intake' },
  dispatch: { zh: '派单', en: 'Dispatch' },
  claim: { zh: '抢单', en: 'Claim' },
  sign: { zh: '签收', en: 'Signing for' },
  contact: { zh: '首次联系', en: 'First contact' },
  handle: { zh: '办结', en: 'Handling' },
  review: { zh: '审核', en: 'Review' },
  followUp: { zh: '回访', en: 'Follow-up' },
  supplement: { zh: '补充', en: 'Telling more' },
  ruling: { zh: '答复申请', en: 'Answer to what was asked' },
  pauseReview: { zh: '挂起复核', en: 'Review of the pause' },
  supervision: { zh: '督办回复', en: 'Answer to the supervision' },
  appeal: { zh: '复核答复', en: 'Answer to the request for review' },
  objection: { zh: '异议答复', en: 'Answer to the objection' },
  coHost: { zh: '协办答复', en: 'Answer of a co-host' },
  whistle: { zh: '应哨', en: 'Answer to a whistle' },
  meeting: { zh: '会办会议', en: 'Joint meeting' },
  escalation: { zh: '请办答复', en: 'Answer of the level above' },
} as const satisfies Vocabulary<string>
export type ClockKind = keyof typeof CLOCKS
/** Clocks that run for each called unit by itself. */
export const UNIT_CLOCKS = ['coHost', 'whistle'] as const satisfies readonly ClockKind[]

/** Limits that no clock runs for: within how long an order may be returned, and by how much its time may be extended. */
export const TERMS = {
  returning: { zh: '退单期限', en: 'Term for returning' },
  extension: { zh: '延期上限', en: 'Most an extension adds' },
  appealing: { zh: '复核期限', en: 'Term for asking for a review' },
  objecting: { zh: '异议期限', en: 'Term for an objection' },
} as const satisfies Vocabulary<string>
export type TermKind = keyof typeof TERMS
/** What the place sets limits for. */
export const LIMITS = { ...CLOCKS, ...TERMS } as const
export type LimitKind = keyof typeof LIMITS

/** What those concerned with an order ask of those who decide; one thing at a time. */
export const ASKS = {
  return: { zh: '退单', en: 'Return' },
  pause: { zh: '挂起', en: 'Pause' },
  extension: { zh: '延期', en: 'Extension' },
  explained: { zh: '解释结案', en: 'Closing as explained' },
  appeal: { zh: '复核', en: 'Review' },
  objection: { zh: '异议', en: 'Objection' },
} as const satisfies Vocabulary<string>
export type AskKind = keyof typeof ASKS
/** How an ask ended; it lapses when the order moves on without an answer. */
export const ASK_OUTCOMES = {
  granted: { zh: '同意', en: 'Granted' },
  refused: { zh: '不同意', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  lapsed: { zh: '未答复，单已办下去', en: 'Lapsed: the order moved on' },
} as const satisfies Vocabulary<string>
export type AskOutcome = keyof typeof ASK_OUTCOMES

/** What a unit may object to. */
export const OBJECTIONS = {
  ruling: { zh: '不同意退单的裁定', en: 'The ruling that it may not be returned' },
  supervision: { zh: '督办', en: 'A supervision' },
  rating: { zh: '不满意的评价', en: 'An unsatisfied judgement' },
} as const satisfies Vocabulary<string>
export type Objection = keyof typeof OBJECTIONS
/** How a unit is called to help: 会办 with a meeting, or 吹哨, which is answered at once. */
export const CALLS = {
  joint: { zh: '协办', en: 'Co-host' },
  whistle: { zh: '吹哨', en: 'Whistle' },
} as const satisfies Vocabulary<string>
export type CallKind = keyof typeof CALLS
/** What a called unit answers. */
export const CALL_ANSWERS = {
  done: { zh: '办好了我们的部分', en: 'Our part is done' },
  partly: { zh: '办了一部分', en: 'Part of it is done' },
  notOurs: { zh: '不归我们办', en: 'It is not ours' },
} as const satisfies Vocabulary<string>
export type CallAnswer = keyof typeof CALL_ANSWERS
/** What the host finds of the answer: units are judged, people are not. */
export const CALL_JUDGEMENTS = {
  helped: { zh: '帮上了', en: 'It helped' },
  partly: { zh: '帮上一部分', en: 'It helped in part' },
  notHelped: { zh: '没帮上', en: 'It did not help' },
} as const satisfies Vocabulary<string>
export type CallJudgement = keyof typeof CALL_JUDGEMENTS

/** 督办 by level; red is put on the list of the leaders. */
export const SUPERVISIONS = {
  yellow: { zh: '黄牌督办', en: 'Yellow' },
  orange: { zh: '橙牌督办', en: 'Orange' },
  red: { zh: '红牌督办（挂牌、约谈）', en: 'Red: listed, and talked over' },
} as const satisfies Vocabulary<string>
export type Supervision = keyof typeof SUPERVISIONS

/** Minutes and days run by the clock; work hours and work days by the place's working week, its days off and worked weekends. */
export const DURATION_UNITS = {
  minute: { zh: '分钟', en: 'minutes' },
  workHour: { zh: '工作时', en: 'work hours' },
  workDay: { zh: '工作日', en: 'work days' },
  day: { zh: '天', en: 'days' },
} as const satisfies Vocabulary<string>
export type DurationUnit = keyof typeof DURATION_UNITS
/** What is left of a limit. */
export const LEFT_UNITS = {
  minute: { zh: '分钟', en: 'minutes' },
  workMinute: { zh: '工作分钟', en: 'working minutes' },
  workDay: { zh: '工作日', en: 'work days' },
} as const satisfies Vocabulary<string>

/** What an item may ask for before an order counts as handled. */
export const EVIDENCE = {
  beforePhoto: { zh: '办理前照片', en: 'Photo before' },
  afterPhoto: { zh: '办理后照片', en: 'Photo after' },
  contact: { zh: '联系记录', en: 'Record of contact' },
} as const satisfies Vocabulary<string>
export type Evidence = keyof typeof EVIDENCE

/** 满意度: five grades, 5 best. Satisfied means 3 and above (满意 + 基本满意). */
export const SCORES = {
  5: { zh: '非常满意', en: 'Very satisfied' },
  4: { zh: '满意', en: 'Satisfied' },
  3: { zh: '基本满意', en: 'Fairly satisfied' },
  2: { zh: '不满意', en: 'Dissatisfied' },
  1: { zh: '非常不满意', en: 'Very dissatisfied' },
} as const
export type Score = keyof typeof SCORES
export const SATISFIED_FROM = 3

/** 不予受理: the grounds on which intake may refuse, each with the channel that is right (Beijing art. 11, Weifang art. 19). */
export const REFUSAL_REASONS = {
  litigation: { zh: '已在诉讼、仲裁或复议中', en: 'Before a court, arbitration or reconsideration' },
  discipline: { zh: '应向纪检监察机关反映', en: 'For the discipline inspection' },
  disclosure: { zh: '应申请政府信息公开', en: 'For a disclosure request' },
  petition: { zh: '应走信访渠道', en: 'For the petition office' },
  decided: { zh: '已有结论且无新情况', en: 'Already decided, nothing new' },
  secrecy: { zh: '涉及国家秘密、商业秘密或他人隐私', en: 'Secrecy or privacy of others' },
  publicOrder: { zh: '违反法律或公序良俗', en: 'Against law or public order' },
  outsideDuties: { zh: '不属于任何单位职责', en: 'Outside all duties' },
} as const satisfies Vocabulary<string>
export type RefusalReason = keyof typeof REFUSAL_REASONS

/** Matters with named readers only, never shown publicly. */
export const RESTRICTIONS = {
  none: { zh: '无', en: 'None' },
  leaderNote: { zh: '领导批示', en: "A leader's note" },
  media: { zh: '媒体', en: 'Media' },
  stability: { zh: '涉稳', en: 'Public stability' },
} as const satisfies Vocabulary<string>
export type Restriction = keyof typeof RESTRICTIONS

/** How a person or unit stands to an order. */
export const PARTY_ROLES = {
  placer: { zh: '点单人', en: 'Placed by' },
  requester: { zh: '诉求人', en: 'Requester' },
  beneficiary: { zh: '受益人', en: 'Beneficiary' },
  assignee: { zh: '承办', en: 'Assignee' },
  coHost: { zh: '协办', en: 'Co-host' },
} as const satisfies Vocabulary<string>
export type PartyRole = keyof typeof PARTY_ROLES
