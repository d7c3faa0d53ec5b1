import type { Who } from '@linli/contract'
import type { Authz } from '../../apps/server/src/kernel/http/openapi.ts'
import type { Actor } from '../kit/houseCast.ts'
import { ABROAD, type Ground, HERE, OWN, THERE } from '../kit/houseGround.ts'

/**
 * How the thing aimed at stands to the person who asks.
 * - `none`: there is no thing; the operation is about oneself or about everybody.
 * - `own`, `assigned`: one's own or one's to do, outside the area of one's grant.
 * - `offered`: in the pool, where the person lives.
 * - `inScope`: in the area of one's grant. `restricted`: there too, but for those of the whole region only.
 * - `outOfScope`: in the community whose code begins alike. `otherRegion`: under the same codes, abroad.
 * - `complainedOf`: in the area of one's grant, and about the person who asks.
 */
export type Cell =
  | 'none'
  | 'own'
  | 'assigned'
  | 'offered'
  | 'inScope'
  | 'restricted'
  | 'outOfScope'
  | 'otherRegion'
  | 'complainedOf'

/** Where the thing of a cell lies. */
export const groundOf = (cell: Cell): Ground =>
  cell === 'own' || cell === 'assigned'
    ? OWN
    : cell === 'outOfScope'
      ? THERE
      : cell === 'otherRegion'
        ? ABROAD
        : HERE

/** The relations of the contract that a cell amounts to. Nobody has any to what is abroad or about themselves. */
const RELATIONS: { readonly [cell in Cell]: readonly Who['relation'][] } = {
  none: ['any', 'own', 'inScope'],
  own: ['any', 'own', 'sameOrder'],
  assigned: ['any', 'assigned', 'sameOrder'],
  offered: ['any', 'offered', 'inScope'],
  inScope: ['any', 'inScope'],
  restricted: ['any'],
  outOfScope: ['any'],
  otherRegion: [],
  complainedOf: [],
}

/** Whether the person's own grant covers the thing: whose grant is over the whole region is in scope wherever it lies. */
export const inScope = (actor: Actor, cell: Cell): boolean =>
  actor.isWide ? cell !== 'otherRegion' && cell !== 'complainedOf' : RELATIONS[cell].includes('inScope')

/** Whether the policy row lets this person do it. Whoever signs in is a resident; a handler's grant is over a unit, not an area. */
export function allowed(authz: Authz, actor: Actor, cell: Cell): boolean {
  if (authz.access === 'public') return cell !== 'otherRegion'
  if (actor.role === 'visitor') return false
  if (authz.access === 'signedIn') return cell !== 'otherRegion'
  if (!Array.isArray(authz.rows)) throw new Error('a policy of roles has no rows')
  const rows: readonly Who[] = authz.rows
  return rows.some(({ role, relation }) => {
    if (role !== actor.role && role !== 'resident') return false
    if (relation === 'inScope')
      return role === actor.role && inScope(actor, cell) && (actor.unitId === null || cell === 'none')
    if (!RELATIONS[cell].includes(relation)) return false
    return relation !== 'offered' || role === actor.role
  })
}
