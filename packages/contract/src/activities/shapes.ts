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
  Type,
  Version,
  WordsShape,
} from '../schema.ts'
import { ACTIVITY_STATES, PHOTO_PEOPLE, SIGNUP_PARTS, SIGNUP_STATES } from './words.ts'

const Slug = Type.String({ title: '公开码', pattern: '^[a-z0-9]{10,32}$' })
const Key = (title: string) => Type.String({ title, pattern: '^[a-zA-Z0-9]{1,40}$' })
const Month = Type.String({ title: '月份', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })
const DoorCode = Type.String({ title: '签到码', pattern: '^\\d{6}$', description: '门口的六位数' })

/** Seats of one part: how many there are (none: they do not run out), are taken, and wait. */
export const Seats = Shape({
  part: CodeOf(SIGNUP_PARTS, '参加或帮忙'),
  seats: Nullable(Count('名额')),
  taken: Count('已报'),
  waiting: Count('候补'),
})
export type Seats = Static<typeof Seats>

const CARD = {
  slug: Slug,
  kind: Key('类别'),
  theme: Nullable(Key('主题')),
  title: Text('名称', 80),
  area: Type.String(),
  place: Type.String(),
  startsAt: Instant('开始'),
  endsAt: Instant('结束'),
  state: CodeOf(ACTIVITY_STATES, '状态'),
  /** Whether one signs up at all, and what is free. */
  signUp: Type.Boolean(),
  seats: Type.Array(Seats),
}
export const ActivityCard = Shape(CARD)
export type ActivityCard = Static<typeof ActivityCard>
const Kind = Shape({ key: Key('类别'), name: WordsShape, health: Type.Boolean() })
const Theme = Shape({ key: Key('主题'), name: WordsShape, months: Type.Array(Type.Integer()) })
const TERMS = { kinds: Type.Array(Kind), themes: Type.Array(Theme) }

/** Without a month what is to come, for ninety days; with one the whole of it. */
export const ActivitiesQuery = Shape({
  area: Optional(AreaPath()),
  kind: Optional(Key('类别')),
  month: Optional(Month),
})
export type ActivitiesQuery = Static<typeof ActivitiesQuery>
export const ActivityList = Shape({ items: Type.Array(ActivityCard), ...TERMS })
export const ActivityParams = Shape({ slug: Slug })
export const ActivityPhotoParams = Shape({ slug: Slug, id: Id('照片') })
export const FeedQuery = Shape({ area: Optional(AreaPath()) })

const TOLD = {
  words: Type.String(),
  organiser: Nullable(WordsShape),
  forWhom: Nullable(Type.String()),
  bring: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  callOffReason: Nullable(Type.String()),
  /** What became of it, once it has been summed up. */
  heads: Nullable(Count('到场人数')),
  summary: Nullable(Type.String()),
}
export const ActivityView = Shape({
  ...CARD,
  ...TOLD,
  id: Id(),
  health: Type.Boolean(),
  kindName: WordsShape,
  themeName: Nullable(WordsShape),
  /** Where it is held at a station, its page. */
  station: Nullable(Shape({ slug: Slug, name: Type.String() })),
  photos: Type.Array(Id()),
  /** Of a series: how many dates one may sign up for at once, this one among them; else 0. */
  seriesDates: Count('系列还有几场'),
})
export type ActivityView = Static<typeof ActivityView>

const SeatNumber = (title: string) => Nullable(Type.Integer({ title, minimum: 1, maximum: 100000 }))
const WRITTEN = {
  kind: Key('类别'),
  theme: Nullable(Key('主题')),
  title: Text('名称', 80),
  words: Text('内容', 4000),
  unitId: Nullable(Id('主办单位')),
  path: AreaPath(),
  stationId: Nullable(Id('驿站')),
  /** A room of the station that is held for it; absent: none. */
  roomId: Optional(Id('屋子')),
  place: Text('地点', 200),
  startsAt: Instant('开始'),
  endsAt: Instant('结束'),
  forWhom: Nullable(Text('适合谁', 200)),
  bring: Nullable(Text('带什么', 200)),
  phone: Nullable(Phone()),
  signUp: Type.Boolean({ title: '要不要报名' }),
  /** Null: they do not run out. */
  seats: SeatNumber('名额'),
  /** Posts for helpers; 0: none are asked for. */
  helpers: Type.Integer({ title: '帮手岗位', minimum: 0, maximum: 1000 }),
}
const Weekday = Type.Integer({ title: '星期几', minimum: 1, maximum: 7, description: '1 为周一' })
/** The same again on these weekdays until a day. Public holidays are left out; a worked weekend day counts as the weekday it is worked for: as Monday. */
export const Repeat = Shape({
  weekdays: Type.Array(Weekday, { title: '星期几', minItems: 1, maxItems: 7, uniqueItems: true }),
  until: Day('到哪天'),
})
export type Repeat = Static<typeof Repeat>
export const PlanActivityBody = Shape({ id: Id(), ...WRITTEN, repeat: Nullable(Repeat) })
export type PlanActivityBody = Static<typeof PlanActivityBody>
export const ChangeActivityBody = Shape({ version: Version(), ...WRITTEN })
export type ChangeActivityBody = Static<typeof ChangeActivityBody>
export const ActivityIdParams = Shape({ id: Id('活动') })
export const PlanResult = Shape({ id: Id(), slug: Slug, dates: Count('场数') })
export const ChangeResult = Shape({ id: Id(), version: Version() })
/** `rest`: also what is to come of its series. */
export const PublishBody = Shape({ rest: Type.Boolean({ title: '整个系列' }) })
/** `rest`: also all dates of its series after this one. */
export const CallOffBody = Shape({
  rest: Type.Boolean({ title: '以后的场次一起' }),
  reason: Text('原因', 200),
})
export const CountResult = Shape({ id: Id(), dates: Count('场数') })

const ASKED = {
  id: Id(),
  activityId: Id('活动'),
  part: CodeOf(SIGNUP_PARTS, '参加或帮忙'),
  wait: Type.Boolean({ title: '候补' }),
}
/** `personId`: a member of the own household; for a child `guardian` says that its guardian agrees. */
export const SignUpBody = Shape({
  ...ASKED,
  personId: Optional(Id('谁来')),
  guardian: Optional(Type.Boolean({ title: '监护人同意' })),
})
export type SignUpBody = Static<typeof SignUpBody>
export const SignUpForBody = Shape({ ...ASKED, phone: Phone(), name: Optional(Text('称呼', 40)) })
export type SignUpForBody = Static<typeof SignUpForBody>
export const SignupResult = Shape({ id: Id(), state: CodeOf(SIGNUP_STATES) })
export type SignupResult = Static<typeof SignupResult>
/** How many dates there are now, and of how many of them one waits. */
export const SeriesResult = Shape({ id: Id(), dates: Count('场数'), waiting: Count('候补的场数') })
export type SeriesResult = Static<typeof SeriesResult>
export const SignupParams = Shape({ id: Id('报名') })

const SIGNUP = {
  id: Id(),
  part: CodeOf(SIGNUP_PARTS),
  state: CodeOf(SIGNUP_STATES),
  before: Nullable(Count()),
  arrived: Type.Boolean(),
  mayCancel: Type.Boolean(),
}
export const MySignup = Shape({
  ...SIGNUP,
  slug: Slug,
  title: Type.String(),
  place: Type.String(),
  startsAt: Instant(),
  endsAt: Instant(),
  activityState: CodeOf(ACTIVITY_STATES),
  /** Of a member of the own household; null for oneself. */
  forName: Nullable(Type.String()),
})
export type MySignup = Static<typeof MySignup>
export const MySignupsQuery = Shape({ ...PageQuery })
export const MySignups = PageOf(MySignup)
/** Whom somebody may sign up: the own household. `isMyWard`: a child one is the guardian of; `isChild`: somebody else is. */
export const Companions = Shape({
  items: Type.Array(
    Shape({ personId: Id(), name: Type.String(), isChild: Type.Boolean(), isMyWard: Type.Boolean() }),
  ),
})
export const ArriveBody = Shape({ code: DoorCode })
export const ArriveResult = Shape({ title: Type.String(), arrived: Count('签到几人') })

/** For the desk: name and number masked, as everywhere. */
export const SignupView = Shape({
  ...SIGNUP,
  name: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  how: Type.Unsafe<'self' | 'household' | 'staff'>({ type: 'string', enum: ['self', 'household', 'staff'] }),
  minutes: Nullable(Count('服务分钟')),
})
export type SignupView = Static<typeof SignupView>
export const DeskPhoto = Shape({
  id: Id(),
  people: CodeOf(PHOTO_PEOPLE),
  shown: Type.Boolean(),
  checked: Type.Boolean(),
  isMine: Type.Boolean(),
})
export type DeskPhoto = Static<typeof DeskPhoto>
export const DeskActivitiesQuery = Shape({ ...PageQuery, state: Optional(CodeOf(ACTIVITY_STATES)) })
export const DeskActivityCard = Shape({ ...CARD, id: Id(), path: AreaPath(), series: Type.Boolean() })
export type DeskActivityCard = Static<typeof DeskActivityCard>
export const DeskActivityPage = Shape({
  items: Type.Array(DeskActivityCard),
  next: Nullable(Type.String()),
  ...TERMS,
})
export const DeskActivityView = Shape({
  ...CARD,
  ...TOLD,
  id: Id(),
  path: AreaPath(),
  unitId: Nullable(Id()),
  stationId: Nullable(Id()),
  /** Its station's page; null where it has none, or one that is closed. */
  stationSlug: Nullable(Slug),
  /** The room of the station that it holds. */
  roomId: Nullable(Id()),
  series: Type.Boolean(),
  /** Of a series: dates that still stand from this one on, and the day of the last of them. */
  left: Shape({ dates: Count('还有几场'), until: Nullable(Instant('最后一场')) }),
  health: Type.Boolean(),
  version: Version(),
  doorCode: Type.String(),
  arrived: Count('签到人数'),
  helpedMinutes: Count('服务分钟'),
  photos: Type.Array(DeskPhoto),
  signups: Type.Array(SignupView),
})
export type DeskActivityView = Static<typeof DeskActivityView>

export const AddPhotoBody = Shape({ fileId: Id('照片'), people: CodeOf(PHOTO_PEOPLE, '画面里的人') })
export const PhotoParams = Shape({ id: Id('照片') })
export const CheckPhotoBody = Shape({ show: Type.Boolean({ title: '公开' }) })
export const PhotoResult = Shape({ id: Id(), shown: Type.Boolean() })
export type PhotoResult = Static<typeof PhotoResult>
/** How many were there is one number; of those who helped each one's minutes. */
export const SumUpBody = Shape({
  heads: Type.Integer({ title: '到场人数', minimum: 0, maximum: 1000000 }),
  words: Text('小结', 2000),
  helped: Type.Array(
    Shape({ signupId: Id('报名'), minutes: Type.Integer({ title: '服务分钟', minimum: 1, maximum: 1440 }) }),
    { title: '帮手', maxItems: 1000 },
  ),
})
export type SumUpBody = Static<typeof SumUpBody>
