import type { Role } from '@linli/contract'
import { desk } from '../../../kit/routes.ts'

/** The desk where each kind of work begins; whoever holds several begins at the first. */
const FIRST: readonly (readonly [Role, string])[] = [
  ['intake', desk.queue.url()],
  ['dispatcher', desk.dispatch.url()],
  ['regionAdmin', desk.queue.url()],
  ['securityAdmin', desk.staffAccounts.url()],
  ['reviewer', desk.review.url()],
  ['caller', desk.followUp.url()],
  ['publisher', desk.publication.url()],
  ['gridWorker', desk.queue.url()],
  ['auditor', desk.queue.url()],
  ['leader', desk.figures.url()],
  ['unitHandler', desk.tasks.url()],
  ['helper', desk.tasks.url()],
]

/** Where the work of somebody with these roles begins. */
export function firstPage(roles: readonly { readonly role: Role }[]): string {
  const first = FIRST.find(([role]) => roles.some((held) => held.role === role))
  return first?.[1] ?? desk.queue.url()
}
