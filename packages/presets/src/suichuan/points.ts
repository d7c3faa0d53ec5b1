import type { PointsRule, Source } from '@linli/contract'
import { deed } from '../house/rules.ts'
import { HOUSE_RULES } from '../house/sources.ts'

/** The document names no points; a place that wants none leaves everybody out of them. */
const ours: Source = { document: HOUSE_RULES, mechanism: '文中未设积分，取通用分值' }

export const points: readonly PointsRule[] = [
  { ...deed, key: 'property', appliesTo: 'property', source: ours },
  { ...deed, key: 'grid', appliesTo: 'grid', source: ours },
]
