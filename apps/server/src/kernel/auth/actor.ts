import type { Role } from '@linli/contract'
import { MOST_RANGES, type Range, rangeOf, type Scope, within } from '../db/scope.ts'

/** One grant that holds now: a role over an area (`areaPath`) or a unit (`unitId`). */
export type Grant = { readonly role: Role; readonly areaPath: string | null; readonly unitId: string | null }

/**
 * What somebody who came in by password must do before anything else: choose an own password in place of one that was
 * handed out or is too old, set up a second factor.
 */
export type Due = 'password' | 'factor'

/** Who is asking: resolved from the session at each request, never taken from the request itself. */
export type Actor = {
  readonly region: number
  readonly accountId: string
  readonly personId: string
  readonly sessionId: string
  readonly grants: readonly Grant[]
  /** Units and teams the person belongs to now. */
  readonly units: readonly string[]
  readonly teams: readonly string[]
  /** Whether the person showed a strong factor in this session within `PROOF_SECONDS`; absent is no. */
  readonly isProved?: boolean
  /** Came by the code of a station, without address or account: only what a room opens to guests. Absent is no. */
  readonly isGuest?: boolean
  /** What must be done before anything else; absent: nothing. */
  readonly due?: Due | undefined
}

/** The area ranges in which the person holds one of the roles, merged, widest first. */
export function rangesOf(actor: Actor, roles?: readonly Role[]): Range[] {
  const paths = actor.grants
    .filter((grant) => grant.areaPath !== null && (!roles || roles.includes(grant.role)))
    .map((grant) => grant.areaPath ?? '')
    .sort((a, b) => a.length - b.length)
  const ranges: Range[] = []
  for (const path of paths) if (!within(path, ranges)) ranges.push(rangeOf(path))
  return ranges
}

export const holds = (actor: Actor, role: Role): boolean =>
  role === 'resident' || actor.grants.some((grant) => grant.role === role)

/** Whether one of the person's grants for the role covers the place. */
export const covers = (actor: Actor, role: Role, path: string): boolean =>
  within(path, rangesOf(actor, [role]))

/**
 * The database scope of a person's request. More than four separate areas are narrowed to the four widest for the
 * net's sake; grants are checked against that limit when they are given.
 */
export function scopeOf(actor: Actor): Scope {
  return {
    region: actor.region,
    person: actor.personId,
    units: actor.units,
    teams: actor.teams,
    ranges: rangesOf(actor).slice(0, MOST_RANGES),
  }
}

/** The scope of the system's own hand in a region: relay, jobs, automatic steps. */
export const systemScope = (region: number): Scope => ({
  region,
  system: true,
  ranges: [{ lo: '/', hi: '0' }],
})
