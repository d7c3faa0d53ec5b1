import { useLingui } from '@lingui/react/macro'
import { Select } from 'antd'
import type { ControlProps } from '../../../../kit/desk/DeskField.tsx'
import { useRead } from '../../../../kit/desk/index.ts'

export type UnitSelectProps = {
  readonly control: ControlProps
  readonly orderId: string
  /** `below`: inside the host's own tree; `other`: every other unit. */
  readonly which: 'below' | 'other'
  readonly value: string | undefined
  readonly onChange: (id: string | undefined) => void
  readonly clearable: boolean
}

/** A unit to which an order may go. */
export function UnitSelect({ control, orderId, which, value, onChange, clearable }: UnitSelectProps) {
  const { t } = useLingui()
  const read = useRead('listOrderUnits', { params: { id: orderId } })
  const options = (read.data?.[which] ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const nothing = read.error
    ? read.error.message
    : read.isFetching
      ? t`正在找…`
      : which === 'below'
        ? t`您的单位没有下级单位`
        : t`没有找到，换个说法`
  return (
    <Select
      {...control}
      className="wide-control"
      allowClear={clearable}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={nothing}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      options={options}
    />
  )
}
