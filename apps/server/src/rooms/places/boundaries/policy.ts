import type { boundaryEndpoints } from '@linli/contract/places/endpoints'
import { type Policy, who } from '../../../kernel/policy/policy.ts'
import { placesPolicy } from '../policy.ts'

/** Outlines are no secret; whoever may open areas draws them. */
export const boundaryPolicy = {
  operations: {
    listOutlines: 'signedIn',
    getOutline: 'signedIn',
    areaAtPoint: 'signedIn',
    setOutline: placesPolicy.operations.openArea,
    setPosition: placesPolicy.operations.openArea,
    importOutlines: placesPolicy.operations.openArea,
    getMapSettings: who('any', 'gridWorker', 'intake', 'dispatcher', 'regionAdmin', 'leader', 'auditor'),
  },
  subjects: { '/areas/:id/outline': 'area', '/areas/:id/position': 'area', '/outlines/imports': 'outlines' },
} as const satisfies Policy<keyof typeof boundaryEndpoints>
