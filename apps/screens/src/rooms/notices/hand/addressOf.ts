import type { NoticeView } from '@linli/contract/notices/shapes'
import type { NoticeKind } from '@linli/contract/notices/words'
import { hand } from '../../../kit/routes.ts'
import { mine } from '../../people/hand/addresses.ts'
import { redemptions } from '../../points/hand/addresses.ts'

/** Told to whoever does the order, not to whoever asked for it. */
const TO_HANDLERS: ReadonlySet<NoticeKind> = new Set([
  'taskGiven',
  'taskReworked',
  'taskCancelled',
  'handlingApproved',
  'handlingReturned',
  'orderRated',
] as const)

/** Where a notice leads: the order as its reader knows it, the board for an offer, the points and redemptions for theirs. */
export function addressOf({ kind, orderId }: NoticeView): string | undefined {
  if (kind.startsWith('points')) return hand.points.url()
  if (kind.startsWith('redemption')) return redemptions.url()
  if (kind === 'copyReady' || kind === 'requestAnswered') return mine.privacy.url()
  if (orderId === null) return undefined
  if (kind === 'orderOffered') return hand.claim.url({ id: orderId })
  return TO_HANDLERS.has(kind) ? hand.task.url({ id: orderId }) : hand.order.url({ id: orderId })
}
