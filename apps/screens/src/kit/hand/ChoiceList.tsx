import type { ReactNode } from 'react'
import { fieldId } from '../fieldIds.ts'
import { FieldError, FieldHint, type FieldProps, OptionalWord } from './Field.tsx'

export type Choice<Value extends string> = {
  readonly value: Value
  readonly label: ReactNode
  readonly hint?: ReactNode
}

export type ChoiceListProps<Value extends string> = FieldProps & {
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  /** Two or more beside each other where there is room. */
  readonly compact?: boolean
}

/** One of a few: native radio buttons as cards, the whole card is the target. */
export function ChoiceList<Value extends string>(props: ChoiceListProps<Value>) {
  const { field, label, hint, error, optional, choices, value, onChange, compact } = props
  return (
    <Group {...{ field, label, hint, error, optional }} role="radiogroup" compact={compact}>
      {choices.map((choice) => (
        <label className="choice" key={choice.value}>
          <input
            type="radio"
            name={field}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <ChoiceWords {...choice} />
        </label>
      ))}
    </Group>
  )
}

export type ManyChoiceListProps<Value extends string> = Omit<ChoiceListProps<Value>, 'value' | 'onChange'> & {
  readonly value: readonly Value[]
  readonly onChange: (value: readonly Value[]) => void
}

/** Any number of a few: native check boxes as cards. */
export function ManyChoiceList<Value extends string>(props: ManyChoiceListProps<Value>) {
  const { field, label, hint, error, optional, choices, value, onChange, compact } = props
  return (
    <Group {...{ field, label, hint, error, optional }} compact={compact}>
      {choices.map((choice) => (
        <label className="choice" key={choice.value}>
          <input
            type="checkbox"
            name={field}
            value={choice.value}
            checked={value.includes(choice.value)}
            onChange={(event) => {
              const others = value.filter((one) => one !== choice.value)
              onChange(event.currentTarget.checked ? [...others, choice.value] : others)
            }}
          />
          <ChoiceWords {...choice} />
        </label>
      ))}
    </Group>
  )
}

type GroupProps = { [K in keyof FieldProps]: FieldProps[K] | undefined } & {
  readonly field: string
  readonly role?: 'radiogroup'
  readonly compact: boolean | undefined
  readonly children: ReactNode
}

function Group({ field, label, hint, error, optional, role, compact, children }: GroupProps) {
  const id = fieldId(field)
  const by = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((part) => part !== '').join(' ')
  return (
    <fieldset
      className={`field${error ? ' field-wrong' : ''}`}
      id={id}
      role={role}
      aria-describedby={by || undefined}
      aria-invalid={role && error ? true : undefined}
    >
      <legend className="field-label">
        {label}
        <OptionalWord optional={optional} />
      </legend>
      <FieldHint field={field} hint={hint} />
      <FieldError field={field} error={error} />
      <div className={compact ? 'choices choices-compact' : 'choices'}>{children}</div>
    </fieldset>
  )
}

function ChoiceWords({ label, hint }: { readonly label: ReactNode; readonly hint?: ReactNode }) {
  return (
    <span className="choice-words">
      <span className="choice-label">{label}</span>
      {hint && <span className="choice-hint">{hint}</span>}
    </span>
  )
}
