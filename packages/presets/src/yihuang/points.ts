import type { PointsRule } from '@linli/contract'
import { deed } from '../house/rules.ts'
import { residentPoints } from './sources.ts'

export const points: readonly PointsRule[] = [
  { ...deed, key: 'order', appliesTo: 'order', source: residentPoints },
  { ...deed, key: 'drive', appliesTo: 'drive', source: residentPoints },
]
