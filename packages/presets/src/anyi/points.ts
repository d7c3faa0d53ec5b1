import type { PointsRule, Source } from '@linli/contract'
import { deed } from '../house/rules.ts'
import { HOUSE_RULES } from '../house/sources.ts'
import { memberOrders } from './sources.ts'

const ours: Source = {
  document: memberOrders.document,
  mechanism: '党员接单计入报到积分（未载分值，取通用分值）',
}

export const points: readonly PointsRule[] = [
  { ...deed, key: 'member', appliesTo: 'member', source: ours },
  {
    ...deed,
    key: 'nearby',
    appliesTo: 'nearby',
    source: { document: HOUSE_RULES, mechanism: '邻里互助同分' },
  },
]
