import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { describe, fieldId } from '../fieldIds.ts'

/** What the control inside must carry: id, name, and the aria attributes of hint and error. */
export type ControlProps = ReturnType<typeof describe>

export type DeskFieldProps = {
  /** The contract's name of the field; also its id, so that errors find it. */
  readonly field: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean
  readonly children: (control: ControlProps) => ReactNode
}

/** Label, hint and error around any antd control: `<DeskField …>{(control) => <Input {...control} … />}</DeskField>`. */
export function DeskField({ field, label, hint, error, optional, children }: DeskFieldProps) {
  const id = fieldId(field)
  return (
    <div className={error ? 'desk-field desk-field-wrong' : 'desk-field'}>
      <label htmlFor={id}>
        {label}
        {optional && (
          <span className="desk-optional">
            <Trans>（可不填）</Trans>
          </span>
        )}
      </label>
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
      {children(describe(field, hint, error))}
    </div>
  )
}
