import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { isOpen, STATES } from '@linli/contract/orders/words'
import { Button } from 'antd'
import { useRead } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { UnknownYear } from '../UnknownYear.tsx'
import { changed, type Filters } from './filters.ts'

export type StateTabsProps = { readonly filters: Filters; readonly onChange: (filters: Filters) => void }

/** How many orders are in each state, and the way to see just those. */
export function StateTabs({ filters, onChange }: StateTabsProps) {
  const { t } = useLingui()
  const say = useSay()
  const { data } = useRead('countOrders', {}, ['orders.'])
  const only = filters.state?.length === 1 ? filters.state[0] : undefined
  const shown = codesOf(STATES).filter((state) => isOpen(state) || (data?.states[state] ?? 0) > 0)
  const overdue = data?.overdue ?? 0
  return (
    <section className="queue-tabs" aria-label={t`按状态`}>
      <Button
        aria-pressed={!filters.state && !filters.overdue}
        onClick={() => onChange(changed(changed(filters, 'state', undefined), 'overdue', undefined))}
      >
        <Trans>全部</Trans>
      </Button>
      {shown.map((state) => (
        <Button
          key={state}
          aria-pressed={only === state}
          onClick={() => onChange(changed(filters, 'state', [state]))}
        >
          {say(STATES[state])} <span className="queue-count">{data?.states[state] ?? 0}</span>
        </Button>
      ))}
      <Button
        aria-pressed={filters.overdue ?? false}
        danger={overdue > 0}
        onClick={() => onChange(changed(filters, 'overdue', filters.overdue ? undefined : true))}
      >
        <Trans>超时</Trans> <span className="queue-count">{overdue}</span>
      </Button>
      <UnknownYear year={data?.unknownYear ?? null} />
    </section>
  )
}
