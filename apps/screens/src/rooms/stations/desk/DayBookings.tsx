import { Trans, useLingui } from '@lingui/react/macro'
import type { BookingView, StationView } from '@linli/contract/stations/shapes'
import { BOOKING_STATES } from '@linli/contract/stations/words'
import { Button, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { EmptyState, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { clockOf, dayOf, spanWords } from '../days.ts'
import { BookForDialog } from './BookForDialog.tsx'

/** A day's bookings of a station, in the order they come; names and numbers masked. */
export function DayBookings({ station }: { readonly station: StationView }) {
  const { t } = useLingui()
  const [day, setDay] = useState(dayOf(new Date()))
  const read = useRead('listBookings', day ? { params: { id: station.id }, query: { day } } : undefined, [
    'stations.',
  ])
  const [booking, setBooking] = useState(false)
  const [ending, setEnding] = useState<BookingView>()
  const [done, setDone] = useState<ReactNode>()
  const columns = useColumns(setEnding)
  const finish = (words: ReactNode) => {
    setBooking(false)
    setEnding(undefined)
    setDone(words)
    void read.refetch()
  }
  return (
    <Panel title={<Trans>预约</Trans>}>
      <div className="desk-row">
        <InputField
          field="bookingDay"
          type="date"
          label={<Trans>哪天</Trans>}
          value={day}
          onChange={setDay}
        />
        {station.bookables.length > 0 && (
          <Button type="primary" onClick={() => setBooking(true)}>
            <Trans>代人预约</Trans>
          </Button>
        )}
      </div>
      <Saved>{done}</Saved>
      <ReadView read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={<Trans>这天没有预约</Trans>} />
          ) : (
            <WideTable<BookingView>
              aria-label={t`预约`}
              columns={columns}
              dataSource={[...items]}
              rowKey={({ id }) => id}
            />
          )
        }
      </ReadView>
      {booking && (
        <BookForDialog
          station={station}
          day={day}
          onClose={() => setBooking(false)}
          onBooked={(state) =>
            finish(
              state === 'booked' ? (
                <Trans>约好了，已经发通知给对方。</Trans>
              ) : (
                <Trans>排上候补了，有空位系统会通知对方。</Trans>
              ),
            )
          }
        />
      )}
      {ending && (
        <CancelDialog
          booking={ending}
          onClose={() => setEnding(undefined)}
          onCancelled={() => finish(<Trans>已取消，已经发通知给对方；有候补的自动补上。</Trans>)}
        />
      )}
    </Panel>
  )
}

function useColumns(cancel: (booking: BookingView) => void): TableColumnsType<BookingView> {
  const { t } = useLingui()
  const say = useSay()
  return [
    {
      title: t`时间`,
      key: 'time',
      render: (_, { startsAt, endsAt }) => say(spanWords(startsAt, endsAt)),
    },
    { title: t`约什么`, key: 'bookable', render: (_, { bookable }) => bookable },
    {
      title: t`谁`,
      key: 'who',
      render: (_, { name, phone, byTelephone }) => (
        <>
          {name || '—'}
          <span className="row-small">
            {phone} {byTelephone && <Trans>代约</Trans>}
          </span>
        </>
      ),
    },
    {
      title: t`状态`,
      key: 'state',
      render: (_, { state, before }) =>
        before === null ? say(BOOKING_STATES[state]) : t`候补，前面 ${before} 人`,
    },
    {
      title: t`办理`,
      key: 'acts',
      render: (_, booking) =>
        booking.mayCancel && (
          <Button onClick={() => cancel(booking)}>
            <Trans>取消</Trans>
          </Button>
        ),
    },
  ]
}

type CancelDialogProps = {
  readonly booking: BookingView
  readonly onClose: () => void
  readonly onCancelled: () => void
}

function CancelDialog({ booking, onClose, onCancelled }: CancelDialogProps) {
  const { t } = useLingui()
  const { send, sending, failure } = useCommand('cancelBooking')
  const { bookable } = booking
  const time = clockOf(booking.startsAt)
  async function cancel() {
    if (await send({ params: { id: booking.id } })) onCancelled()
  }
  return (
    <FormDialog
      title={t`取消预约`}
      ok={t`取消预约`}
      danger
      failure={failure}
      busy={sending}
      onSubmit={() => void cancel()}
      onClose={onClose}
    >
      <p>
        <Trans>
          {time} 的{bookable}会取消，系统马上通知对方。
        </Trans>
      </p>
    </FormDialog>
  )
}
