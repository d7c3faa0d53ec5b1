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
  WordsShape,
} from '../schema.ts'
import { LIST_KINDS, MENU_TAKERS } from './words.ts'

export const MenuItemParams = Shape({ id: Id('菜单项目') })
export const MenuTakeParams = Shape({ id: Id('认领') })
export const ListParams = Shape({ id: Id('清单') })
export const SharingResult = Shape({ id: Id() })
const Takers = CodeOf(MENU_TAKERS, '谁可以认领')

export const AddMenuItemBody = Shape({
  id: Id('菜单项目'),
  path: AreaPath('社区'),
  name: Text('项目', 40),
  about: Text('要做什么', 300),
  takers: Takers,
  untilOn: Optional(Day('到哪天')),
})
/** Without a unit it is taken by the person who asks. */
export const TakeMenuItemBody = Shape({ id: Id('认领'), unitId: Optional(Id('单位')) })

const item = {
  id: Id(),
  path: AreaPath(),
  areaName: Type.String(),
  name: Type.String(),
  about: Type.String(),
  takers: Takers,
  untilOn: Nullable(Day()),
}
/** Units by name; of members only how many. */
export const MenuRow = Shape({
  ...item,
  addedAt: Instant(),
  isClosed: Type.Boolean(),
  members: Count('认领的党员'),
  units: Type.Array(WordsShape),
})
export type MenuRow = Static<typeof MenuRow>
export const MenuQuery = Shape({ path: Optional(AreaPath('社区')), ...PageQuery })
export const MenuPage = PageOf(MenuRow)
/** What one, or one's unit, may take up, and whether it was taken. */
export const OfferedItem = Shape({
  ...item,
  unit: Nullable(Shape({ id: Id(), name: WordsShape })),
  takeId: Nullable(Id('认领')),
})
export type OfferedItem = Static<typeof OfferedItem>
export const OfferedItems = Shape({ items: Type.Array(OfferedItem) })

export const ListLine = Shape({ id: Id('一条'), kind: CodeOf(LIST_KINDS, '清单'), words: Text('内容', 200) })
export type ListLine = Static<typeof ListLine>
export const DraftQuery = Shape({ unitId: Id('单位'), path: AreaPath('社区') })
/** What the house knows: open matters by kind, what the unit said it brings, promises under way, and the negative list. */
export const ListDraft = Shape({ lines: Type.Array(ListLine) })
export const SendListBody = Shape({
  id: Id('清单'),
  unitId: Id('单位'),
  path: AreaPath('社区'),
  lines: Type.Array(ListLine, { title: '内容', minItems: 1, maxItems: 60 }),
})
export const AnswerListBody = Shape({
  takes: Type.Array(Id('一条'), { title: '单位能做的', maxItems: 60, uniqueItems: true }),
  words: Optional(Text('单位的话', 500)),
})
export const PartnerList = Shape({
  id: Id(),
  unitName: WordsShape,
  areaName: Type.String(),
  sentAt: Instant(),
  lines: Type.Array(ListLine),
  takes: Nullable(Type.Array(Id())),
  answer: Nullable(Type.String()),
  answeredAt: Nullable(Instant()),
})
export type PartnerList = Static<typeof PartnerList>
export const ListsQuery = Shape({ ...PageQuery })
export const PartnerLists = PageOf(PartnerList)
