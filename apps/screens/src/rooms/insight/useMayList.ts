import type { Role } from '@linli/contract'
import { useQuery } from '../../kit/useQuery.ts'

/** Who may open the queue; a leader reads figures, and no order of a household. The server decides by its own policy. */
const LISTERS: readonly Role[] = [
  'intake',
  'dispatcher',
  'reviewer',
  'caller',
  'publisher',
  'regionAdmin',
  'auditor',
]

/** Whether figures lead on to the desk's queue for this reader. */
export function useMayList(): boolean {
  const { data } = useQuery('whoAmI', {}, ['people.'])
  return data?.roles.some(({ role }) => LISTERS.includes(role)) ?? false
}
