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
  Shape,
  type Static,
  Text,
  Type,
  Version,
  WordsShape,
} from '../schema.ts'
import { GAP_REASONS, LOG_KINDS, ROSTER_PURPOSES, ROSTER_STATES, SHIFT_DAYS, SWAP_STATES } from './words.ts'

const Key = (title: string) => Type.String({ title, pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' })
const Title = Text('名称', 60)
/** The longest roster: a leap year. */
export const MOST_DAYS = 366

export const RosterParams = Shape({ id: Id('排班表') })
export const DutyParams = Shape({ id: Id('班次') })
export const SwapParams = Shape({ id: Id('换班') })
export const PostOfRosterParams = Shape({ id: Id('岗位') })
export const DutyResult = Shape({ id: Id() })

export const RosterShift = Shape({
  key: Key('班别'),
  name: Text('班名', 20),
  start: Type.String({
    title: '几点开始',
    pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
    description: '例如 08:00',
  }),
  minutes: Type.Integer({ title: '时长（分钟）', minimum: 30, maximum: 1440 }),
  on: Optional(CodeOf(SHIFT_DAYS, '哪些日子')),
})
export type RosterShift = Static<typeof RosterShift>

const post = {
  name: Text('岗位', 40),
  place: Text('地点', 80),
  tasks: Text('职责和标准', 500),
  needed: Type.Integer({ title: '每班人数', minimum: 1, maximum: 100 }),
}
export const OpenRosterBody = Shape({
  id: Id('排班表'),
  purpose: CodeOf(ROSTER_PURPOSES, '用途'),
  title: Title,
  path: AreaPath('范围'),
  stationId: Optional(Id('驿站')),
  fromOn: Day('从哪天'),
  toOn: Day('到哪天'),
  restHours: Type.Integer({ title: '两班之间至少休息（小时）', minimum: 0, maximum: 48 }),
  weekHours: Type.Integer({ title: '每人每周最多（小时）', minimum: 1, maximum: 168 }),
  shifts: Type.Array(RosterShift, { title: '班次', minItems: 1, maxItems: 6 }),
  posts: Type.Array(Shape({ ...post, skill: Optional(Key('技能')) }), {
    title: '岗位',
    minItems: 1,
    maxItems: 400,
  }),
})

export const RosterGap = Shape({
  day: Day(),
  shift: Type.String(),
  postId: Id(),
  missing: Count('缺几人'),
  why: CodeOf(GAP_REASONS),
})
export type RosterGap = Static<typeof RosterGap>
/** What a proposal reaches. `bound` is how many places no plan at all could fill; hours and nights are of those who said yes. */
export const RosterOutcome = Shape({
  places: Count('班位'),
  filled: Count('已排'),
  bound: Count('无论怎样都缺'),
  gaps: Type.Array(RosterGap),
  moreGaps: Count('其余空缺'),
  leastHours: Type.Number(),
  mostHours: Type.Number(),
  leastNights: Count(),
  mostNights: Count(),
})
export type RosterOutcome = Static<typeof RosterOutcome>

const roster = {
  id: Id(),
  purpose: CodeOf(ROSTER_PURPOSES),
  title: Type.String(),
  path: AreaPath(),
  areaName: Type.String(),
  fromOn: Day(),
  toOn: Day(),
  state: CodeOf(ROSTER_STATES),
  version: Version(),
}
const answers = { asked: Count('未答复'), coming: Count('能来'), notComing: Count('不能来') }
export const RosterRow = Shape({ ...roster, ...answers })
export type RosterRow = Static<typeof RosterRow>
export const RostersQuery = Shape({ path: Optional(AreaPath('范围')), ...PageQuery })
export const RosterPage = PageOf(RosterRow)
export const RosterView = Shape({
  ...roster,
  ...answers,
  restHours: Count(),
  weekHours: Count(),
  shifts: Type.Array(RosterShift),
  progress: Type.Integer(),
  posts: Type.Array(
    Shape({
      id: Id(),
      name: Type.String(),
      place: Type.String(),
      tasks: Type.String(),
      needed: Count(),
      skill: Nullable(Type.String()),
      skillName: Nullable(WordsShape),
    }),
  ),
  outcome: Nullable(RosterOutcome),
  planFailedAt: Nullable(Instant()),
})
export type RosterView = Static<typeof RosterView>

export const AskMembersBody = Shape({
  personIds: Optional(Type.Array(Id('人员'), { title: '人员', minItems: 1, maxItems: 2000 })),
})
export const AskedMembers = Shape({ id: Id(), asked: Count('新问到的人数') })
export const AnswerRosterBody = Shape({
  comes: Type.Boolean({ title: '能不能来' }),
  offDays: Optional(Type.Array(Day('来不了的日子'), { title: '来不了的日子', maxItems: MOST_DAYS })),
  offShifts: Optional(Type.Array(Key('班别'), { title: '来不了的班', maxItems: 6 })),
  wishes: Optional(Type.Array(Key('班别'), { title: '希望的班', maxItems: 6 })),
  wishDays: Optional(Type.Array(Day('希望的日子'), { title: '希望的日子', maxItems: MOST_DAYS })),
  showName: Optional(Type.Boolean({ title: '驿站可以写我的称呼' })),
})
export const VersionBody = Shape({ version: Version() })

export const DutiesQuery = Shape({ day: Day('哪天') })
/** Names are masked; who may see the number asks for it on the person's own card. */
export const DutyRow = Shape({
  id: Id(),
  postId: Id(),
  shift: Type.String(),
  personId: Id(),
  name: Type.String(),
  startsAt: Instant(),
  endsAt: Instant(),
  signedInAt: Nullable(Instant()),
  signedOutAt: Nullable(Instant()),
  confirmedMinutes: Nullable(Count()),
  swap: Nullable(Shape({ id: Id(), state: CodeOf(SWAP_STATES), toName: Nullable(Type.String()) })),
})
export type DutyRow = Static<typeof DutyRow>
export const DutyList = Shape({ items: Type.Array(DutyRow) })
export const ChangeDutyBody = Shape({ personId: Id('改由谁值班') })

export const MyDuty = Shape({
  id: Id(),
  title: Type.String(),
  post: Type.String(),
  place: Type.String(),
  tasks: Type.String(),
  shiftName: Type.String(),
  startsAt: Instant(),
  endsAt: Instant(),
  signedInAt: Nullable(Instant()),
  signedOutAt: Nullable(Instant()),
  confirmedMinutes: Nullable(Count()),
  maySignIn: Type.Boolean(),
  swap: Nullable(Shape({ id: Id(), state: CodeOf(SWAP_STATES) })),
})
export type MyDuty = Static<typeof MyDuty>
/** What waits for one's answer, one's duties from yesterday on, and what colleagues would give away. */
export const MyDuties = Shape({
  asked: Type.Array(
    Shape({
      id: Id(),
      title: Type.String(),
      purpose: CodeOf(ROSTER_PURPOSES),
      areaName: Type.String(),
      fromOn: Day(),
      toOn: Day(),
      shifts: Type.Array(RosterShift),
      isOfStation: Type.Boolean(),
      answer: Type.Unsafe<'asked' | 'yes' | 'no'>({ type: 'string', enum: ['asked', 'yes', 'no'] }),
    }),
  ),
  duties: Type.Array(MyDuty),
  swaps: Type.Array(
    Shape({
      id: Id(),
      title: Type.String(),
      post: Type.String(),
      place: Type.String(),
      shiftName: Type.String(),
      startsAt: Instant(),
      endsAt: Instant(),
    }),
  ),
})
export type MyDuties = Static<typeof MyDuties>

export const GateCode = Shape({ code: Type.String(), day: Day() })
export const GateCodeBody = Shape({
  code: Type.String({ title: '岗位上的签到码', pattern: '^\\d{6}$', description: '六位数字，在岗位上看' }),
})
export const ConfirmHoursBody = Shape({
  minutes: Type.Integer({ title: '实际分钟数', minimum: 0, maximum: 2880 }),
})
export const ConfirmSwapBody = Shape({ agree: Type.Boolean({ title: '同意换班' }) })

/** Who is on duty at a station now or later today: a post, and how to call whoever agreed to be named there. */
export const StationDuty = Shape({
  items: Type.Array(
    Shape({
      post: Type.String(),
      shiftName: Type.String(),
      startsAt: Instant(),
      endsAt: Instant(),
      isNow: Type.Boolean(),
      name: Nullable(Type.String()),
    }),
  ),
})
export type StationDuty = Static<typeof StationDuty>
export const DutyCalendarParams = Shape({
  secret: Type.String({ title: '订阅地址', pattern: '^[A-Za-z0-9_-]{43}$' }),
})
/** The address is told once; opening it again makes another and ends this one. */
export const DutyCalendarOpened = Shape({ url: Type.String() })

export const WriteLogBody = Shape({
  id: Id('日志'),
  kind: CodeOf(LOG_KINDS, '类别'),
  text: Text('写什么', 2000),
  /** A hazard became this order, placed before by its own door. */
  orderId: Optional(Id('工单')),
})
export type WriteLogBody = Static<typeof WriteLogBody>
export const LogEntry = Shape({
  id: Id(),
  kind: CodeOf(LOG_KINDS),
  text: Type.String(),
  post: Type.String(),
  orderId: Nullable(Id()),
  at: Instant(),
})
export type LogEntry = Static<typeof LogEntry>
export const LogList = Shape({ items: Type.Array(LogEntry) })

/** Who said yes to a roster. */
export const MemberList = Shape({
  items: Type.Array(Shape({ personId: Id(), name: Type.String(), phone: Nullable(Type.String()) })),
})
