import { Trans, useLingui } from '@lingui/react/macro'
import type { MyBooking } from '@linli/contract/stations/shapes'
import { BOOKING_STATES, type BookingState } from '@linli/contract/stations/words'
import { useState } from 'react'
import {
  Button,
  ButtonLink,
  Card,
  Dialog,
  Empty,
  ErrorSummary,
  Page,
  StatusMark,
  type Tone,
} from '../../../kit/hand/index.ts'
import { MoreList } from '../../../kit/hand/MoreList.tsx'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { clockOf } from '../days.ts'
import { useMyBookings } from '../queries.ts'
import { station, stations } from './addresses.ts'
import { MyLoans } from './MyLoans.tsx'

const TONES: Readonly<Record<BookingState, Tone>> = { booked: 'done', waiting: 'waiting', cancelled: 'still' }

/** 我的预约: what is to come and what was, the latest first. */
export default function MyBookingsPage() {
  const { t } = useLingui()
  return (
    <Page title={t`我的预约`} back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}>
      <SignedIn>
        {() => (
          <>
            <MyLoans />
            <MoreList
              usePage={useMyBookings}
              keyOf={({ id }) => id}
              row={(booking) => <Row booking={booking} />}
              empty={
                <Empty title={<Trans>还没有预约过</Trans>}>
                  <ButtonLink href={stations.url()} look="second">
                    <Trans>看看哪里可以约</Trans>
                  </ButtonLink>
                </Empty>
              }
            />
          </>
        )}
      </SignedIn>
    </Page>
  )
}

function Row({ booking }: { readonly booking: MyBooking }) {
  const say = useSay()
  const { bookable, startsAt, endsAt, state, before, mayCancel } = booking
  const place = booking.station
  return (
    <Card title={bookable}>
      <p>
        <StatusMark tone={TONES[state]} word={say(BOOKING_STATES[state])} />
      </p>
      <p>
        <strong>
          {say(momentWords(startsAt))}–{clockOf(endsAt)}
        </strong>
        <br />
        {place}
        <br />
        {booking.address}
      </p>
      {before !== null && (
        <p>{before === 0 ? <Trans>您排第一个。</Trans> : <Trans>您前面还有 {before} 人。</Trans>}</p>
      )}
      <div className="stack">
        {state !== 'cancelled' && (
          <ButtonLink href={station.url({ slug: booking.slug })} look="second" wide>
            <Trans>怎么走</Trans>
          </ButtonLink>
        )}
        {mayCancel && <CancelBooking id={booking.id} />}
      </div>
    </Card>
  )
}

function CancelBooking({ id }: { readonly id: string }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const mine = useMyBookings()
  const { send, sending, failure } = useCommand('cancelBooking')
  async function cancel() {
    await send({ params: { id } })
    setOpen(false)
    await mine.retry()
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <Button look="quiet" onPress={() => setOpen(true)}>
        <Trans>来不了，取消</Trans>
      </Button>
      <Dialog open={open} title={<Trans>取消这个预约吗？</Trans>} onClose={() => setOpen(false)}>
        <p>
          <Trans>位子马上让给别人，不会记下什么。</Trans>
        </p>
        <div className="stack">
          <Button look="danger" wide busy={sending} busyWord={t`正在办…`} onPress={() => void cancel()}>
            <Trans>取消预约</Trans>
          </Button>
          <Button look="second" wide onPress={() => setOpen(false)}>
            <Trans>先留着</Trans>
          </Button>
        </div>
      </Dialog>
    </>
  )
}
