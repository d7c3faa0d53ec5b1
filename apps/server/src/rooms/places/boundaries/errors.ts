import { Refused, violated } from '../../../kernel/db/database.ts'
import { problem } from '../../../kernel/problem.ts'

export const wrongOutline = problem(
  'places.wrongOutline',
  422,
  '这条边界还不能保存，请按下面的提示改好再保存。',
  'The outline cannot be kept yet; see errors.',
)
export const positionChanged = problem(
  'places.positionChanged',
  409,
  '您标的时候，别人移动过这个位置，或者这个地点已经撤销。请刷新后再标。',
  'Somebody else moved this position meanwhile, or the area was closed; reload and set it again.',
)
export const outlineChanged = problem(
  'places.outlineChanged',
  409,
  '您画的时候，别人改过这条边界，或者这个地点已经撤销。请刷新后对照着再画。',
  'Somebody else drew this outline meanwhile, or the area was closed; reload and compare.',
)

/** Whether what was seen is no longer what holds. @param index where two first ones at the same moment meet */
export const isStale = (error: unknown, index: 'area_outlines_now' | 'area_positions_now'): boolean =>
  (error instanceof Refused && error.code === 'stale') || violated(error) === index
