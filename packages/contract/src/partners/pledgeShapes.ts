import {
  AreaPath,
  CodeOf,
  Day,
  Id,
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
import { PLEDGE_AUDIENCES, PLEDGE_STATES, PLEDGE_WITNESSES } from './words.ts'

export const PledgeParams = Shape({ id: Id('承诺') })
export const PledgePageParams = Shape({ id: Id('亮身份的页面') })
export const PledgeResult = Shape({ id: Id() })

const Called = Text('怎么称呼您', 20)
const Duties = Text('负责什么', 300)
const Audience = CodeOf(PLEDGE_AUDIENCES, '给谁看')

/** Showing is consent: to these words, in this community, for these readers. Changed by showing again, taken back at once. */
export const ShowPledgesBody = Shape({
  id: Id('亮身份的页面'),
  path: AreaPath('哪个社区'),
  called: Called,
  duties: Duties,
  audience: Audience,
})
export const AddPledgeBody = Shape({
  id: Id('承诺'),
  words: Text('承诺', 200),
  dueOn: Optional(Day('哪天前')),
})
/** What was done, in facts: nobody is marked or compared. */
export const KeepPledgeBody = Shape({ facts: Text('做了什么', 300) })
export const HidePledgesBody = Shape({ words: Text('原因', 200) })

export const PledgeView = Shape({
  id: Id(),
  words: Type.String(),
  dueOn: Nullable(Day()),
  state: CodeOf(PLEDGE_STATES),
  keptBy: Nullable(CodeOf(PLEDGE_WITNESSES)),
  keptOn: Nullable(Day()),
  facts: Nullable(Type.String()),
})
export type PledgeView = Static<typeof PledgeView>

const page = {
  id: Id(),
  called: Type.String(),
  duties: Type.String(),
  /** 亮身份: the posts, the home unit and the service that the house knows of; nobody writes them. */
  standings: Type.Array(WordsShape),
  areaName: Type.String(),
  isMine: Type.Boolean(),
  pledges: Type.Array(PledgeView),
}
export const PledgePageView = Shape(page)
export type PledgePageView = Static<typeof PledgePageView>
export const PledgePages = PageOf(PledgePageView)
export const PledgesQuery = Shape({ path: Optional(AreaPath('社区')), ...PageQuery })

const shown = { audience: Audience, hidden: Nullable(Type.String()) }
/** For the community: also whom a page is shown to, and why one was taken down. */
export const DeskPledgePage = Shape({ ...page, ...shown })
export type DeskPledgePage = Static<typeof DeskPledgePage>
export const DeskPledgePages = PageOf(DeskPledgePage)

/** One's own page, and where one stands in a way that may be shown. */
export const MyPledges = Shape({
  name: Type.String(),
  places: Type.Array(
    Shape({ path: AreaPath(), name: Type.String(), standings: Type.Array(WordsShape, { minItems: 1 }) }),
  ),
  page: Nullable(Shape({ ...page, ...shown, path: AreaPath() })),
})
export type MyPledges = Static<typeof MyPledges>
