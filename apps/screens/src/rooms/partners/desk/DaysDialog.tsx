import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import type { useCommand } from '../../../kit/useCommand.ts'

type DaysDialogProps = {
  readonly title: string
  readonly ok: string
  readonly children: ReactNode
  readonly failure: ReturnType<typeof useCommand>['failure']
  readonly busy: boolean
  readonly onDraw: (days: { readonly fromOn: string; readonly toOn: string }) => Promise<void>
  readonly onClose: () => void
}

/** Two dates and nothing else: the facts are what the house has recorded. */
export function DaysDialog({ title, ok, children, failure, busy, onDraw, onClose }: DaysDialogProps) {
  const { t } = useLingui()
  const [fromOn, setFromOn] = useState('')
  const [toOn, setToOn] = useState('')
  const [tried, setTried] = useState(false)
  const checks: [string, boolean, string][] = [
    ['fromOn', fromOn !== '', t`请选从哪天`],
    ['toOn', toOn !== '' && toOn >= fromOn, t`请选到哪天，不早于开始、不晚于今天`],
  ]
  const errors = checks.flatMap(([field, holds, message]) => (holds ? [] : [{ field, message }]))
  const shown = tried ? errors : []
  function draw() {
    setTried(true)
    if (errors.length === 0) void onDraw({ fromOn, toOn })
  }
  return (
    <FormDialog
      title={title}
      ok={ok}
      errors={shown}
      failure={failure}
      busy={busy}
      onSubmit={draw}
      onClose={onClose}
    >
      {children}
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
