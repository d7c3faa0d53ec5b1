import type { Role } from '@linli/contract'
import { call } from '../../../kit/api.ts'
import { forgetDrafts } from '../../../kit/drafts.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { Problem } from '../../../kit/failure.ts'
import { startLive, stopLive } from '../../../kit/live.ts'
import { changeSeatToken, currentSeat } from '../../../kit/seat.ts'
import { forgetUnsent, sendUnsent } from '../../../kit/unsent.ts'
import { forgetQueries, type Query, useQuery } from '../../../kit/useQuery.ts'

export type Face = Answer<'whoAmI'>

/** Who is signed in here. */
export const useFace = (): Query<Face> => useQuery('whoAmI', {}, ['people.'])

/** The server answered that nobody is signed in: not an error of the page, but something to do first. */
export const isSignedOut = (error: Error | undefined) => error instanceof Problem && error.status === 401

export const holds = (face: Face, role: Role) => face.roles.some((held) => held.role === role)

/** Whether orders may be given to the person at all. */
export const handles = (face: Face) =>
  (['helper', 'gridWorker', 'unitHandler'] as const).some((role) => holds(face, role))

/** Whether the claim board is open to the person: helpers and grid workers. */
export const claims = (face: Face) => holds(face, 'helper') || holds(face, 'gridWorker')

/** A page beside others in one browser has no cookie of its own and asks for the token itself. */
export const wantsToken = () => currentSeat() !== undefined

/** After signing in: everything is read anew, as this person. */
export function beginSession(signedIn: { readonly token?: string; readonly expiresAt?: string }): void {
  if (signedIn.token !== undefined) changeSeatToken(signedIn.token)
  forgetQueries()
  startLive()
}

/** Signs out and leaves nothing of the person on this device. */
export async function endSession(): Promise<void> {
  await sendUnsent()
  try {
    await call('signOut', {})
    changeSeatToken('')
    stopLive()
    await forgetUnsent()
  } finally {
    forgetQueries() // also when there is no network: whoever presses wants it gone from here
    forgetDrafts()
  }
}
