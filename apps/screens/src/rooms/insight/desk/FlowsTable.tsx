import { Trans, useLingui } from '@lingui/react/macro'
import type { Figures, Flows } from '@linli/contract/insight/shapes'
import { RESULTS, STATES } from '@linli/contract/orders/words'
import type { ReactNode } from 'react'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { lengthOf } from '../claimTime.ts'
import type { Period } from '../period.ts'

type FlowsTableProps = { readonly figures: Figures; readonly days: Period }
type Line = { readonly key: string; readonly label: ReactNode; readonly of: (flows: Flows) => ReactNode }

/** What happened today and in the period, in the order in which it happens to an order. */
export function FlowsTable({ figures: { today, period }, days }: FlowsTableProps) {
  const { t } = useLingui()
  const lines = useLines()
  return (
    <>
      <WideTable<Line>
        aria-label={t`发生了多少`}
        size="small"
        dataSource={lines}
        rowKey="key"
        columns={[
          { title: t`事情`, key: 'label', render: (_, { label }) => label },
          { title: t`今天`, key: 'today', align: 'right', render: (_, { of }) => of(today) },
          { title: t`近 ${days} 天`, key: 'period', align: 'right', render: (_, { of }) => of(period) },
        ]}
      />
      <p className="figures-note">
        <Trans>评价不满 10 份时不显示满意率，免得看出是谁评的。</Trans>
      </p>
    </>
  )
}

function useLines(): Line[] {
  const { t } = useLingui()
  const say = useSay()
  const half = ({ medianClaimSeconds }: Flows) => {
    if (medianClaimSeconds === null) return '—'
    const { value, unit } = lengthOf(medianClaimSeconds)
    return `${value} ${say(unit)}`
  }
  return [
    { key: 'placed', label: t`点单`, of: ({ placed }) => placed },
    { key: 'refused', label: say(STATES.rejected), of: ({ refused }) => refused },
    { key: 'cancelled', label: say(STATES.cancelled), of: ({ cancelled }) => cancelled },
    { key: 'claimed', label: t`抢单`, of: ({ claimed }) => claimed },
    { key: 'half', label: t`抢单用时（一半的单比这快）`, of: half },
    { key: 'handled', label: t`办好`, of: ({ handled }) => handled },
    { key: 'reworked', label: t`重办`, of: ({ reworked }) => reworked },
    { key: 'closed', label: t`结案`, of: ({ closed }) => closed },
    { key: 'solved', label: `· ${say(RESULTS.solved)}`, of: ({ results }) => results.solved },
    { key: 'partly', label: `· ${say(RESULTS.partlySolved)}`, of: ({ results }) => results.partlySolved },
    { key: 'not', label: `· ${say(RESULTS.notSolved)}`, of: ({ results }) => results.notSolved },
    { key: 'explained', label: `· ${say(RESULTS.explained)}`, of: ({ results }) => results.explained },
    { key: 'answered', label: `· ${say(RESULTS.answered)}`, of: ({ results }) => results.answered },
    { key: 'rated', label: t`评价份数`, of: ({ satisfaction }) => satisfaction?.rated ?? '—' },
    {
      key: 'excluded',
      label: t`异议成立不计入的评价`,
      of: ({ satisfaction }) => satisfaction?.excluded ?? '—',
    },
    {
      key: 'satisfied',
      label: t`满意率`,
      of: ({ satisfaction }) => (satisfaction ? `${satisfaction.percent}%` : '—'),
    },
    { key: 'shown', label: t`晒出的单`, of: ({ shown }) => shown },
  ]
}
