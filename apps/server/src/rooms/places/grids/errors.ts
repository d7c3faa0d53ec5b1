import { problem } from '../../../kernel/problem.ts'

const places = (name: string, zh: string, en: string, status = 422) =>
  problem(`places.${name}`, status, zh, en)

export const noBuildings = places(
  'noBuildings',
  '这里没有可以规划的楼栋，请先登记网格和楼栋，再来规划。',
  'There are no buildings in grids here; register them first.',
)
export const sizeTurned = places(
  'sizeTurned',
  '至少的户数比至多的户数还大，请改一下。',
  'The fewest households are more than the most; change one of them.',
)
export const gridPlanMoved = places(
  'gridPlanMoved',
  '这份规划刚被别人改过或已经处理，请刷新后再看。',
  'Somebody changed or decided this plan meanwhile; reload and look again.',
  409,
)
export const gridPlanStale = places(
  'gridPlanStale',
  '规划之后这里的楼栋或网格变过，这份规划不能再用，请重新规划。',
  'Buildings or grids changed since this plan was made; plan anew.',
  409,
)
export const unknownBuilding = places(
  'unknownBuilding',
  '选的楼栋或网格不在这份规划里，请刷新后重新选。',
  'The building or grid is not part of this plan; reload and choose again.',
)
export const noNewGrid = places(
  'noNewGrid',
  '新网格要接着最后一个往下加，请刷新后重新选。',
  'A new grid follows the last one; reload and choose again.',
)
