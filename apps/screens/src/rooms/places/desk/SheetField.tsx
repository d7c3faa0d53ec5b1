import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { DeskField } from '../../../kit/desk/index.ts'

type SheetFieldProps = {
  readonly file: File | undefined
  readonly error: string | undefined
  /** Absent: a register by its template. */
  readonly hint?: ReactNode
  readonly onChoose: (file: File | undefined) => void
}

const kilobytes = (bytes: number) => Math.max(1, Math.round(bytes / 1024))

/** A spreadsheet from this computer. Choosing the same file again, after mending it, reads it anew. */
export function SheetField({ file, error, hint, onChoose }: SheetFieldProps) {
  const name = file?.name ?? ''
  const size = kilobytes(file?.size ?? 0)
  return (
    <DeskField
      field="file"
      label={<Trans>表格文件</Trans>}
      hint={hint ?? <Trans>.xlsx 或 .csv，第一行是模板里的列名</Trans>}
      error={error}
    >
      {(control) => (
        <>
          <input
            {...control}
            type="file"
            accept=".xlsx,.csv"
            onClick={(event) => {
              event.currentTarget.value = ''
            }}
            onChange={(event) => onChoose(event.target.files?.[0])}
          />
          {file && (
            <p>
              <Trans>
                已选：{name}（{size} KB）
              </Trans>
            </p>
          )}
        </>
      )}
    </DeskField>
  )
}
