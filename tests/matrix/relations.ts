import type { Who } from '@linli/contract'
import type { Authz } from '../../apps/server/src/kernel/http/openapi.ts'
import type { Actor } from '../kit/houseCast.ts'
import { ABROAD, type Ground, HERE, THERE } from '../kit/houseGround.ts'

/**
 * How the thing aimed at stands to the person who asks.
 * - `none`: there is no thing; the operation is about oneself or about everybody.
 * - `own`, `assigned`: one's own or one's to do, outside the area of one's grant.
 * - `called`: one's unit was called to help with it.
 * - `anonymous`, `confidential`: one's to do, from somebody who wished to stay unknown to whoever does it.
 * - `sameOrder`: asked for by another for the person's benefit; of a person, the other party of an order one does.
 * - `formerly`: was one's to do and was given back.
 * - `offered`: in the pool, where the person lives.
 * - `inScope`: in the area of one's grant. `restricted`: there too, but for those of the whole region only.
 * - `outOfScope`: in the community whose code begins alike. `otherRegion`: under the same codes, abroad.
 * - `complainedOf`: in the area of one's grant, and about the person who asks.
 */
export type Cell =
  | 'none'
  | 'own'
  | 'assigned'
  | 'called'
  | 'anonymous'
  | 'confidential'
  | 'sameOrder'
  | 'formerly'
  | 'offered'
  | 'inScope'
  | 'restricted'
  | 'outOfScope'
  | 'otherRegion'
  | 'complainedOf'

/** The letter of each cell's canaries; those of a person's own matters carry the person's number too. */
const LETTERS: { readonly [cell in Cell]?: string } = {
  own: '丁',
  sameOrder: '丁',
  assigned: '壬',
  called: '丑',
  formerly: '癸',
  anonymous: '己',
  confidential: '庚',
  restricted: '辛',
  complainedOf: '戊',
  outOfScope: THERE.mark,
  otherRegion: ABROAD.mark,
}
export const PERSONAL = '丁壬丑癸己庚戊子'
/** The letter of what stands on a person's own row: everybody of the cast lives in the area where they work. */
export const SELF = '子'
/** Cells that lie outside the person's area. */
const AWAY: readonly Cell[] = [
  'own',
  'assigned',
  'called',
  'sameOrder',
  'formerly',
  'anonymous',
  'confidential',
]

/** Where the thing of a cell lies, with the mark of its canaries. */
export function groundOf(cell: Cell, actor: Pick<Actor, 'serial'> = { serial: '' }): Ground {
  if (cell === 'otherRegion') return ABROAD
  const place = cell === 'outOfScope' || AWAY.includes(cell) ? THERE : HERE
  const letter = LETTERS[cell] ?? HERE.mark
  return { ...place, mark: PERSONAL.includes(letter) ? `${letter}${actor.serial}` : letter }
}

/** How what carries a mark stands to a reader: one's own matters are told from another's by the number. */
export function cellOf(mark: string, actor: Actor): Cell {
  const [letter, serial] = [mark.charAt(0), mark.slice(1)]
  if (actor.region !== HERE.region) return letter === ABROAD.mark ? 'inScope' : 'otherRegion'
  if (letter === HERE.mark || letter === SELF) return 'inScope'
  if (PERSONAL.includes(letter) && serial !== actor.serial) return letter === '戊' ? 'inScope' : 'outOfScope'
  const cell = Object.entries(LETTERS).find(([, one]) => one === letter)?.[0]
  return (cell ?? 'otherRegion') as Cell // a key of LETTERS; an unknown mark is nobody's
}

/** The relations of the contract that a cell amounts to. Nobody has any to what is abroad or about themselves. */
const RELATIONS: { readonly [cell in Cell]: readonly Who['relation'][] } = {
  none: ['any', 'own', 'inScope'],
  own: ['any', 'own', 'sameOrder'],
  assigned: ['any', 'assigned', 'sameOrder'],
  called: ['any', 'called', 'sameOrder'],
  anonymous: ['any', 'assigned', 'sameOrder'],
  confidential: ['any', 'assigned', 'sameOrder'],
  sameOrder: ['any', 'own', 'sameOrder'],
  formerly: ['any'],
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

/** Whom the work is hidden from by the wish of who asked: those who do it, unless the desk's role reaches it anyway. */
export const wishedUnknown = (actor: Actor, cell: Cell): boolean =>
  (cell === 'anonymous' || cell === 'confidential') && !(actor.isWide && actor.role === 'regionAdmin')
