import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type DrawCardDialogProps = {
  readonly checkIn: Answer<'listCheckIns'>['items'][number]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Two dates and nothing else: the facts are what the house has recorded. */
export function DrawCardDialog({ checkIn, onDone, onClose }: DrawCardDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [fromOn, setFromOn] = useState('')
  const [toOn, setToOn] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('drawCard')
  const checks: [string, boolean, string][] = [
    ['fromOn', fromOn !== '', t`请选从哪天`],
    ['toOn', toOn !== '' && toOn >= fromOn, t`请选到哪天，不早于开始、不晚于今天`],
  ]
  const errors = checks.flatMap(([field, holds, message]) => (holds ? [] : [{ field, message }]))
  const shown = tried ? errors : []

  async function draw() {
    setTried(true)
    if (errors.length > 0) return
    if (await send({ params: { id: checkIn.id }, body: { id, fromOn, toOn } })) onDone()
  }
  return (
    <FormDialog
      title={t`填反馈卡`}
      ok={t`请本人先看`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void draw()}
      onClose={onClose}
    >
      <p>
        {say(checkIn.unitName)} {checkIn.name}
      </p>
      <p>
        <Trans>办结的单和经确认的值班时长由系统填写，不用也不能手填。</Trans>
      </p>
      <InputField
        field="fromOn"
        type="date"
        label={<Trans>从哪天</Trans>}
        value={fromOn}
        error={errorOf(shown, 'fromOn')}
        onChange={setFromOn}
      />
      <InputField
        field="toOn"
        type="date"
        label={<Trans>到哪天</Trans>}
        value={toOn}
        error={errorOf(shown, 'toOn')}
        onChange={setToOn}
      />
    </FormDialog>
  )
}
