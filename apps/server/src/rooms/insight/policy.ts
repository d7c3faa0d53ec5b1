import type { insightEndpoints } from '@linli/contract/insight/endpoints'
import { type Policy, who } from '../../kernel/policy/policy.ts'

/** Figures name no household and no person: leaders see them, and whoever works in the area. */
export const FIGURE_READERS = [
  'leader',
  'regionAdmin',
  'dispatcher',
  'intake',
  'reviewer',
  'caller',
  'publisher',
  'auditor',
] as const
const readers = who('inScope', ...FIGURE_READERS)

export const policy: Policy<keyof typeof insightEndpoints> = {
  operations: { getFigures: readers, exportFigures: readers, getServiceLists: readers, getCoverage: readers },
  stepUp: ['exportFigures'],
}
