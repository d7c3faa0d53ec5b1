import { Trans, useLingui } from '@lingui/react/macro'
import type { MyBooking } from '@linli/contract/stations/shapes'
import { BOOKING_STATES, type BookingState } from '@linli/contract/stations/words'
import { CancelButton } from '../../../kit/hand/CancelButton.tsx'
import { ButtonLink, Card, Empty, Page, StatusMark, type Tone } from '../../../kit/hand/index.ts'
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
  const mine = useMyBookings()
  const { send, sending, failure } = useCommand('cancelBooking')
  return (
    <CancelButton
      title={<Trans>取消这个预约吗？</Trans>}
      words={<Trans>位子马上让给别人，不会记下什么。</Trans>}
      verb={<Trans>取消预约</Trans>}
      failure={failure}
      busy={sending}
      onCancel={async () => {
        await send({ params: { id } })
        await mine.retry()
      }}
    />
  )
}
