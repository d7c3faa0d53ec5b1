import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { fieldId } from '../fieldIds.ts'

export type FieldProps = {
  /** The contract's name of the field; also its id, so that errors find it. */
  readonly field: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean
}

/** The error of a field, in words, directly above the control it belongs to. */
export function FieldError({
  field,
  error,
}: {
  readonly field: string
  readonly error?: string | undefined
}) {
  if (!error) return null
  return (
    <p className="field-error" id={`${fieldId(field)}-error`}>
      <span className="for-readers">
        <Trans>出错：</Trans>
      </span>
      {error}
    </p>
  )
}

export function FieldHint({ field, hint }: { readonly field: string; readonly hint?: ReactNode }) {
  return hint ? (
    <p className="field-hint" id={`${fieldId(field)}-hint`}>
      {hint}
    </p>
  ) : null
}

/** Label, hint and error around one native control. */
export function Field({
  field,
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={`field${error ? ' field-wrong' : ''}`}>
      <label className="field-label" htmlFor={fieldId(field)}>
        {label}
        <OptionalWord optional={optional} />
      </label>
      <FieldHint field={field} hint={hint} />
      <FieldError field={field} error={error} />
      {children}
    </div>
  )
}

export function OptionalWord({ optional }: { readonly optional?: boolean | undefined }) {
  return optional ? (
    <span className="field-optional">
      <Trans>（可不填）</Trans>
    </span>
  ) : null
}
