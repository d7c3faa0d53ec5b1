import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

type Duty = Answer<'listDuties'>['items'][number]
type HoursDialogProps = { readonly duty: Duty; readonly onDone: () => void; readonly onClose: () => void }

/** Minutes between two moments, whole. */
const between = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000)

/** How long somebody served, as the office saw it; signing in and out gives the first guess. */
export function HoursDialog({ duty, onDone, onClose }: HoursDialogProps) {
  const { t } = useLingui()
  const [minutes, setMinutes] = useState(
    String(between(duty.signedInAt ?? duty.startsAt, duty.signedOutAt ?? duty.endsAt)),
  )
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('confirmHours')
  const isRight = /^\d{1,4}$/.test(minutes) && Number(minutes) <= 2880
  const errors = tried && !isRight ? [{ field: 'minutes', message: t`请填 0 到 2880 之间的分钟数` }] : []

  async function confirm() {
    setTried(true)
    if (isRight && (await send({ params: { id: duty.id }, body: { minutes: Number(minutes) } }))) onDone()
  }
  return (
    <FormDialog
      title={t`确认时长`}
      ok={t`确认`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void confirm()}
      onClose={onClose}
    >
      <InputField
        field="minutes"
        inputMode="numeric"
        label={<Trans>{duty.name} 实际值班（分钟）</Trans>}
        value={minutes}
        error={errorOf(errors, 'minutes')}
        onChange={setMinutes}
      />
      <Fills operation="confirmHours" />
    </FormDialog>
  )
}
