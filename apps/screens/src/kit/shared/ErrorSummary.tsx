import { Trans } from '@lingui/react/macro'
import { type MouseEvent, useEffect, useRef } from 'react'
import { type FieldError, NetworkFailure, Problem } from '../failure.ts'
import { fieldId } from '../fieldIds.ts'

export type ErrorSummaryProps = {
  /** What the form itself found. */
  readonly errors?: readonly FieldError[] | undefined
  /** What the server or the network answered. */
  readonly failure?: Error | undefined
}

/** Every error of a form, above it: takes the focus when errors appear, and leads to each field. */
export function ErrorSummary({ errors = [], failure }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const all = [...errors, ...(failure instanceof Problem ? failure.errors : [])]
  const written = all.map(({ field, message }) => `${field}:${message}`).join() + (failure?.message ?? '')

  useEffect(() => {
    if (written) box.current?.focus()
  }, [written])

  if (!written) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{headOf(failure, all.length)}</h2>
      {failure && all.length === 0 && <p>{failure.message}</p>}
      {all.length > 0 && (
        <ul>
          {all.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <a href={`#${fieldId(field)}`} onClick={(event) => goTo(event, field)}>
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Not sent, to be corrected, or refused as it is: each asks for something else of the person. */
function headOf(failure: Error | undefined, fieldErrors: number) {
  if (failure instanceof NetworkFailure) return <Trans>还没有发出去</Trans>
  return fieldErrors > 0 ? <Trans>请先改好这里</Trans> : <Trans>这一步没有办成</Trans>
}

/** Goes to the field itself, or to the first control of a group of choices. */
function goTo(event: MouseEvent, field: string) {
  event.preventDefault()
  const target = document.getElementById(fieldId(field))
  const control = target?.matches('input, textarea, select, button, [tabindex]')
    ? target
    : target?.querySelector<HTMLElement>('input, textarea, select, button')
  target?.scrollIntoView({ block: 'center' })
  control?.focus()
}
