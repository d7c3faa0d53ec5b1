import { useLingui } from '@lingui/react/macro'
import { OPEN_STATES, STATES } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import { Select } from 'antd'
import { useState } from 'react'
import type { ControlProps } from '../../../../kit/desk/DeskField.tsx'
import { useRead } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { useRested } from '../../../../kit/useRested.ts'

export type OrderSelectProps = {
  readonly control: ControlProps
  /** The order that is to follow the chosen one. */
  readonly order: OrderView
  readonly value: string | undefined
  readonly onChange: (id: string | undefined) => void
  readonly clearable: boolean
}

/** Another order, found by its number or some words; of the same item where nothing is typed yet. */
export function OrderSelect({ control, order, value, onChange, clearable }: OrderSelectProps) {
  const { t } = useLingui()
  const say = useSay()
  const [typed, setTyped] = useState('')
  const words = useRested(typed.trim())
  const asked = words.length > 1 ? { q: words } : order.item ? { item: order.item } : {}
  const read = useRead('listOrders', { query: { ...asked, state: [...OPEN_STATES, 'closed'], limit: 20 } })
  const options = (read.data?.items ?? [])
    .filter(({ id }) => id !== order.id)
    .map(({ id, number, title, place, state }) => ({
      value: id,
      label: [number, title, place, say(STATES[state])].join(' · '),
    }))
  const nothing = read.error ? read.error.message : read.isFetching ? t`正在找…` : t`没有找到，换个说法`
  return (
    <Select
      {...control}
      className="wide-control"
      allowClear={clearable}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t`写单号，或几个字`}
      notFoundContent={nothing}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      options={options}
    />
  )
}
