import { useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { useState } from 'react'
import type { FieldProps } from '../../../../kit/hand/Field.tsx'
import { ManyChoiceList, QueryView, TextField } from '../../../../kit/hand/index.ts'
import { useQuery } from '../../../../kit/useQuery.ts'

type UnitChoiceProps = FieldProps & {
  readonly order: OrderView
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
}
/** More units than these are looked for by a few letters of their name. */
const AT_A_GLANCE = 8

/** Units that are called to help: the chosen ones stay in sight while one looks for more. */
export function UnitChoice({ order, value, onChange, ...field }: UnitChoiceProps) {
  const { t } = useLingui()
  const [sought, setSought] = useState('')
  const query = useQuery('listOrderUnits', { params: { id: order.id } })
  return (
    <QueryView query={query}>
      {({ other }) => {
        const found = other.filter(({ id, name }) => value.includes(id) || name.includes(sought.trim()))
        return (
          <>
            {other.length > AT_A_GLANCE && (
              <TextField field="unitSought" label={t`找单位`} value={sought} onChange={setSought} optional />
            )}
            <ManyChoiceList
              {...field}
              value={value}
              onChange={onChange}
              choices={found
                .slice(0, sought ? 30 : Math.max(AT_A_GLANCE, value.length))
                .map(({ id, name }) => ({
                  value: id,
                  label: name,
                }))}
            />
          </>
        )
      }}
    </QueryView>
  )
}
