import type { Policy } from '../policy/policy.ts'
import { problem } from '../problem.ts'
import type { Actor } from './actor.ts'

/**
 * How long a proof of the person holds: what shows a number in clear, leaves as a file or changes how one signs in asks
 * for a strong factor shown in the same session within this time (ASVS 5.0 7.5.1 to 7.5.3; NIST SP 800-63B asks for
 * reauthentication after 15 minutes without use at its highest level).
 */
export const PROOF_SECONDS = 15 * 60

export const proveAgain = problem(
  'auth.proveAgain',
  403,
  '这一步很重要，请先再证明一次是您本人，然后接着办。',
  'This step matters: show once more that it is you, then go on.',
)

/** The operations that set a second factor up. */
export const ENROLLING: ReadonlySet<string> = new Set([
  'askNewPasskey',
  'addPasskey',
  'askNewTotp',
  'confirmTotp',
])

/** The gate of operations that a room's policy lists under `stepUp`; after the role, before anything is read. @throws proveAgain */
export function demandProof(policy: Policy, operation: string, actor: Actor | undefined): void {
  // Who has no factor yet has nothing to prove with, and may do nothing else (`due.ts`).
  const isFirst = actor?.due === 'factor' && ENROLLING.has(operation)
  if (policy.stepUp?.includes(operation) && !actor?.isProved && !isFirst) throw proveAgain()
}
