import type { Vocabulary } from '../words.ts'

/** How far a plan is: of grids, and of pairs. */
export const PLAN_STATES = {
  planning: { zh: '正在计算', en: 'Being calculated' },
  proposed: { zh: '等人来看', en: 'To be looked at' },
  accepted: { zh: '已采用', en: 'Accepted' },
  dropped: { zh: '已放弃', en: 'Dropped' },
} as const satisfies Vocabulary<string>
export type PlanState = keyof typeof PLAN_STATES

/** Why a planned grid has more or fewer households than the place wants. */
export const GRID_REASONS = {
  building: { zh: '只有一栋楼，这栋楼自己就超过上限', en: 'One building, which has more by itself' },
  arithmetic: {
    zh: '这些户数怎么分都到不了规定的户数',
    en: 'So many households cannot be divided into grids of this size',
  },
  shape: {
    zh: '要连成片，没有找到户数合适的分法',
    en: 'No division was found that hangs together and has the right size',
  },
} as const satisfies Vocabulary<string>
