import {
  AreaPath,
  Count,
  Day,
  Id,
  Nullable,
  Optional,
  PageOf,
  PageQuery,
  Phone,
  Shape,
  type Static,
  Text,
  Type,
  WordsShape,
} from '../schema.ts'

const Key = (title: string) => Type.String({ title, pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' })
const Name = Text('姓名', 40)
export const PersonParams = Shape({ id: Id('人员') })
export const PersonResult = Shape({ id: Id() })

/** A row of the register: name and number masked unless it is the reader's own. Areas are named in full, from the community down. */
export const PersonRow = Shape({
  id: Id(),
  name: Type.String(),
  phone: Nullable(Type.String()),
  path: Nullable(AreaPath()),
  areaName: Nullable(Type.String()),
  posts: Type.Array(WordsShape),
  isHelper: Type.Boolean(),
})
export type PersonRow = Static<typeof PersonRow>
export const PeopleQuery = Shape({
  path: Optional(AreaPath('范围')),
  name: Optional(Text('姓名开头', 20)),
  ...PageQuery,
})
export const PersonPage = PageOf(PersonRow)
export const ByPhoneBody = Shape({ phone: Phone() })
export const Found = Shape({ person: Nullable(PersonRow) })

export const PostRow = Shape({
  id: Id(),
  personId: Id(),
  personName: Type.String(),
  post: Type.String(),
  postName: WordsShape,
  areaPath: Nullable(AreaPath()),
  unitId: Nullable(Id()),
  placeName: Type.String(),
  fromOn: Day('上任'),
  toOn: Nullable(Day('卸任')),
  /** Percent of the working time that was agreed for it. */
  share: Count('占用时间'),
})
export type PostRow = Static<typeof PostRow>

export const ServiceHours = Type.Array(
  Shape({
    weekday: Type.Integer({ title: '星期', minimum: 1, maximum: 7 }),
    from: Type.String({ title: '从几点', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: '例如 08:00' }),
    to: Type.String({
      title: '到几点',
      pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$',
      description: '例如 20:00',
    }),
  }),
  { title: '服务时段', maxItems: 28 },
)
export type ServiceHours = Static<typeof ServiceHours>
/** The hours of somebody who serves on any day at any time; without hours nobody is asked between 21:00 and 7:00. */
export const ANY_HOUR: ServiceHours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  from: '00:00',
  to: '24:00',
}))

export const SkillRow = Shape({ skill: Type.String(), name: WordsShape, verified: Type.Boolean() })
export const HelperView = Shape({
  personId: Id(),
  name: Type.String(),
  path: AreaPath(),
  servesPath: AreaPath(),
  servesName: Type.String(),
  quota: Count('同时在手单数'),
  homeEntry: Type.Boolean(),
  nightEmergencies: Type.Boolean(),
  onLeaveUntil: Nullable(Day('请假到')),
  pointsOptIn: Type.Boolean(),
  hours: ServiceHours,
  skills: Type.Array(SkillRow),
  teams: Type.Array(Shape({ id: Id(), name: Type.String() })),
})
export type HelperView = Static<typeof HelperView>

export const PersonView = Shape({
  id: Id(),
  isMe: Type.Boolean(),
  name: Type.String(),
  phone: Nullable(Type.String()),
  path: Nullable(AreaPath()),
  areaName: Nullable(Type.String()),
  room: Nullable(Type.String()),
  needsTwoEyes: Type.Boolean(),
  posts: Type.Array(PostRow),
  helper: Nullable(HelperView),
})
export type PersonView = Static<typeof PersonView>

export const RevealPhoneBody = Shape({ reason: Text('查看理由', 200, 2) })
export const RevealedPhone = Shape({ name: Type.String(), phone: Nullable(Type.String()) })
export const RegisterPersonBody = Shape({
  name: Name,
  phone: Optional(Phone()),
  path: AreaPath('住址'),
  householdId: Optional(Id('房屋')),
})
export const ChangePersonBody = Shape({
  name: Optional(Name),
  phone: Optional(Phone()),
  path: Optional(AreaPath('住址')),
  householdId: Optional(Nullable(Id('房屋'))),
  needsTwoEyes: Optional(Type.Boolean({ title: '不予受理须两人' })),
})
export const ChangeMeBody = Shape({ name: Optional(Name), path: Optional(AreaPath('住址')) })
export const StaffLogin = Type.String({
  title: '登录名',
  pattern: '^[a-z][a-z0-9._-]{2,39}$',
  description: '3 到 40 位小写字母、数字或 . _ -，以字母开头',
})

export const AssignPostBody = Shape({
  post: Key('岗位'),
  areaPath: Optional(AreaPath('辖区')),
  unitId: Optional(Id('单位')),
  fromOn: Optional(Day('上任')),
  toOn: Optional(Day('卸任')),
  share: Optional(Type.Integer({ title: '占用时间', minimum: 1, maximum: 100, default: 100 })),
})
export const PostParams = Shape({ id: Id('任职') })
export const EndPostBody = Shape({ reason: Optional(Text('说明', 200)) })
export const PostsQuery = Shape({ path: Optional(AreaPath('范围')), ...PageQuery })
export const PostPage = PageOf(PostRow)
/** Who held a post here, on one day or ever: an area that came from others has their history. */
export const PostHistoryQuery = Shape({
  path: AreaPath('辖区'),
  on: Optional(Day('哪一天')),
  /** The posts of the areas above it too, as far up as the reader may look: who answers for a place. */
  above: Optional(Type.Boolean({ title: '也看上级' })),
  ...PageQuery,
})
export const PostResult = Shape({ id: Id() })

const settings = {
  quota: Optional(Type.Integer({ title: '同时在手单数', minimum: 1, maximum: 50 })),
  nightEmergencies: Optional(Type.Boolean({ title: '夜间接急单' })),
  pointsOptIn: Optional(Type.Boolean({ title: '参加积分' })),
  hours: Optional(ServiceHours),
}
export const JoinAsHelperBody = Shape({
  servesPath: AreaPath('服务范围'),
  skills: Optional(Type.Array(Key('技能'), { title: '技能', maxItems: 20 })),
  ...settings,
})
export const HelperSettingsBody = Shape({
  servesPath: Optional(AreaPath('服务范围')),
  skills: Optional(Type.Array(Key('技能'), { title: '技能', maxItems: 20 })),
  onLeaveUntil: Optional(Nullable(Day('请假到'))),
  ...settings,
})
export const VerifySkillBody = Shape({ skill: Key('技能'), verified: Type.Boolean({ title: '核验' }) })
export const HomeEntryBody = Shape({ homeEntry: Type.Boolean({ title: '入户资质' }) })
export const HelpersQuery = Shape({
  path: Optional(AreaPath('范围')),
  skill: Optional(Key('技能')),
  ...PageQuery,
})
/** `openOrders` is how many orders the helper has in hand now, of `quota`. */
export const HelperRow = Shape({
  personId: Id(),
  name: Type.String(),
  path: AreaPath(),
  areaName: Nullable(Type.String()),
  quota: Count('同时在手单数'),
  openOrders: Count('在手单数'),
  homeEntry: Type.Boolean(),
  onLeaveUntil: Nullable(Day('请假到')),
  skills: Type.Array(SkillRow),
})
export type HelperRow = Static<typeof HelperRow>
export const HelperPage = PageOf(HelperRow)
