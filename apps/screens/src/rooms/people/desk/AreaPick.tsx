import type { ReactNode } from 'react'
import { DeskField } from '../../../kit/desk/index.ts'
import { AreaSelect } from '../../orders/desk/fields/AreaSelect.tsx'

type AreaPickProps = {
  readonly field: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly optional?: boolean
  /** May be emptied again, as in a filter. */
  readonly clearable?: boolean
  readonly path: string | undefined
  readonly onPick: (path: string | undefined) => void
}

/** A labelled area, found by typing. */
export function AreaPick(props: AreaPickProps) {
  const { field, label, hint, error, optional = false, clearable = optional, path, onPick } = props
  return (
    <DeskField field={field} label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <AreaSelect
          control={control}
          clearable={clearable}
          path={path}
          onPick={(area) => onPick(area?.path)}
        />
      )}
    </DeskField>
  )
}
