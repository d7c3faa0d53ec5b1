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
import {
  GAP_REASONS,
  GROUP_KINDS,
  LOG_KINDS,
  ROSTER_PURPOSES,
  ROSTER_STATES,
  SHIFT_DAYS,
  SWAP_STATES,
} from './words.ts'

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
  /** Why people are called: whoever is asked reads it. */
  reason: Optional(Text('原因', 300)),
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
/** What is happening and what happened on a roster in force: of places and hours, never of one person. */
export const RosterWork = Shape({
  places: Count('已排班次'),
  ahead: Count('还没开始'),
  /** Of the shifts that run now: how many, how many have signed in, and the posts where somebody is missing. */
  now: Shape({
    due: Count('现在应在岗'),
    here: Count('已签到'),
    missing: Type.Array(Shape({ postId: Id(), people: Count() })),
  }),
  served: Count('到岗班次'),
  people: Count('到岗人数'),
  /** Signed in and over, hours not confirmed. */
  waiting: Count('时长待确认'),
  /** Over, nobody signed in and nobody confirmed hours. */
  unsigned: Count('没有签到'),
  minutes: Count('已确认分钟'),
  swapsOpen: Count('换班待办'),
  swapsDone: Count('换过班'),
  checks: Count('巡查'),
  hazards: Count('隐患'),
  orders: Count('转成工单'),
})
export type RosterWork = Static<typeof RosterWork>
export const RosterView = Shape({
  ...roster,
  ...answers,
  reason: Nullable(Type.String()),
  stationId: Nullable(Id()),
  /** How many may be put on the months to come too. */
  standing: Count(),
  /** The roster of the month after, where there is one. */
  nextId: Nullable(Id()),
  /** Weekends and holidays among its days. */
  freeDays: Type.Array(Day()),
  closedAt: Nullable(Instant()),
  work: Nullable(RosterWork),
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

/** `helpers`, `team:<id>`, `unit:<id>` or `post:<key>`. */
const GROUP = '(helpers|(team|unit):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|post:[A-Za-z][A-Za-z0-9]{0,39})'
export const AskMembersBody = Shape({
  personIds: Optional(Type.Array(Id('人员'), { title: '人员', minItems: 1, maxItems: 2000 })),
  groups: Optional(
    Type.Array(Type.String({ title: '问谁', pattern: `^${GROUP}$` }), {
      title: '问谁',
      minItems: 1,
      maxItems: 100,
    }),
  ),
})
export const AskedMembers = Shape({ id: Id(), asked: Count('新问到的人数') })
export const ReachQuery = Shape({
  groups: Optional(Type.String({ title: '问谁', maxLength: 5000, pattern: `^${GROUP}(,${GROUP}){0,99}$` })),
})
/** Whom a roster could ask, in groups, and what would stay open though everybody came. Nobody is named. */
export const RosterReach = Shape({
  groups: Type.Array(
    Shape({ key: Type.String(), kind: CodeOf(GROUP_KINDS), name: Nullable(WordsShape), people: Count() }),
  ),
  /** Of those chosen: all, and those who have not been asked so far. */
  people: Count('会问到的人'),
  fresh: Count('还没问过'),
  places: Count('班位'),
  bound: Count('都来也缺'),
  /** At one time: how many places a skill has, and how many of those who would come have it. */
  skills: Type.Array(Shape({ name: WordsShape, atOnce: Count(), people: Count() })),
})
export type RosterReach = Static<typeof RosterReach>
export const ContinueBody = Shape({ id: Id('下一张排班表') })
export const ConfirmedHours = Shape({ id: Id(), confirmed: Count('确认了几班') })
export const GateCodes = Shape({
  day: Day(),
  items: Type.Array(Shape({ postId: Id(), name: Type.String(), place: Type.String(), code: Type.String() })),
})
export const AnswerRosterBody = Shape({
  comes: Type.Boolean({ title: '能不能来' }),
  offDays: Optional(Type.Array(Day('来不了的日子'), { title: '来不了的日子', maxItems: MOST_DAYS })),
  offShifts: Optional(Type.Array(Key('班别'), { title: '来不了的班', maxItems: 6 })),
  wishes: Optional(Type.Array(Key('班别'), { title: '希望的班', maxItems: 6 })),
  wishDays: Optional(Type.Array(Day('希望的日子'), { title: '希望的日子', maxItems: MOST_DAYS })),
  showName: Optional(Type.Boolean({ title: '驿站可以写我的称呼' })),
  stands: Optional(Type.Boolean({ title: '以后每个月都可以排我' })),
})
export const VersionBody = Shape({ version: Version() })

export const DutiesQuery = Shape({ day: Day('哪天') })
/** `until`: the days up to this one too, six weeks at most. */
export const DutyDaysQuery = Shape({ day: Day('哪天'), until: Optional(Day('到哪天')) })
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

const place = { postId: Id('岗位'), day: Day('哪天'), shift: Key('班别') }
/** A post in one shift of one day. */
export const PlaceQuery = Shape(place)
export const FillPlaceBody = Shape({ ...place, personId: Id('补谁') })
/** Who may be put on, the least minutes on this roster so far first. */
export const FittingList = Shape({
  items: Type.Array(
    Shape({
      personId: Id(),
      name: Type.String(),
      phone: Nullable(Type.String()),
      minutes: Count('这张排班里已排分钟'),
    }),
  ),
})

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
      reason: Nullable(Type.String()),
      purpose: CodeOf(ROSTER_PURPOSES),
      areaName: Type.String(),
      fromOn: Day(),
      toOn: Day(),
      shifts: Type.Array(RosterShift),
      stands: Type.Boolean(),
      isOfStation: Type.Boolean(),
      /** Places that fall empty are filled from those who said yes. */
      isInForce: Type.Boolean(),
      answer: Type.Unsafe<'asked' | 'yes' | 'no'>({ type: 'string', enum: ['asked', 'yes', 'no'] }),
    }),
  ),
  duties: Type.Array(MyDuty),
  /** Rosters whose following months one may be put on, until one says otherwise. */
  standing: Type.Array(Shape({ id: Id(), title: Type.String() })),
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
