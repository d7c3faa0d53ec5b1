import { call } from '../../../kit/api.ts'
import { queries } from '../../../kit/desk/DeskProviders.tsx'
import { useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { Problem } from '../../../kit/failure.ts'
import { startLive, stopLive } from '../../../kit/live.ts'
import { changeSeatToken, currentSeat } from '../../../kit/seat.ts'

export type Face = Answer<'whoAmI'>

/** Who is signed in at this desk. */
export const useFace = () => useRead('whoAmI', {}, ['people.'])

/** Nobody is signed in: not an error of the page, but something to do first. */
export const isSignedOut = (error: Error | null): boolean => error instanceof Problem && error.status === 401

/** A page beside others in one browser has no cookie of its own and asks for the token itself. */
export const wantsToken = (): boolean => currentSeat() !== undefined

/** After signing in: everything is read anew, as this person. `token` stands only where one was asked for. */
export function beginSession(token: string | null | undefined): void {
  if (token) changeSeatToken(token)
  forgetReads()
  startLive()
}

/** Signs out and leaves nothing that was read on this screen. */
export async function endSession(): Promise<void> {
  try {
    await call('signOut', {})
    changeSeatToken('')
    stopLive()
  } finally {
    forgetReads() // also when there is no network: whoever presses wants it gone from here
  }
}

/** Nothing read as somebody else is left: what is on the page asks again, the rest is gone. */
function forgetReads(): void {
  queries.removeQueries({ type: 'inactive' })
  void queries.resetQueries()
}
