import { useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { SenderColumn } from '@linli/contract/upstream/shapes'
import { SENDER_FIELDS, type SenderField } from '@linli/contract/upstream/words'
import { SelectField } from '../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../kit/language.ts'

type ColumnsProps = {
  readonly columns: readonly SenderColumn[]
  readonly onChange: (columns: readonly SenderColumn[]) => void
}

/** Each column of the file with what it means. What is chosen here is taken from the column that had it. */
export function Columns({ columns, onChange }: ColumnsProps) {
  const { t } = useLingui()
  const say = useSay()
  const options = optionsOf(SENDER_FIELDS, say)
  const choose = (heading: string, chosen: string | undefined) => {
    const field: SenderField | null = codesOf(SENDER_FIELDS).find((one) => one === chosen) ?? null
    onChange(
      columns.map((column) =>
        column.heading === heading
          ? { heading, field }
          : { ...column, field: field !== null && column.field === field ? null : column.field },
      ),
    )
  }
  return (
    <div className="sender-columns">
      {columns.map(({ heading, field }, at) => (
        <SelectField
          key={heading}
          field={`column-${at}`}
          label={heading}
          clearable
          value={field ?? undefined}
          placeholder={t`不导入`}
          options={options}
          onChange={(chosen) => choose(heading, chosen)}
        />
      ))}
    </div>
  )
}
