import type { Relation, Role, Who } from '@linli/contract'
import { type Actor, covers, holds } from '../auth/actor.ts'
import { forbidden } from '../problem.ts'

/** Who may call an operation: everybody, everybody signed in, or these roles with these relations. */
export type Access = 'public' | 'signedIn' | readonly Who[]

/** Who reads a field in clear and who reads it masked; everybody else does not get it. */
export type FieldRule = { readonly clear: readonly Who[]; readonly masked?: readonly Who[] }

/**
 * A room's policy, one page: who may call each operation, and who reads each guarded field. The guard, OpenAPI's
 * `x-authz`, the serializer's mask and the screens' buttons all read it. An operation that is missing fails the start.
 */
export type Policy<Operation extends string = string> = {
  readonly operations: { readonly [operation in Operation]: Access }
  readonly fields?: { readonly [field: string]: FieldRule }
  /** Operations that ask for a proof of the person within the last minutes: `kernel/auth/stepUp.ts`. */
  readonly stepUp?: readonly Operation[]
  /** Open also to somebody who must first do something else (`kernel/auth/due.ts`): how one signs in is one's own matter. */
  readonly whileDue?: boolean
  /** Operations that are open also to guests (docs/decisions/0043), as to a resident; everything else that is not public is closed to them. */
  readonly guests?: readonly Operation[]
  /** What the addresses that begin so are about, by the audit's word for it: a refused attempt at them is recorded. */
  readonly subjects?: { readonly [address: string]: string }
}

/** Shorthand for rows: `who('inScope', 'intake', 'dispatcher')`. */
export const who = (relation: Relation, ...roles: Role[]): Who[] => roles.map((role) => ({ role, relation }))

/** The first gate, before anything is read: does the person hold any role that may call this at all? */
export function mayCall(access: Access, actor: Actor | undefined): boolean {
  if (access === 'public') return true
  if (!actor) return false
  return access === 'signedIn' || access.some((row) => row.role !== 'system' && holds(actor, row.role))
}

/** The gate before it, of guests: denied by default. */
export const isOpenToGuests = ({ operations, guests }: Policy, operation: string): boolean =>
  operations[operation] === 'public' || guests?.includes(operation) === true

/** How a person stands to one thing, per role: the room works it out from the row it read. */
export type Standing = (role: Role) => readonly Relation[]

/** Whether one of the rows fits the person's standing. `any` always fits a role that is held. */
export function fits(rows: readonly Who[], actor: Actor, standing: Standing): boolean {
  return rows.some(({ role, relation }) => {
    if (role === 'system' || !holds(actor, role)) return false
    return relation === 'any' || standing(role).includes(relation)
  })
}

/** The second gate, on the thing itself. @throws forbidden */
export function demand(access: Access, actor: Actor, standing: Standing): void {
  if (access === 'public' || access === 'signedIn') return
  if (!fits(access, actor, standing)) throw forbidden()
}

/** The second gate of what concerns the whole region: a grant over a part of it does not do. @throws forbidden */
export function demandRegion(access: Access, actor: Actor): void {
  demand(access, actor, (role) => (covers(actor, role, '/') ? ['inScope'] : []))
}

/** What a person gets of a guarded field. */
export function visibility(rule: FieldRule, actor: Actor, standing: Standing): 'clear' | 'masked' | 'hidden' {
  if (fits(rule.clear, actor, standing)) return 'clear'
  return rule.masked && fits(rule.masked, actor, standing) ? 'masked' : 'hidden'
}
