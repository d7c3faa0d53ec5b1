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
import { REDRAWS } from './redrawWords.ts'

const Key = (title: string) => Type.String({ title, pattern: '^[A-Za-z][A-Za-z0-9]{0,39}$' })
const Paths = (title: string, maxItems: number) => Type.Array(AreaPath(), { title, maxItems })

/** Areas that go together: below an area that is there (`to`), or below a new one of this name, never both. */
export const RedrawPart = Shape({
  to: Optional(AreaPath('并入哪里')),
  name: Optional(Text('新网格的名称', 60)),
  areas: Paths('楼栋', 400),
})
/**
 * One redraw in its general form: areas that end (`closes`) and where everything below them goes. Nothing ends: a move.
 * One ends and several begin: a split. Several end and one begins: a merger. The first part is the main one.
 */
const plan = {
  closes: Paths('撤销的网格', 10),
  parts: Type.Array(RedrawPart, { title: '调整后', minItems: 1, maxItems: 4 }),
}
export const PreviewRedrawBody = Shape(plan)
export type PreviewRedrawBody = Static<typeof PreviewRedrawBody>
export const RedrawAreasBody = Shape({ ...plan, reason: Text('调整理由', 200, 2) })

const NamedArea = Shape({ path: AreaPath(), name: Type.String() })
const counts = {
  areas: Count('地点'),
  households: Count('户'),
  people: Count('人'),
  posts: Count('岗位'),
  orders: Count('未办结的单'),
}
/** What a redraw will do: areas that end, areas that begin (with what lies just below them), and what follows. */
export const RedrawPreview = Shape({
  kind: CodeOf(REDRAWS),
  closes: Type.Array(NamedArea),
  opens: Type.Array(NamedArea),
  moves: Type.Array(Shape({ name: Type.String(), from: AreaPath(), to: AreaPath(), toName: Type.String() })),
  ...counts,
})
export type RedrawPreview = Static<typeof RedrawPreview>

export const RedrawResult = Shape({ id: Id(), path: AreaPath(), opened: Type.Array(NamedArea) })
export const RedrawParams = Shape({ id: Id('调整') })
/** A redraw with what still has to follow; everything has followed when nothing is left. */
export const RedrawRow = Shape({
  id: Id(),
  kind: CodeOf(REDRAWS),
  path: AreaPath(),
  areaName: Type.String(),
  reason: Type.String(),
  at: Instant(),
  ...counts,
  left: Shape({ households: Count('户'), people: Count('人'), orders: Count('未办结的单') }),
})
export type RedrawRow = Static<typeof RedrawRow>
/** An area that a redraw ended or began, by its name; `isOpen`: whether it still is. */
const ChangedArea = Shape({ path: AreaPath(), name: Type.String(), isOpen: Type.Boolean() })
/** One redraw of the past with what it changed: grids that ended and what they became, grids that began, what moved below them. */
export const RedrawView = Shape({
  ...RedrawRow.properties,
  closes: Type.Array(Shape({ path: AreaPath(), name: Type.String(), became: Type.Array(ChangedArea) })),
  opens: Type.Array(ChangedArea),
  moves: Type.Array(Shape({ name: Type.String(), from: AreaPath(), to: ChangedArea })),
})
export type RedrawView = Static<typeof RedrawView>
export const RedrawsQuery = Shape(PageQuery)
export const RedrawPage = PageOf(RedrawRow)

export const PartyBodiesQuery = Shape({ path: AreaPath('辖区'), on: Optional(Day('哪一天')) })
export const PartyBodyRow = Shape({
  id: Id(),
  kind: Type.String(),
  kindName: WordsShape,
  name: Type.String(),
  path: AreaPath(),
  areaName: Type.String(),
  fromOn: Day('成立'),
  toOn: Nullable(Day('结束')),
})
export type PartyBodyRow = Static<typeof PartyBodyRow>
export const PartyBodies = Shape({
  kinds: Type.Array(Shape({ key: Type.String(), name: WordsShape })),
  items: Type.Array(PartyBodyRow),
})
export const OpenPartyBodyBody = Shape({
  kind: Key('党组织类别'),
  name: Text('党组织名称', 60),
  path: AreaPath('辖区'),
  fromOn: Optional(Day('成立')),
})
export const PartyBodyParams = Shape({ id: Id('党组织') })
export const PartyBodyResult = Shape({ id: Id() })
