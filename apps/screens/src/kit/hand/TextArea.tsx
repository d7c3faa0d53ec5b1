import { Trans } from '@lingui/react/macro'
import { describe } from '../fieldIds.ts'
import { Field, type FieldProps } from './Field.tsx'

export type TextAreaProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  /** Longest text in characters; the rest is counted in words only when the end is near. */
  readonly maxLength?: number
}

/** Several lines of text. The phone's own dictation key works in it. */
export function TextArea(props: TextAreaProps) {
  const { field, hint, error, value, onChange, rows = 4, maxLength = 8000, optional } = props
  const left = maxLength - value.length
  return (
    <Field {...props}>
      <textarea
        {...describe(field, hint, error)}
        className="input"
        rows={rows}
        maxLength={maxLength}
        value={value}
        required={!optional}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
      {left <= 200 && (
        <p className="field-hint" role="status">
          <Trans>还可以写 {left} 个字</Trans>
        </p>
      )}
    </Field>
  )
}
