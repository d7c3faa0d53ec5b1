import { Trans, useLingui } from '@lingui/react/macro'
import type { SlotView } from '@linli/contract/stations/shapes'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { newKey } from '../../../kit/api.ts'
import { Button, Dialog, ErrorSummary, toast } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/hand/Fills.tsx'
import { useMyBookings } from '../queries.ts'
import { bookings } from './addresses.ts'

type BookDialogProps = {
  readonly slot: SlotView
  readonly place: string
  readonly when: string
  readonly bookableId: string
  readonly onClose: () => void
  /** The seats are no longer what this page says. */
  readonly onStale: () => Promise<void>
}

/** A second look before the seat is taken, or the turn on the waiting list. */
export function BookDialog({ slot, place, when, bookableId, onClose, onStale }: BookDialogProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [id] = useState(newKey)
  const mine = useMyBookings()
  const { send, sending, failure } = useCommand('book')
  const wait = slot.free === 0

  async function book() {
    const answer = await send({ body: { id, bookableId, startsAt: slot.startsAt, wait } })
    if (!answer) return onStale()
    await mine.retry()
    toast(answer.state === 'booked' ? t`约好了，到时候来就行。` : t`排上候补了，有空位会告诉您。`)
    go(bookings.url())
  }

  return (
    <Dialog open title={wait ? <Trans>排候补吗？</Trans> : <Trans>就约这个时间吗？</Trans>} onClose={onClose}>
      <ErrorSummary failure={failure} />
      <p>
        <strong>{when}</strong>
        <br />
        {place}
      </p>
      <p>
        {wait ? (
          <Trans>有人取消，就按先后补上，马上告诉您。</Trans>
        ) : (
          <Trans>来不了的话，取消一下就好，不会记下什么。</Trans>
        )}
      </p>
      <Fills operation="book" ledger="bookings" />
      <div className="stack">
        <Button wide busy={sending} busyWord={t`正在约…`} onPress={() => void book()}>
          {wait ? <Trans>排候补</Trans> : <Trans>预约</Trans>}
        </Button>
        <Button look="second" wide onPress={onClose}>
          <Trans>换个时间</Trans>
        </Button>
      </div>
    </Dialog>
  )
}
