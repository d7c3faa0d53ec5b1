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
import type { Vocabulary } from '../words.ts'
import { OUTCOMES, PURPOSES, REQUEST_KINDS } from './words.ts'

export const Done = Shape({ id: Id() })
const purposes: Vocabulary<keyof typeof PURPOSES> = PURPOSES

export const ConsentView = Shape({
  purpose: CodeOf(purposes),
  /** Whether it holds now. */
  given: Type.Boolean(),
  /** The version of the words that were agreed to; null where nothing was ever said. */
  version: Nullable(Version()),
  at: Nullable(Instant()),
  history: Type.Array(Shape({ given: Type.Boolean(), version: Version(), at: Instant() })),
})
export type ConsentView = Static<typeof ConsentView>

export const CopyView = Shape({
  id: Id(),
  askedAt: Instant(),
  readyAt: Nullable(Instant()),
  bytes: Nullable(Count()),
  expiresAt: Nullable(Instant()),
})
export const MyRequest = Shape({
  id: Id(),
  kind: CodeOf(REQUEST_KINDS),
  words: Type.String(),
  askedAt: Instant(),
  dueOn: Day(),
  answeredAt: Nullable(Instant()),
  outcome: Nullable(CodeOf(OUTCOMES)),
  answer: Nullable(Type.String()),
})
export const MyPrivacy = Shape({
  consents: Type.Array(ConsentView),
  copies: Type.Array(CopyView),
  requests: Type.Array(MyRequest),
  erasure: Nullable(Shape({ askedAt: Instant(), dueAt: Instant() })),
  /** What stays after an erasure, and why. */
  kept: Type.Array(Shape({ what: WordsShape, why: WordsShape })),
  /** Why the person cannot be erased now, if so: a post is held. */
  holdsPost: Type.Boolean(),
  openOrders: Count(),
})
export type MyPrivacy = Static<typeof MyPrivacy>

export const DataPart = Shape({
  title: WordsShape,
  count: Count(),
  rows: Type.Array(Type.Array(Shape({ title: WordsShape, value: WordsShape }))),
})
export const MyData = Shape({ parts: Type.Array(DataPart) })

export const Look = Shape({
  id: Id(),
  at: Instant(),
  what: WordsShape,
  /** The post and where it is held; never a name. */
  who: WordsShape,
  where: Nullable(Type.String()),
  reason: Nullable(Type.String()),
  /** The order it was about, if it was one. */
  number: Nullable(Type.String()),
})
export const LookPage = PageOf(Look)
export const LooksQuery = Shape({ ...PageQuery })

export const ConsentBody = Shape({
  purpose: CodeOf(purposes, '用途'),
  given: Type.Boolean(),
  version: Version(),
})
export const RequestBody = Shape({
  kind: CodeOf(REQUEST_KINDS, '种类'),
  words: Text('请求', 2000),
  orderId: Optional(Id('工单')),
})
export const RequestSent = Shape({ id: Id(), dueOn: Day() })
export const ErasureAsked = Shape({ id: Id(), dueAt: Instant() })
export const CopyParams = Shape({ id: Id('副本') })

export const DataRequestsQuery = Shape({
  answered: Optional(Type.Boolean({ title: '已答复' })),
  ...PageQuery,
})
export const DataRequestRow = Shape({
  id: Id(),
  personId: Id(),
  /** Masked. */
  personName: Type.String(),
  kind: CodeOf(REQUEST_KINDS),
  words: Type.String(),
  orderId: Nullable(Id()),
  path: AreaPath(),
  askedAt: Instant(),
  dueOn: Day(),
  /** Days left until it is due; negative when it is late. */
  daysLeft: Type.Integer(),
  answeredAt: Nullable(Instant()),
  outcome: Nullable(CodeOf(OUTCOMES)),
  answer: Nullable(Type.String()),
})
export type DataRequestRow = Static<typeof DataRequestRow>
export const DataRequestPage = PageOf(DataRequestRow)
export const DataRequestParams = Shape({ id: Id('请求') })
export const AnswerBody = Shape({ outcome: CodeOf(OUTCOMES, '结果'), answer: Text('答复', 2000) })
