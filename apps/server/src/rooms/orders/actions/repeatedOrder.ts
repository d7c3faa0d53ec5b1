import { isDeepStrictEqual } from 'node:util'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { keyReused } from '../../../kernel/problem.ts'
import { idTaken } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import { addressContext, loadOrder, type NewOrder, type OrderWords } from '../store/order.ts'
import { type Placed, placedContent } from '../store/placed.ts'
import type { StepResult } from './takeStep.ts'

/** What a sender decides of an order: codes, parties and words; the photos in their order. */
export type Sent = {
  readonly order: NewOrder
  readonly words: OrderWords
  readonly photos: readonly string[]
}

/**
 * The answer to an order whose id is there already: the same content is the same order, as it stands now.
 * Urgency and vulnerability are left out: the desk puts them right on the order itself.
 * @throws keyReused (another person's order has this id), idTaken (the person's own order, with other content)
 */
export async function repeatedOrder(needs: OrderNeeds, actor: Actor, sent: Sent): Promise<StepResult> {
  const scope = scopeOf(actor)
  const before = await loadOrder(needs.db, scope, sent.order.id)
  if (before?.placedBy !== actor.personId) throw keyReused()
  const kept = await placedContent(needs.db, scope, before.id)
  if (!kept || !isDeepStrictEqual(kept.content, contentOf(sent, kept.content.phone, needs))) throw idTaken()
  const { address } = sent.words
  const keptAddress = kept.address && needs.crypto.decryptField(kept.address, addressContext(actor.region))
  if (keptAddress !== address) throw idTaken()
  return { id: before.id, number: before.number, version: before.version, state: before.state }
}

/** What was sent, in the form in which it is kept. */
function contentOf(
  { order, words, photos }: Sent,
  keptPhone: string | null,
  { crypto }: OrderNeeds,
): Placed['content'] {
  // By whichever key it was kept; none of them when it is another number.
  const indexes = words.phone ? crypto.lookUps(words.phone).map((index) => index.toString('hex')) : []
  return {
    channel: order.channel,
    kind: order.kind,
    item: order.item,
    path: order.path,
    anonymous: order.anonymous,
    confidential: order.confidential,
    restriction: order.restriction,
    aboutPerson: order.aboutPerson,
    aboutUnit: order.aboutUnit,
    title: words.title,
    detail: words.detail,
    name: words.name,
    phone: indexes.find((index) => index === keptPhone) ?? indexes[0] ?? null,
    voice: words.voice,
    photos: [...photos],
  }
}
