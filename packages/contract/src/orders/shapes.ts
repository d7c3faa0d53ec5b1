import { ROLES } from '../roles.ts'
import {
  AreaPath,
  CodeOf,
  Count,
  Day,
  Id,
  Instant,
  Nullable,
  Optional,
  PageOf,
  PageQuery,
  Phone,
  Shape,
  type Static,
  Text,
  type TSchema,
  Type,
  Version,
} from '../schema.ts'
import {
  ASKS,
  CALL_ANSWERS,
  CALL_JUDGEMENTS,
  CALLS,
  CHANNELS,
  CLOCKS,
  DOORS,
  DURATION_UNITS,
  EVIDENCE,
  KINDS,
  LEFT_UNITS,
  OBJECTIONS,
  REFUSAL_REASONS,
  RESTRICTIONS,
  RESULTS,
  STATES,
  SUPERVISIONS,
  URGENCIES,
} from './words.ts'

const Reason = Text('理由', 500)
const Photos = (title: string) => Type.Array(Id('照片'), { title, maxItems: 9, uniqueItems: true })
const Score = Type.Integer({ title: '满意度', minimum: 1, maximum: 5 })
const Resolved = CodeOf(
  { solved: RESULTS.solved, partlySolved: RESULTS.partlySolved, notSolved: RESULTS.notSolved },
  '是否解决',
)
const step = <P extends Record<string, TSchema>>(more: P) => Shape({ version: Version(), ...more })

/** Somebody or some unit to whom an order is given: exactly one of the three. */
export const Assignee = Type.Union(
  [Shape({ personId: Id('承办人') }), Shape({ teamId: Id('承办队伍') }), Shape({ unitId: Id('承办单位') })],
  { title: '承办' },
)

export const OrderParams = Shape({ id: Id('工单') })

export const PlaceOrderBody = Shape(
  {
    /** Made by the client, so that the same order sent twice is one order. */
    id: Id('工单'),
    channel: CodeOf(DOORS, '来源'),
    kind: CodeOf(KINDS, '诉求类型'),
    item: Optional(Type.String({ title: '事项', maxLength: 60, pattern: '^[A-Za-z0-9]+$' })),
    title: Optional(Text('标题', 60)),
    detail: Text('诉求内容'),
    path: AreaPath('地点'),
    address: Optional(Text('详细地址', 120)),
    contactName: Optional(Text('称呼', 40)),
    contactPhone: Optional(Phone('联系电话')),
    /** Placed for somebody else: the beneficiary's contact stands above. */
    forAnother: Optional(Type.Boolean({ title: '代他人点单' })),
    urgency: Optional(CodeOf(URGENCIES, '紧急程度')),
    anonymous: Optional(Type.Boolean({ title: '匿名' })),
    confidential: Optional(Type.Boolean({ title: '要求保密' })),
    vulnerable: Optional(Type.Boolean({ title: '特殊困难人员' })),
    restriction: Optional(CodeOf(RESTRICTIONS, '限制查阅')),
    aboutPersonId: Optional(Id('被反映人')),
    aboutUnitId: Optional(Id('被反映单位')),
    photos: Optional(Photos('照片')),
    voice: Optional(Id('语音')),
  },
  '点单',
)

export const StepResult = Shape({
  id: Id(),
  number: Type.String(),
  version: Version(),
  state: CodeOf(STATES),
})

export const AddNoteBody = step({ text: Text('补充内容', 2000), photos: Optional(Photos('照片')) })
export const ProposeRefusalBody = step({
  reason: CodeOf(REFUSAL_REASONS, '不予受理的理由'),
  channel: Text('应走的渠道', 300),
})
export const RefuseBody = ProposeRefusalBody
export const AcceptBody = step({
  item: Type.String({ title: '事项', maxLength: 60, pattern: '^[A-Za-z0-9]+$' }),
  kind: CodeOf(KINDS, '诉求类型'),
  urgency: CodeOf(URGENCIES, '紧急程度'),
  path: AreaPath('地点'),
})
export const AnswerBody = step({ answer: Text('答复', 4000), source: Text('答复依据', 300) })
export const OfferBody = step({})
export const ClaimBody = Shape({})
export const WidenBody = step({})
export const AssignBody = step({ assignee: Assignee, remark: Optional(Text('交办说明', 500)) })
/** To a host, with the units that help it from the beginning. */
export const DispatchBody = step({
  assignee: Assignee,
  coHosts: Optional(Type.Array(Id('单位'), { title: '协办单位', maxItems: 10, uniqueItems: true })),
  remark: Optional(Text('交办说明', 500)),
})
export const GiveBackBody = step({ reason: Optional(Reason) })
export const SignBody = step({})
const How = () =>
  CodeOf(
    {
      phone: { zh: '电话', en: 'Phone' },
      visit: { zh: '上门', en: 'Visit' },
      message: { zh: '留言', en: 'Message' },
    },
    '联系方式',
  )
const evidence = {
  beforePhotos: Optional(Photos('办理前照片')),
  afterPhotos: Optional(Photos('办理后照片')),
  contacted: Optional(How()),
}
export const ContactBody = step({ how: How() })
export const ProgressBody = step({ text: Text('进展', 2000), photos: Optional(Photos('照片')) })
export const HandleBody = step({
  reply: Text('给诉求人的答复', 4000),
  resolved: Resolved,
  reason: Optional(Reason),
  /** 诉求属实 */
  confirmed: Optional(Type.Boolean({ title: '诉求属实' })),
  ...evidence,
})
/** What is closed by the grid worker alone is solved: anything else is dispatched. */
export const SelfHandleBody = step({ reply: Text('给诉求人的答复', 4000), ...evidence })
export const ApproveBody = step({ remark: Optional(Text('审核意见', 500)) })
export const ReturnBody = step({ reason: Reason })
export const RecordCallBody = step({ remark: Optional(Text('情况', 500)) })
export const RateBody = step({ resolved: Resolved, score: Score, comment: Optional(Text('评价', 1000)) })
export const CloseBody = step({
  reached: Type.Boolean({ title: '是否联系上' }),
  resolved: Optional(Resolved),
  score: Optional(Score),
  remark: Optional(Text('回访记录', 1000)),
})
export const ReworkBody = step({ reason: Reason })
export const ConsentBody = step({})
export const ShowBody = step({
  title: Text('标题', 60),
  need: Text('诉求（已隐去个人信息）', 2000),
  outcome: Text('办理结果（已隐去个人信息）', 2000),
  photos: Optional(Photos('照片')),
})
export const HideBody = step({})
const remark = { remark: Optional(Text('说明', 500)) }
export const AskSupplementBody = step({ question: Text('要补充什么', 1000) })
export const SupplementBody = step({ text: Text('补充内容', 2000), photos: Optional(Photos('照片')) })
export const LapseBody = step({})
export const MergeBody = step({
  into: Id('并入的工单'),
  /** A closed target is done again when this report brings something new. */
  newFacts: Optional(Type.Boolean({ title: '有新情况' })),
  ...remark,
})
export const UnmergeBody = step({ reason: Reason })
/** To a unit of the host's own tree. */
export const TransferBody = step({ unitId: Id('下级单位'), reason: Reason })
export const UrgeBody = step(remark)
export const SuperviseBody = step({ level: CodeOf(SUPERVISIONS, '督办等级'), demand: Text('督办要求', 1000) })
export const AnswerSupervisionBody = step({ answer: Text('办理情况', 2000) })
/** With the ground in law or duty, and whose it is instead where that is known. */
export const AskReturnBody = step({
  reason: Reason,
  ground: Text('依据', 300),
  unitId: Optional(Id('建议承办单位')),
})
/** With the outside cause, the plan, and the day that is promised to the requester. */
export const AskPauseBody = step({
  reason: Reason,
  plan: Text('下一步打算', 1000),
  until: Day('预计恢复日期'),
})
export const AskExtensionBody = step({
  reason: Reason,
  amount: Type.Integer({ title: '延长多少', minimum: 1, maximum: 1000 }),
  unit: CodeOf(DURATION_UNITS, '单位'),
})
export const GrantBody = step(remark)
export const RefuseAskBody = step({ reason: Reason })
export const ReviewPauseBody = step({ remark: Text('复核意见', 500) })
export const ResumeBody = step(remark)
export const WithdrawBody = step({})
export const AskExplainedBody = step({
  reason: Text('为什么现在解决不了', 2000),
  ground: Text('依据的法律或政策', 500),
})
export const RequestReviewBody = step({ reason: Text('哪里不服，有什么新情况', 2000) })
export const DecideBody = step({ remark: Text('答复', 2000) })
export const RaiseObjectionBody = step({
  against: CodeOf(OBJECTIONS, '对什么有异议'),
  reason: Text('理由和依据', 2000),
})
const Units = Type.Array(Id('单位'), { title: '请哪些单位', minItems: 1, maxItems: 10, uniqueItems: true })
/** What is wanted of the units that are called. */
export const CallBody = step({ unitIds: Units, task: Text('要他们做什么', 1000) })
export const AnswerCallBody = step({
  answer: CodeOf(CALL_ANSWERS, '办得怎样'),
  text: Text('办理情况', 2000),
  fitting: Type.Boolean({ title: '该不该叫我们' }),
  photos: Optional(Photos('照片')),
})
export const JudgeAnswerBody = step({
  unitId: Id('单位'),
  judged: CodeOf(CALL_JUDGEMENTS, '帮上了没有'),
  ...remark,
})
export const ReleaseCoHostBody = step({ unitId: Id('单位'), reason: Reason })
export const RecordMeetingBody = step({
  heldOn: Day('哪天开的'),
  minutes: Text('会办纪要', 4000),
  decision: Text('议定的办法', 1000),
})
/** With what was tried, and what is asked of the level above. */
export const EscalateBody = step({ tried: Text('已经做了什么', 2000), question: Text('请上级定什么', 1000) })
export const InstructBody = step({ instruction: Text('怎么办', 2000) })
export const TakeOverBody = step({ unitId: Id('改由谁办'), reason: Reason })
export const CancelBody = step({ reason: Optional(Reason) })

/** Who has the order now, in words that a screen can show. */
export const Owner = Shape({
  kind: CodeOf({
    desk: { zh: '受理台', en: 'Intake desk' },
    requester: { zh: '诉求人', en: 'Requester' },
    dispatcher: { zh: '派单员', en: 'Dispatcher' },
    pool: { zh: '抢单大厅', en: 'Helpers' },
    person: { zh: '承办人', en: 'Person' },
    team: { zh: '队伍', en: 'Team' },
    unit: { zh: '单位', en: 'Unit' },
    reviewer: { zh: '审核员', en: 'Reviewer' },
    caller: { zh: '回访员', en: 'Caller' },
    admin: { zh: '区级管理员', en: 'Region administrator' },
    above: { zh: '上一级', en: 'The level above' },
    nobody: { zh: '已办结', en: 'Finished' },
  }),
  name: Nullable(Type.String()),
})
export const Due = Shape({ clock: CodeOf(CLOCKS), at: Instant() })

const rowFields = {
  id: Id(),
  number: Type.String(),
  version: Version(),
  state: CodeOf(STATES),
  kind: CodeOf(KINDS),
  channel: CodeOf(CHANNELS),
  urgency: CodeOf(URGENCIES),
  item: Nullable(Type.String()),
  title: Type.String(),
  path: Type.String(),
  place: Type.String(),
  placedAt: Instant(),
  round: Count(),
  owner: Owner,
  due: Nullable(Due),
  overdue: Type.Boolean(),
  anonymous: Type.Boolean(),
  confidential: Type.Boolean(),
  vulnerable: Type.Boolean(),
  restriction: CodeOf(RESTRICTIONS),
  result: Nullable(CodeOf(RESULTS)),
  score: Nullable(Count()),
  /** Calls in vain, in this round of following up. */
  callsTried: Count(),
  photo: Nullable(Id()),
}
export const OrderRow = Shape(rowFields)
export type OrderRow = Static<typeof OrderRow>
export const OrderPage = PageOf(OrderRow)

export const TimelineEntry = Shape({
  version: Version(),
  verb: Type.String(),
  at: Instant(),
  toState: CodeOf(STATES),
  actorRole: Type.Union([CodeOf(ROLES), Type.Literal('system')]),
  actorName: Nullable(Type.String()),
  remarks: Type.Array(Type.String()),
  photos: Type.Array(Id()),
  facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
})
export const ClockView = Shape({
  clock: CodeOf(CLOCKS),
  /** Whose it is, of a clock that runs for a called unit. */
  unitName: Nullable(Type.String()),
  amount: Count(),
  unit: CodeOf(DURATION_UNITS),
  startedAt: Instant(),
  dueAt: Instant(),
  stoppedAt: Nullable(Instant()),
  late: Type.Boolean(),
  /** The limit as it first was, once it was extended, resumed or counted anew. */
  firstDueAt: Nullable(Instant()),
  /** Since when it stands still. */
  pausedAt: Nullable(Instant()),
  /** What is left of it, of one that runs or stands still. */
  left: Nullable(Shape({ amount: Count(), unit: CodeOf(LEFT_UNITS) })),
  /** A year that it touches and whose days off nobody has entered: until then its due time is a guess. */
  unknownYear: Nullable(Type.Integer()),
})
/** What waits for a decision. */
export const AskView = Shape({
  kind: CodeOf(ASKS),
  askedAt: Instant(),
  askedBy: Nullable(Type.String()),
  amount: Nullable(Count()),
  unit: Nullable(CodeOf(DURATION_UNITS)),
  until: Nullable(Type.String()),
  unitName: Nullable(Type.String()),
})
/** A unit that was called to help. */
export const CallView = Shape({
  unitId: Id(),
  unitName: Type.String(),
  how: CodeOf(CALLS),
  calledAt: Instant(),
  dueAt: Nullable(Instant()),
  answeredAt: Nullable(Instant()),
  answer: Nullable(CodeOf(CALL_ANSWERS)),
  /** Whether the unit finds that it was rightly called. */
  fitting: Nullable(Type.Boolean()),
  judged: Nullable(CodeOf(CALL_JUDGEMENTS)),
  /** It was released, or the order ended before it answered. */
  ended: Type.Boolean(),
})
/** An order that this one was merged into, or that was merged into this one. */
export const MergedView = Shape({ id: Id(), number: Type.String(), state: CodeOf(STATES) })
export const OrderView = Shape({
  ...rowFields,
  ask: Nullable(AskView),
  calls: Type.Array(CallView),
  supervision: Nullable(CodeOf(SUPERVISIONS)),
  mergedInto: Nullable(MergedView),
  /** Who sent it here, under which number, and until when it is wanted; `decides`: the sender calls back and closes. */
  sender: Nullable(
    Shape({
      name: Type.String(),
      number: Type.String(),
      decides: Type.Boolean(),
      dueAt: Nullable(Instant()),
    }),
  ),
  /** Orders that follow this one; only those who work in its area see which. */
  merged: Type.Array(MergedView),
  detail: Type.String(),
  address: Nullable(Type.String()),
  contactName: Nullable(Type.String()),
  contactPhone: Nullable(Type.String()),
  /** The number is masked; `revealContact` shows it and is recorded. */
  mayReveal: Type.Boolean(),
  placedForAnother: Type.Boolean(),
  voice: Nullable(Id()),
  photos: Type.Array(Id()),
  evidenceNeeded: Type.Array(CodeOf(EVIDENCE)),
  contactedAt: Nullable(Instant()),
  timeline: Type.Array(TimelineEntry),
  clocks: Type.Array(ClockView),
  rating: Nullable(
    Shape({ score: Score, resolved: Resolved, comment: Nullable(Type.String()), through: Type.String() }),
  ),
  publicationSlug: Nullable(Type.String()),
  consentedToShow: Type.Boolean(),
  /** The verbs this person may use now; the buttons. */
  actions: Type.Array(Type.String()),
  /** Text without personal data for a chat group, with the claim link; only while offered. */
  groupText: Nullable(Type.String()),
})
export type OrderView = Static<typeof OrderView>

export const ListOrdersQuery = Shape({
  ...PageQuery,
  state: Optional(Type.Array(CodeOf(STATES), { title: '状态', maxItems: 20 })),
  path: Optional(AreaPath('辖区')),
  kind: Optional(CodeOf(KINDS, '诉求类型')),
  urgency: Optional(CodeOf(URGENCIES, '紧急程度')),
  channel: Optional(CodeOf(CHANNELS, '来源')),
  item: Optional(Type.String({ title: '事项', maxLength: 60 })),
  overdue: Optional(Type.Boolean({ title: '超时' })),
  restricted: Optional(Type.Boolean({ title: '限制查阅' })),
  consented: Optional(Type.Boolean({ title: '已同意晒单' })),
  asked: Optional(Type.Boolean({ title: '有申请待答复' })),
  supervised: Optional(Type.Boolean({ title: '督办待回复' })),
  /** Number, or words of title and text. */
  q: Optional(Type.String({ title: '搜索', maxLength: 100 })),
})
export const QueueCounts = Shape({
  states: Type.Record(Type.String(), Count()),
  overdue: Count(),
  /** The first year that a running limit in working time touches and whose days off nobody has entered. */
  unknownYear: Nullable(Type.Integer()),
})

export const ClaimCard = Shape({
  id: Id(),
  number: Type.String(),
  version: Version(),
  item: Nullable(Type.String()),
  title: Type.String(),
  urgency: CodeOf(URGENCIES),
  place: Type.String(),
  homeEntry: Type.Boolean(),
  points: Count(),
  wave: Count(),
  due: Nullable(Due),
  placedAt: Instant(),
})
export type ClaimCard = Static<typeof ClaimCard>
export const ClaimBoard = Shape({
  items: Type.Array(ClaimCard),
  openOrders: Count(),
  quota: Count(),
  mayClaim: Type.Boolean(),
  why: Nullable(Type.String()),
})

export const Candidate = Shape({
  assignee: Assignee,
  name: Type.String(),
  kind: Type.String(),
  openOrders: Count(),
  quota: Nullable(Count()),
  skilled: Type.Boolean(),
  near: Type.Boolean(),
  reasons: Type.Array(Type.String()),
})
export const Candidates = Shape({
  people: Type.Array(Candidate),
  teams: Type.Array(Candidate),
  units: Type.Array(Candidate),
})

const NamedUnits = Type.Array(Shape({ id: Id(), name: Type.String() }))
/** Units below the one that has an order, and all others but those called to it. */
export const OrderUnits = Shape({ below: NamedUnits, other: NamedUnits })

export const RevealBody = Shape({ reason: Text('查看理由', 200, 2) })
export const RevealedContact = Shape({
  contactName: Nullable(Type.String()),
  contactPhone: Nullable(Type.String()),
  address: Nullable(Type.String()),
})

export const CallerBody = Shape({ phone: Phone('来电号码') })
export const Caller = Shape({
  personId: Nullable(Id()),
  name: Nullable(Type.String()),
  path: Nullable(Type.String()),
  place: Nullable(Type.String()),
  address: Nullable(Type.String()),
  orders: Type.Array(OrderRow),
})

/** Of an area; a place below the community shows its community's. */
export const ShownQuery = Shape({ ...PageQuery, path: Optional(AreaPath('辖区')) })

export const ShownCard = Shape({
  slug: Type.String(),
  title: Type.String(),
  need: Type.String(),
  outcome: Type.String(),
  item: Nullable(Type.String()),
  community: Type.String(),
  publishedAt: Instant(),
  score: Nullable(Count()),
  photos: Type.Array(Id()),
})
export const SavedView = Shape({
  id: Id(),
  name: Text('名称', 40),
  filters: Type.Record(Type.String(), Type.Union([Type.String(), Type.Boolean(), Type.Array(Type.String())])),
})
export const SaveViewBody = Shape({
  id: Id(),
  name: Text('名称', 40),
  filters: Type.Record(
    Type.String({ maxLength: 30 }),
    Type.Union([
      Type.String({ maxLength: 200 }),
      Type.Boolean(),
      Type.Array(Type.String({ maxLength: 60 }), { maxItems: 12 }),
    ]),
    { maxProperties: 12 },
  ),
})
