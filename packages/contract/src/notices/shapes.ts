import {
  CodeOf,
  Count,
  Id,
  Instant,
  Nullable,
  Optional,
  PageQuery,
  Shape,
  type Static,
  Type,
  WordsShape,
} from '../schema.ts'
import { NOTICES } from './words.ts'

export const NoticeView = Shape({
  id: Id(),
  kind: CodeOf(NOTICES),
  words: WordsShape,
  orderId: Nullable(Id()),
  at: Instant(),
  readAt: Nullable(Instant()),
})
export type NoticeView = Static<typeof NoticeView>
export const NoticesQuery = Shape({ ...PageQuery, after: Optional(Id('下一页')) })
export const NoticePage = Shape({
  items: Type.Array(NoticeView),
  next: Nullable(Type.String()),
  unread: Count(),
})
export type NoticePage = Static<typeof NoticePage>
export const NoticeParams = Shape({ id: Id('通知') })
export const NoticeRead = Shape({ id: Id() })
/** Nothing more to say than that it is done. */
export const AllNoticesRead = Shape({})
export const UnshownNotices = Shape({ items: Type.Array(NoticeView) })
