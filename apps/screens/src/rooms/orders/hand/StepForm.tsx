import { Trans } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { FieldError } from '../../../kit/failure.ts'
import { Button, ErrorSummary } from '../../../kit/hand/index.ts'

export type StepFormProps = {
  /** The verb, on the button. */
  readonly label: ReactNode
  readonly busyWord: string
  readonly look?: 'primary' | 'second' | 'danger'
  readonly sending: boolean
  readonly failure: Error | undefined
  /** What is still missing; shown after the first press. */
  readonly errors?: readonly FieldError[]
  /** Sends the step; called only when nothing is missing. */
  readonly onSend: () => Promise<void>
  readonly onClose?: () => void
  readonly children?: (shown: readonly FieldError[]) => ReactNode
}

/** The form of one step of an order: errors above, fields, one button, and the way back out. */
export function StepForm(props: StepFormProps) {
  const { label, busyWord, look, sending, failure, errors = [], onSend, onClose, children } = props
  const [checked, setChecked] = useState(false)
  const shown = checked ? errors : []
  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (errors.length === 0 && !sending) void onSend()
  }
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <ErrorSummary errors={shown} failure={failure} />
      {children?.(shown)}
      <Button type="submit" wide look={look ?? 'primary'} busy={sending} busyWord={busyWord}>
        {label}
      </Button>
      {onClose && (
        <Button look="quiet" onPress={onClose}>
          <Trans>先不办这一步</Trans>
        </Button>
      )}
    </form>
  )
}
