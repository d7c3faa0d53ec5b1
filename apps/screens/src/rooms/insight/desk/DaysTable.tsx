import { Trans, useLingui } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { WideTable } from '../../../kit/desk/WideTable.tsx'

type Day = Figures['days'][number]

/** The chart as numbers, newest first, for whoever reads rather than looks. */
export function DaysTable({ days }: { readonly days: readonly Day[] }) {
  const { t } = useLingui()
  return (
    <details className="figures-days">
      <summary>
        <Trans>按天的数字</Trans>
      </summary>
      <WideTable<Day>
        aria-label={t`按天的数字`}
        size="small"
        dataSource={[...days].reverse()}
        rowKey="day"
        columns={[
          { title: t`日期`, key: 'day', dataIndex: 'day' },
          { title: t`点单`, key: 'placed', dataIndex: 'placed', align: 'right' },
          { title: t`结案`, key: 'closed', dataIndex: 'closed', align: 'right' },
        ]}
      />
    </details>
  )
}
