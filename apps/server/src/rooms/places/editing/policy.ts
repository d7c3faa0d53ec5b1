import type { ruleEndpoints } from '@linli/contract/places/endpoints'
import { type Policy, who } from '../../../kernel/policy/policy.ts'

/** What a place goes by is the whole region's; whoever administers all of it edits it, and whoever audits reads what was edited. */
export const rulePolicy = {
  operations: {
    listRules: who('inScope', 'regionAdmin', 'auditor'),
    ruleHistory: who('inScope', 'regionAdmin', 'auditor'),
    previewRule: who('inScope', 'regionAdmin'),
    getProcess: 'signedIn',
    setRule: who('inScope', 'regionAdmin'),
  },
  subjects: { '/rules/:kind/:key': 'rule' },
} as const satisfies Policy<keyof typeof ruleEndpoints>
