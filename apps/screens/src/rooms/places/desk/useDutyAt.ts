import type { Role } from '@linli/contract'
import { useFace } from '../../people/desk/signInSession.ts'

/** Whether the person at this desk holds one of the roles over a place; the server decides again at every act. */
export function useDutyAt(path: string, ...roles: readonly Role[]): boolean {
  const { data } = useFace()
  return (
    data?.roles.some(
      ({ role, areaPath }) => roles.includes(role) && areaPath !== null && path.startsWith(areaPath),
    ) ?? false
  )
}
