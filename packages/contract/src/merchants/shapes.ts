import {
  AreaPath,
  CodeOf,
  Count,
  Id,
  Instant,
  Nullable,
  Optional,
  Phone,
  Shape,
  type Static,
  Text,
  Type,
  Version,
  WordsShape,
} from '../schema.ts'
import { DayHours, Hours, MeasuredPosition, OpenNow, Position } from '../stations/shapes.ts'
import { TRUST_KINDS, TRUST_STATES, WALK_HOW } from './words.ts'

const Slug = Type.String({ title: '公开码', pattern: '^[a-z0-9]{10,32}$' })
const Key = Type.String({ pattern: '^[a-zA-Z0-9]{1,40}$' })
const Named = Shape({ key: Key, name: WordsShape, needed: Type.Boolean() })
/** How near is near, and how minutes are reckoned where nobody measured them: straight line x detour / pace. */
export const Walk = Shape({
  minutes: Count('多少分钟以内'),
  metresPerMinute: Count('每分钟走多少米'),
  detourHundredths: Count('绕行系数（百分之一）'),
})
export type Walk = Static<typeof Walk>
/** The rule by which a merchant may be called 信得过, stated before. */
export const TrustTerms = Shape({
  services: Count('确认过的服务'),
  points: Count('商户积分'),
  months: Count('最近几个月'),
  noticeDays: Count('公示几天'),
})
export type TrustTerms = Static<typeof TrustTerms>

const CARD = {
  slug: Slug,
  name: Text('名称', 60),
  area: Type.String(),
  address: Type.String(),
  position: Position,
  phone: Nullable(Type.String()),
  services: Type.Array(Key),
  stepFree: Type.Boolean(),
  open: OpenNow,
  trusted: Type.Boolean(),
  /** From the area that was asked for; null when none was asked for, or where it lies is not known. */
  minutes: Nullable(Count('步行几分钟')),
  how: Nullable(CodeOf(WALK_HOW)),
}
export const MerchantCard = Shape(CARD)
export type MerchantCard = Static<typeof MerchantCard>
/** `from`: minutes on foot from that area, the nearest first. */
export const MerchantsQuery = Shape({ from: Optional(AreaPath('从哪里')) })
export const MerchantList = Shape({
  items: Type.Array(MerchantCard),
  services: Type.Array(Named),
  walk: Walk,
})
export const MerchantParams = Shape({ slug: Slug })

/** A notice as everybody reads it: what, by which figures, until when, how it ended. Who objected is not said. */
const NOTICE = {
  id: Id(),
  kind: CodeOf(TRUST_KINDS),
  state: CodeOf(TRUST_STATES),
  services: Count(),
  points: Count(),
  reason: Nullable(Type.String()),
  fromAt: Instant(),
  untilAt: Instant(),
  objections: Count('几条异议'),
  /** Not answered yet. */
  waiting: Count('待答复'),
}
export const TrustNotice = Shape(NOTICE)
export type TrustNotice = Static<typeof TrustNotice>
export const NoticeView = Shape({
  ...NOTICE,
  slug: Slug,
  merchant: Type.String(),
  area: Type.String(),
  /** The reader's own objection, with its answer. */
  mine: Nullable(
    Shape({
      words: Type.String(),
      answer: Nullable(Type.String()),
      upheld: Nullable(Type.Boolean()),
    }),
  ),
})
export type NoticeView = Static<typeof NoticeView>
export const NoticeList = Shape({ items: Type.Array(NoticeView), rule: TrustTerms })

export const MerchantView = Shape({
  ...CARD,
  id: Id(),
  version: Version(),
  path: AreaPath(),
  hours: Hours,
  days: Type.Array(DayHours),
  links: Shape({ amap: Type.String(), tencent: Type.String(), baidu: Type.String(), geo: Type.String() }),
  serviceNames: Type.Array(Named),
  trustedAt: Nullable(Instant()),
  notices: Type.Array(TrustNotice),
  rule: TrustTerms,
  walk: Walk,
  walks: Type.Array(Shape({ path: AreaPath(), area: Type.String(), minutes: Count() })),
  /** Whether the reader acts for this merchant. */
  isMine: Type.Boolean(),
  /** What the merchant wrote and the desk has not confirmed; for the merchant and the desk of its area. */
  asked: Nullable(Shape({ services: Type.Array(Key), hours: Hours, at: Instant() })),
  /** Whether what a merchant writes of itself waits for the desk. */
  ownChangesWait: Type.Boolean(),
})
export type MerchantView = Static<typeof MerchantView>

const WRITTEN = {
  name: Text('名称', 60),
  path: AreaPath(),
  address: Text('地址', 200),
  position: MeasuredPosition,
  phone: Nullable(Phone()),
  services: Type.Array(Key, { title: '能做什么', minItems: 1, maxItems: 20, uniqueItems: true }),
  stepFree: Type.Boolean({ title: '无障碍' }),
  hours: Hours,
}
/** `unitId`: the unit it is already; without one a unit of its own is founded with it. */
export const AddMerchantBody = Shape({ id: Id(), unitId: Nullable(Id('单位')), ...WRITTEN })
export type AddMerchantBody = Static<typeof AddMerchantBody>
export const ChangeMerchantBody = Shape({ version: Version(), ...WRITTEN })
export type ChangeMerchantBody = Static<typeof ChangeMerchantBody>
/** What a merchant changes of itself: when it is open and what it does. Single days stay as they are. */
export const OwnChangeBody = Shape({ version: Version(), services: WRITTEN.services, hours: Hours })
export type OwnChangeBody = Static<typeof OwnChangeBody>
export const OwnChangeResult = Shape({ id: Id(), version: Version(), waits: Type.Boolean() })
export const AnswerOwnBody = Shape({ version: Version(), accept: Type.Boolean({ title: '采用' }) })
export const MerchantIdParams = Shape({ id: Id('商户') })
export const CloseMerchantBody = Shape({ version: Version() })
export const MerchantResult = Shape({ id: Id(), slug: Slug, version: Version() })
export type MerchantResult = Static<typeof MerchantResult>
/** Null takes a measurement back. */
export const MeasureWalkBody = Shape({
  path: AreaPath('从哪个区域'),
  minutes: Nullable(Type.Integer({ title: '分钟', minimum: 1, maximum: 240 })),
})
export const DoneResult = Shape({ id: Id() })

/** What a grid has in reach: the nearest of each needed service. No minutes: there is none, or where the grid lies is not known. */
export const GridReach = Shape({
  path: AreaPath(),
  area: Type.String(),
  placed: Type.Boolean(),
  services: Type.Array(
    Shape({
      key: Key,
      minutes: Nullable(Count()),
      how: Nullable(CodeOf(WALK_HOW)),
      merchant: Nullable(Type.String()),
      within: Type.Boolean(),
    }),
  ),
})
export type GridReach = Static<typeof GridReach>
export const GapsQuery = Shape({ area: Optional(AreaPath()) })
export const GapList = Shape({ items: Type.Array(GridReach), services: Type.Array(Named), walk: Walk })

export const GiveNoticeBody = Shape({
  id: Id(),
  kind: CodeOf(TRUST_KINDS, '公示什么'),
  reason: Nullable(Text('理由', 500)),
})
export const NoticeParams = Shape({ id: Id('公示') })
export const ObjectBody = Shape({ id: Id(), words: Text('异议', 2000) })
/** For whoever answers: the words, and not whose they are. */
export const ObjectionView = Shape({
  id: Id(),
  words: Type.String(),
  at: Instant(),
  upheld: Nullable(Type.Boolean()),
  answer: Nullable(Type.String()),
  mayDecide: Type.Boolean(),
})
export type ObjectionView = Static<typeof ObjectionView>
export const ObjectionList = Shape({ items: Type.Array(ObjectionView) })
export const ObjectionParams = Shape({ id: Id('异议') })
export const DecideBody = Shape({ upheld: Type.Boolean({ title: '成立' }), answer: Text('答复', 2000) })
export const ConcludeResult = Shape({ id: Id(), state: CodeOf(TRUST_STATES) })
