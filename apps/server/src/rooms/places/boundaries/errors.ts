import { problem } from '../../../kernel/problem.ts'

export const wrongOutline = problem(
  'places.wrongOutline',
  422,
  '这条边界还不能保存，请按下面的提示改好再保存。',
  'The outline cannot be kept yet; see errors.',
)
export const outlineChanged = problem(
  'places.outlineChanged',
  409,
  '您画的时候，别人改过这条边界，或者这个地点已经撤销。请刷新后对照着再画。',
  'Somebody else drew this outline meanwhile, or the area was closed; reload and compare.',
)
