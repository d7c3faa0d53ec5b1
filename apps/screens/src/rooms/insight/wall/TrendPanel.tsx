import { Trans, useLingui } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { useMemo } from 'react'
import { DaysChart } from '../../../kit/charts/DaysChart.tsx'
import type { Period } from '../period.ts'
import { useTheme } from './theme.ts'

type TrendPanelProps = { readonly figures: Figures; readonly days: Period }

/** Orders placed and closed, day by day. */
export function TrendPanel({ figures: { days: all, period, from, to }, days }: TrendPanelProps) {
  const { t } = useLingui()
  const theme = useTheme()
  const pairs = useMemo(
    () => all.map(({ day, placed, closed }) => ({ day, bars: placed, line: closed })),
    [all],
  )
  return (
    <section className="wall-panel wall-trend" aria-labelledby="wall-trend">
      <div className="wall-panel-head">
        <h2 id="wall-trend">
          <Trans>近 {days} 天每天</Trans>
        </h2>
      </div>
      <DaysChart
        key={theme} // colours are read when the chart is begun
        days={pairs}
        bars={t`点单`}
        line={t`结案`}
        summary={t`${from} 到 ${to}：点单 ${period.placed}，结案 ${period.closed}。`}
      />
    </section>
  )
}
