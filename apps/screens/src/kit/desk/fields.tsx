import { Checkbox, Input, Radio, Select } from 'antd'
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { fieldId } from '../fieldIds.ts'
import { DeskField } from './DeskField.tsx'

type FieldProps<Value> = {
  /** The contract's name of the field; also its id, so that errors find it. */
  readonly field: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly value: Value
  readonly onChange: (value: Value) => void
}

export type Option = { readonly value: string; readonly label: string; readonly words?: string }

type InputFieldProps = FieldProps<string> & {
  readonly type?: 'text' | 'tel' | 'date' | 'month' | 'number' | 'password' | 'search'
  readonly autoComplete?: HTMLInputAutoCompleteAttribute
  readonly autoFocus?: boolean
  readonly maxLength?: number
  readonly inputMode?: 'numeric' | 'text' | 'tel'
  readonly onPressEnter?: () => void
  readonly onBlur?: () => void
}

/** One line of text, a number, a day or a month. */
export function InputField(props: InputFieldProps) {
  const { field, label, hint, error, optional, value, onChange, onPressEnter, ...rest } = props
  return (
    <DeskField field={field} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(control) => (
        <Input
          {...control}
          {...rest}
          className="desk-input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onPressEnter={(event) => {
            if (!onPressEnter || event.nativeEvent.isComposing) return
            event.preventDefault()
            onPressEnter()
          }}
        />
      )}
    </DeskField>
  )
}

const matches = (typed: string, option: Option | undefined) =>
  `${option?.label ?? ''} ${option?.words ?? ''}`.toLowerCase().includes(typed.trim().toLowerCase())

type SelectFieldProps = FieldProps<string | undefined> & {
  readonly options: readonly Option[]
  readonly placeholder?: string
  /** May be emptied again, as in a filter. */
  readonly clearable?: boolean
}

/** One of a list, found by typing part of its name or of another name it goes by. */
export function SelectField(props: SelectFieldProps) {
  const { field, label, hint, error, optional, value, onChange, options, placeholder } = props
  const clearable = props.clearable ?? optional ?? false
  return (
    <DeskField field={field} label={label} hint={hint} error={error} optional={optional ?? false}>
      {(control) => (
        <Select<string, Option>
          {...control}
          className="desk-input"
          showSearch={{ filterOption: matches }}
          allowClear={clearable}
          value={value === undefined || value === '' ? null : value}
          placeholder={placeholder}
          options={[...options]}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )}
    </DeskField>
  )
}

/** One of a few, all of them visible. */
export function ChoiceField(props: FieldProps<string | undefined> & { readonly options: readonly Option[] }) {
  const { field, label, hint, error, value, onChange, options } = props
  const id = fieldId(field)
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset
      className={error ? 'desk-field desk-choice desk-field-wrong' : 'desk-field desk-choice'}
      id={id}
      {...(described ? { 'aria-describedby': described } : {})}
    >
      <legend>{label}</legend>
      {hint && (
        <p className="desk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="desk-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <Radio.Group
        name={field}
        value={value ?? null}
        options={[...options]}
        onChange={(event) => onChange(String(event.target.value))}
      />
    </fieldset>
  )
}

/** Yes when ticked. */
export function TickField({ field, label, hint, value, onChange }: FieldProps<boolean>) {
  const id = fieldId(field)
  return (
    <div className="desk-field desk-tick">
      <Checkbox
        id={id}
        checked={value}
        onChange={(event) => onChange(event.target.checked)}
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
      >
        {label}
      </Checkbox>
      {hint && (
        <p className="desk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
