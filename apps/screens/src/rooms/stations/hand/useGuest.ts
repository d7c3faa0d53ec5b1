import { call } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { Problem } from '../../../kit/failure.ts'
import { type Query, useQuery } from '../../../kit/useQuery.ts'
import { beginSession, wantsToken } from '../../people/hand/session.ts'

export type Guest = Answer<'getGuest'>

/** Whether a guest is on this phone, and at which station. */
export const useGuest = (): Query<Guest> => useQuery('getGuest', {}, ['people.'])

/** Nobody is signed in here. */
export const isNobody = (error: Error | undefined) => error instanceof Problem && error.status === 401
/** Somebody with an account of their own is. */
export const isResident = (error: Error | undefined) => error instanceof Problem && error.status === 403

const bearer = () => (wantsToken() ? { bearer: true } : {})

/** Becomes a guest of a station. @returns the secret of the link that finds back, for whoever is new */
export async function enter(slug: string): Promise<string | null> {
  const answer = await call('enterAsGuest', { params: { slug }, body: bearer() })
  beginSession(answer)
  return answer.secret
}

/** Comes back by the link that was kept. */
export async function comeBack(secret: string): Promise<void> {
  beginSession(await call('returnAsGuest', { body: { secret, ...bearer() } }))
}

/** The secret that stands behind the `#` of this page, which no browser sends anywhere. */
export function secretHere(): string | undefined {
  const text = globalThis.location.hash.slice(1)
  return /^[A-Za-z0-9_-]{43}$/.test(text) ? text : undefined
}
