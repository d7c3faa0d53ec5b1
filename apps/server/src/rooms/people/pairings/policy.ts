import type { pairingEndpoints } from '@linli/contract/people/endpoints'
import { type Actor, covers } from '../../../kernel/auth/actor.ts'
import { demand, type Policy, who } from '../../../kernel/policy/policy.ts'

/** Who arranges pairs. */
export const ARRANGERS = ['dispatcher', 'regionAdmin'] as const
const arrangers = who('inScope', ...ARRANGERS)
const oneself = who('own', 'resident')

export const pairingPolicy: Policy<keyof typeof pairingEndpoints> = {
  operations: {
    pairingCoverage: arrangers, // who holds a post is a person: fewer than three are told to no leader
    listPairingPlans: arrangers,
    getPairingPlan: arrangers,
    listPairs: arrangers,
    openPairingPlan: arrangers,
    movePair: arrangers,
    acceptPairingPlan: arrangers,
    dropPairingPlan: arrangers,
    myPairings: oneself,
    declinePairing: oneself,
  },
  subjects: { '/pairing-plans/:id': 'pairingPlan', '/pairings/:id': 'pairing' },
}

/** The second gate for what lies at a place. @throws forbidden */
export function demandAt(operation: keyof typeof pairingPolicy.operations, actor: Actor, path: string): void {
  demand(pairingPolicy.operations[operation], actor, (role) => (covers(actor, role, path) ? ['inScope'] : []))
}
