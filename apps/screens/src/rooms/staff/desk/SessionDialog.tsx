import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

type SessionDialogProps = {
  readonly course: Answer<'listCourses'>['items'][number]
  readonly onDone: () => void
  readonly onClose: () => void
}
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** One session of a course, by the region's clock. */
export function SessionDialog({ course, onDone, onClose }: SessionDialogProps) {
  const { t } = useLingui()
  const [id] = useState(newKey)
  const [draft, setDraft] = useState({
    day: '',
    from: '14:00',
    to: '16:00',
    place: '',
    trainer: '',
    seats: '30',
  })
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('addSession')
  const seats = Number(draft.seats)
  const wrong = [
    ...(draft.day ? [] : [{ field: 'day', message: t`请选哪天` }]),
    ...(TIME.test(draft.from) ? [] : [{ field: 'from', message: t`请写开始时间，例如 14:00` }]),
    ...(TIME.test(draft.to) && draft.to > draft.from
      ? []
      : [{ field: 'to', message: t`请写结束时间，要晚于开始` }]),
    ...(draft.place.trim() ? [] : [{ field: 'place', message: t`请写地点` }]),
    ...(draft.trainer.trim() ? [] : [{ field: 'trainer', message: t`请写讲师` }]),
    ...(Number.isInteger(seats) && seats >= 1 && seats <= 2000
      ? []
      : [{ field: 'seats', message: t`名额要是 1 到 2000 的整数` }]),
  ]
  const errors = tried ? wrong : []
  const field = (name: keyof typeof draft) => ({
    field: name,
    error: errorOf(errors, name),
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  })
  async function add() {
    setTried(true)
    if (wrong.length > 0) return
    const at = (time: string) => new Date(`${draft.day}T${time}:00+08:00`).toISOString()
    const body = {
      id,
      startsAt: at(draft.from),
      endsAt: at(draft.to),
      place: draft.place.trim(),
      trainer: draft.trainer.trim(),
      seats,
    }
    if (await send({ params: { id: course.id }, body })) onDone()
  }
  return (
    <FormDialog
      title={t`排一场：${course.title}`}
      ok={t`排好了`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <InputField {...field('day')} type="date" label={<Trans>哪天</Trans>} />
      <InputField {...field('from')} label={<Trans>开始</Trans>} />
      <InputField {...field('to')} label={<Trans>结束</Trans>} />
      <InputField {...field('place')} maxLength={120} label={<Trans>地点</Trans>} />
      <InputField {...field('trainer')} maxLength={60} label={<Trans>讲师</Trans>} />
      <InputField {...field('seats')} inputMode="numeric" label={<Trans>名额</Trans>} />
      <Fills operation="addSession" />
    </FormDialog>
  )
}
