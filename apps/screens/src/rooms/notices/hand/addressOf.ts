import type { NoticeView } from '@linli/contract/notices/shapes'
import type { NoticeKind } from '@linli/contract/notices/words'
import { hand } from '../../../kit/routes.ts'
import { myActivities } from '../../activities/hand/addresses.ts'
import { care } from '../../care/hand/addresses.ts'
import { myPresses } from '../../devices/hand/addresses.ts'
import { duties } from '../../duties/hand/addresses.ts'
import { trustNotices } from '../../merchants/hand/addresses.ts'
import { myPledges, reporting } from '../../partners/hand/addresses.ts'
import { mine } from '../../people/hand/addresses.ts'
import { redemptions } from '../../points/hand/addresses.ts'
import { myWork } from '../../staff/hand/addresses.ts'
import { bookings } from '../../stations/hand/addresses.ts'
import { campaigns } from '../../visits/hand/addresses.ts'

/** Told to whoever does the order, not to whoever asked for it. */
const TO_HANDLERS: ReadonlySet<NoticeKind> = new Set([
  'taskGiven',
  'taskReworked',
  'taskCancelled',
  'handlingApproved',
  'handlingReturned',
  'orderRated',
  'taskUrged',
  'taskSupervised',
  'taskResumed',
  'returnGranted',
  'returnRefused',
  'pauseGranted',
  'pauseRefused',
  'extensionGranted',
  'extensionRefused',
  'explainedGranted',
  'explainedRefused',
  'objectionUpheld',
  'objectionDismissed',
  'deadlineNear',
  'deadlineMissed',
] as const)

/** Where a notice leads: the order as its reader knows it, the board for an offer, the points and redemptions for theirs. */
export function addressOf({ kind, orderId }: NoticeView): string | undefined {
  if (kind.startsWith('points')) return hand.points.url()
  if (kind.startsWith('redemption')) return redemptions.url()
  if (kind.startsWith('work') || kind.startsWith('mentor')) return myWork.url()
  if (kind.startsWith('care')) return care.url()
  if (kind.startsWith('device')) return myPresses.url()
  if (kind.startsWith('team')) return mine.teams.url()
  if (kind.startsWith('pledge')) return myPledges.url()
  if (kind.startsWith('card') || kind === 'letterIssued' || kind === 'checkInDecided') return reporting.url()
  if (kind.startsWith('pairing')) return mine.pairings.url()
  if (kind.startsWith('duty')) return duties.url()
  if (kind.startsWith('activity')) return myActivities.url()
  if (kind.startsWith('merchant')) return trustNotices.url()
  if (kind.startsWith('visit')) return campaigns.url()
  if (kind.startsWith('booking')) return bookings.url()
  if (kind === 'consentAsked' || kind === 'consentAtDoor') return mine.card.url()
  if (kind === 'copyReady' || kind === 'requestAnswered') return mine.privacy.url()
  if (orderId === null) return undefined
  if (kind === 'orderOffered') return hand.claim.url({ id: orderId })
  return TO_HANDLERS.has(kind) ? hand.task.url({ id: orderId }) : hand.order.url({ id: orderId })
}
