import {
  AreaPath,
  CodeOf,
  Count,
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
} from '../schema.ts'
import { GRID_REASONS, PLAN_STATES } from './gridPlanWords.ts'

/** Households of one grid, at least and at most. */
const Size = (title: string) => Type.Integer({ title, minimum: 1, maximum: 10_000 })
const Progress = Type.Integer({ title: '进度', minimum: 0, maximum: 100 })

export const OpenGridPlanBody = Shape({
  id: Id(),
  path: AreaPath('社区'),
  least: Optional(Size('每个网格至少几户')),
  most: Optional(Size('每个网格至多几户')),
})
export const GridPlanParams = Shape({ id: Id('网格规划') })
export const GridPlanResult = Shape({ id: Id(), version: Version() })
/** Buildings go to a planned grid by its place in the list; one beyond the last begins another. Grids may be named. */
export const ChangeGridPlanBody = Shape({
  version: Version(),
  moves: Optional(
    Type.Array(Shape({ building: AreaPath('楼栋'), grid: Count('网格') }), { title: '移动', maxItems: 400 }),
  ),
  names: Optional(
    Type.Array(Shape({ grid: Count('网格'), name: Text('网格名称', 60) }), { title: '名称', maxItems: 100 }),
  ),
})
export const AcceptGridPlanBody = Shape({ version: Version(), reason: Text('调整理由', 200, 2) })
export const DropGridPlanBody = Shape({ version: Version() })
export const AcceptedGridPlan = Shape({ id: Id(), redrawId: Id() })

/** A division in figures; `metres` from the middle of a grid to a household on average, null where positions are missing. */
const Figures = Shape({
  grids: Count('网格'),
  least: Count('最少户数'),
  most: Count('最多户数'),
  outside: Count('户数不合规定的网格'),
  metres: Nullable(Count('米')),
})
const row = {
  id: Id(),
  path: AreaPath(),
  areaName: Type.String(),
  state: CodeOf(PLAN_STATES),
  least: Size('至少'),
  most: Size('至多'),
  progress: Progress,
  failed: Type.Boolean(),
  version: Version(),
  openedAt: Instant(),
  redrawId: Nullable(Id()),
}
export const GridPlanRow = Shape(row)
export type GridPlanRow = Static<typeof GridPlanRow>
export const GridPlansQuery = Shape({ path: AreaPath('社区'), ...PageQuery })
export const GridPlanPage = PageOf(GridPlanRow)

export const PlannedGrid = Shape({
  name: Type.String(),
  /** The grid of today that it goes on as; null: a new one. */
  keeps: Nullable(AreaPath()),
  households: Count('户'),
  buildings: Count('栋'),
  reason: Nullable(CodeOf(GRID_REASONS)),
})
export const PlannedBuilding = Shape({
  path: AreaPath(),
  name: Type.String(),
  compound: Nullable(Type.String()),
  households: Count('户'),
  /** The grid it lies in today. */
  today: AreaPath(),
  todayName: Type.String(),
  /** Its place in the list of planned grids. */
  grid: Count('网格'),
  position: Nullable(Type.Tuple([Type.Number(), Type.Number()])),
})
/** A plan with all that is needed to judge it; `stale` when buildings were redrawn since. */
export const GridPlanView = Shape({
  ...row,
  before: Figures,
  after: Nullable(Figures),
  moved: Shape({ buildings: Count('栋'), households: Count('户') }),
  grids: Type.Array(PlannedGrid),
  buildings: Type.Array(PlannedBuilding),
  dividedEstates: Type.Array(Type.String()),
  stale: Type.Boolean(),
})
export type GridPlanView = Static<typeof GridPlanView>
