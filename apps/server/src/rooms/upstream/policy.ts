import type { upstreamEndpoints } from '@linli/contract/upstream/endpoints'
import { type Policy, who } from '../../kernel/policy/policy.ts'

const taking = who('inScope', 'intake', 'dispatcher', 'regionAdmin')

/** A file holds orders of the whole region: whoever takes it in, or sends it back, answers for the whole of it. */
export const policy = {
  operations: {
    listSenders: taking,
    addSender: taking,
    changeSender: taking,
    checkSenderFile: taking,
    importSenderFile: taking,
    followSenderImport: taking,
    returnToSender: taking,
  },
  stepUp: ['returnToSender'],
} as const satisfies Policy<keyof typeof upstreamEndpoints>
