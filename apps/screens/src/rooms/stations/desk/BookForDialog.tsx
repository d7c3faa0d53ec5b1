import { Trans, useLingui } from '@lingui/react/macro'
import type { StationView } from '@linli/contract/stations/shapes'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { useRead } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { spanWords } from '../days.ts'

type BookForDialogProps = {
  readonly station: StationView
  readonly day: string
  readonly onClose: () => void
  readonly onBooked: (state: 'booked' | 'waiting') => void
}

/** 代人预约: for somebody who rings or stands at the counter. They are told by a notice. */
export function BookForDialog({ station, day: first, onClose, onBooked }: BookForDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [day, setDay] = useState(first)
  const [bookable, setBookable] = useState(station.bookables[0]?.id)
  const [startsAt, setStartsAt] = useState<string>()
  const [phone, setPhone] = useState('')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('bookFor')
  const slots = useRead(
    'listSlots',
    bookable && day ? { params: { id: bookable }, query: { day } } : undefined,
    ['stations.'],
  )
  const slot = slots.data?.items.find((one) => one.startsAt === startsAt)
  const digits = phone.replace(/\D/g, '')
  const errors = [
    ...(bookable ? [] : [{ field: 'bookable', message: t`请选约什么` }]),
    ...(slot ? [] : [{ field: 'startsAt', message: t`请选时间` }]),
    ...(digits === '' ? [{ field: 'phone', message: t`请填电话，有变动好通知` }] : []),
  ]
  const shown = tried ? errors : []

  async function book() {
    setTried(true)
    if (!bookable || !slot || errors.length > 0) return
    const body = {
      id,
      bookableId: bookable,
      startsAt: slot.startsAt,
      wait: slot.free === 0,
      phone: digits,
      ...(name.trim() === '' ? {} : { name: name.trim() }),
    }
    const answer = await send({ body })
    if (answer) onBooked(answer.state === 'waiting' ? 'waiting' : 'booked')
    else void slots.refetch()
  }

  return (
    <FormDialog
      title={t`代人预约`}
      ok={slot?.free === 0 ? t`排候补` : t`预约`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void book()}
      onClose={onClose}
    >
      <SelectField
        field="bookable"
        label={<Trans>约什么</Trans>}
        options={station.bookables.map((one) => ({ value: one.id, label: one.name }))}
        value={bookable}
        error={errorOf(shown, 'bookable')}
        onChange={setBookable}
      />
      <InputField field="day" type="date" label={<Trans>哪天</Trans>} value={day} onChange={setDay} />
      <SelectField
        field="startsAt"
        label={<Trans>几点</Trans>}
        placeholder={slots.data?.items.length === 0 ? t`这天没有能约的时间` : t`请选`}
        options={(slots.data?.items ?? []).map((one) => ({
          value: one.startsAt,
          label: `${say(spanWords(one.startsAt, one.endsAt))} ${one.free > 0 ? t`余 ${one.free}` : t`满，候补 ${one.waiting}`}`,
        }))}
        value={slot?.startsAt}
        error={errorOf(shown, 'startsAt')}
        onChange={setStartsAt}
      />
      <InputField
        field="phone"
        type="tel"
        label={<Trans>对方电话</Trans>}
        value={phone}
        error={errorOf(shown, 'phone')}
        onChange={setPhone}
      />
      <InputField
        field="name"
        optional
        label={<Trans>怎么称呼</Trans>}
        maxLength={40}
        value={name}
        onChange={setName}
      />
      <Fills operation="bookFor" />
    </FormDialog>
  )
}
