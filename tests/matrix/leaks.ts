import type { Authz } from '../../apps/server/src/kernel/http/openapi.ts'
import type { Actor } from '../kit/houseCast.ts'
import { ABROAD, CANARY_PHONES, canaryPhone, HERE, OWN, THERE } from '../kit/houseGround.ts'
import type { Builder } from './builders/builder.ts'
import { allowed, type Cell, groundOf, inScope } from './relations.ts'

/** A mobile number in clear, not part of an id. */
const PHONE = /(?<![0-9a-f-])1[3-9]\d{9}(?![0-9a-f-])/g

/**
 * What a reader should not have been answered: one word a leak, empty when there is none.
 * @param readers who may read an order of theirs: the policy row of `getOrder`
 */
export function leaksIn(
  text: string,
  { actor, cell, builder, readers }: { actor: Actor; cell: Cell; builder: Builder; readers: Authz },
): string[] {
  const leaks: string[] = []
  const reveals = builder.reveals === true && cell !== 'none' && (inScope(actor, cell) || cell === 'assigned')
  for (const phone of text.match(PHONE) ?? []) {
    const theirs = cell === 'own' && phone === canaryPhone(OWN)
    if (!theirs && !(reveals && CANARY_PHONES.includes(phone))) leaks.push(`phone ${phone}`)
  }
  // A neighbour's name is masked to its first letter wherever it stands, but for a recorded look and one's own order.
  if (cell !== 'own' && !reveals && /(林|称呼)金丝雀/.test(text)) leaks.push('a name in clear')
  if (text.includes(`金丝雀${ABROAD.mark}`)) leaks.push('words of another region')
  if (!actor.isWide && text.includes(`金丝雀${THERE.mark}`)) leaks.push('words of another community')
  const reads = allowed(readers, actor, 'inScope') || (groundOf(cell) === HERE && cell !== 'none' && reveals)
  if (!reads && text.includes(`金丝雀${HERE.mark}`)) leaks.push('words of orders that are not theirs')
  return leaks
}
