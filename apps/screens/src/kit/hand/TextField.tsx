import { describe } from '../fieldIds.ts'
import { Field, type FieldProps } from './Field.tsx'

export type TextFieldProps = FieldProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Chooses the phone's keyboard and its filling-in: a one-time code may be pasted or offered by the phone. */
  readonly kind?: 'text' | 'phone' | 'code' | 'number' | 'decimal' | 'date' | 'password' | 'search'
  readonly autoComplete?: string
  readonly maxLength?: number
}

const KINDS = {
  text: { type: 'text' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  code: { type: 'text', inputMode: 'numeric', autoComplete: 'one-time-code' },
  number: { type: 'text', inputMode: 'numeric' },
  decimal: { type: 'text', inputMode: 'decimal' },
  date: { type: 'date' },
  password: { type: 'password', autoComplete: 'current-password' },
  search: { type: 'search', inputMode: 'search' },
} as const

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { field, hint, error, value, onChange, kind = 'text', autoComplete, maxLength, optional } = props
  return (
    <Field {...props}>
      <input
        {...describe(field, hint, error)}
        {...KINDS[kind]}
        {...(autoComplete ? { autoComplete } : {})}
        {...(maxLength ? { maxLength } : {})}
        className="input"
        value={value}
        required={!optional}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  )
}
