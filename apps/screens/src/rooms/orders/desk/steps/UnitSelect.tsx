import { useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { Select } from 'antd'
import type { ControlProps } from '../../../../kit/desk/DeskField.tsx'
import { useRead } from '../../../../kit/desk/index.ts'
import { unitsCalled } from '../../calls.ts'
import type { UnitsOf } from '../../fields.ts'

type ChoosingProps = { readonly control: ControlProps; readonly order: OrderView }
export type UnitSelectProps = ChoosingProps & {
  readonly which: UnitsOf
  readonly value: string | undefined
  readonly onChange: (id: string | undefined) => void
  readonly clearable: boolean
}

/** A unit to which an order may go, or one that was called to help with it. */
export function UnitSelect({ control, order, which, value, onChange, clearable }: UnitSelectProps) {
  const { options, nothing } = useUnits(order, which)
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

export type UnitsSelectProps = ChoosingProps & {
  readonly value: string[]
  readonly onChange: (ids: string[]) => void
}

/** Units that are called to help: ten at most. */
export function UnitsSelect({ control, order, value, onChange }: UnitsSelectProps) {
  const { options, nothing } = useUnits(order, 'other')
  return (
    <Select
      {...control}
      className="wide-control"
      mode="multiple"
      maxCount={10}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={nothing}
      value={value}
      onChange={onChange}
      options={options}
    />
  )
}

function useUnits(order: OrderView, which: UnitsOf) {
  const { t } = useLingui()
  const called = unitsCalled(order, which)
  const read = useRead('listOrderUnits', called ? undefined : { params: { id: order.id } })
  const listed = which === 'below' || which === 'other' ? read.data?.[which] : undefined
  const options = (called ?? listed ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const nothing = read.error
    ? read.error.message
    : !called && read.isFetching
      ? t`正在找…`
      : which === 'below'
        ? t`您的单位没有下级单位`
        : t`没有找到，换个说法`
  return { options, nothing }
}
