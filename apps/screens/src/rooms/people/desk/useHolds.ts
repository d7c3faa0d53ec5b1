import type { Role } from '@linli/contract'
import { useFace } from './signInSession.ts'

/** Whether the person at this desk holds one of the roles somewhere; false until known. The server has the last word. */
export function useHolds(...roles: readonly Role[]): boolean {
  const { data } = useFace()
  return data?.roles.some(({ role }) => roles.includes(role)) ?? false
}
