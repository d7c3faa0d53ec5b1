import { Trans, useLingui } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { Button } from 'antd'
import { useLocation, useSearch } from 'wouter'
import { DaysChart } from '../../../kit/charts/DaysChart.tsx'
import { ChoiceField, SelectField } from '../../../kit/desk/fields.tsx'
import { DeskPage, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { figuresUrl, wallAddress } from '../addresses.ts'
import { PERIODS, type Period, periodFrom } from '../period.ts'
import { useAreaName } from '../useAreaName.ts'
import { useMayList } from '../useMayList.ts'
import { AreasTable } from './AreasTable.tsx'
import { DaysTable } from './DaysTable.tsx'
import { ExportButton } from './ExportButton.tsx'
import { FlowsTable } from './FlowsTable.tsx'
import './figures.css'
import { ItemsTable } from './ItemsTable.tsx'
import { StatesPanel } from './StatesPanel.tsx'
import { usePacedEvents } from './usePacedEvents.ts'

/** 数字: what an area's orders add up to, from the same read as the wall and the export. No order and nobody's name. */
export default function FiguresPage() {
  const { t } = useLingui()
  const search = useSearch()
  const days = periodFrom(search)
  const area = new URLSearchParams(search).get('area') ?? undefined
  const read = useRead('getFigures', { query: { days, ...(area ? { area } : {}) } })
  usePacedEvents(read.refetch)
  return (
    <DeskPage
      title={t`数字`}
      lead={<Trans>这里只有数字，没有单子，也没有姓名。大屏和导出的表是同一份数字。</Trans>}
      actions={
        read.data && (
          <>
            <Button href={wallAddress(read.data.area, days)}>
              <Trans>打开大屏</Trans>
            </Button>
            <ExportButton figures={read.data} days={days} />
          </>
        )
      }
    >
      <ReadView read={read}>{(figures) => <Everything figures={figures} days={days} />}</ReadView>
    </DeskPage>
  )
}

type EverythingProps = { readonly figures: Figures; readonly days: Period }

function Everything({ figures, days }: EverythingProps) {
  const { t } = useLingui()
  const mayList = useMayList()
  const { from, to, period } = figures
  return (
    <>
      <Choices figures={figures} days={days} />
      <div className="figures-columns">
        <Panel title={<Trans>发生了多少</Trans>}>
          <FlowsTable figures={figures} days={days} />
        </Panel>
        <Panel title={<Trans>现在在哪一步</Trans>}>
          <StatesPanel figures={figures} mayList={mayList} />
        </Panel>
      </div>
      <Panel title={<Trans>每天的点单和结案</Trans>}>
        <DaysChart
          days={figures.days.map(({ day, placed, closed }) => ({ day, bars: placed, line: closed }))}
          bars={t`点单`}
          line={t`结案`}
          summary={t`${from} 到 ${to}：点单 ${period.placed}，结案 ${period.closed}。`}
        />
        <DaysTable days={figures.days} />
      </Panel>
      {figures.areas.length > 0 && (
        <Panel title={<Trans>下一级辖区</Trans>}>
          <AreasTable figures={figures} days={days} />
        </Panel>
      )}
      <Panel title={<Trans>点得最多的事项</Trans>}>
        <ItemsTable figures={figures} days={days} mayList={mayList} />
      </Panel>
    </>
  )
}

/** Which area, of those above and the next below, and which period. */
function Choices({ figures, days }: EverythingProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const nameOf = useAreaName()
  const { area, name, above, areas } = figures
  const choices = [...above, { path: area, name }, ...areas]
  return (
    <div className="figures-choices">
      <SelectField
        field="area"
        label={<Trans>辖区</Trans>}
        value={area}
        options={choices.map((one) => ({ value: one.path, label: nameOf(one) }))}
        onChange={(path) => go(figuresUrl(path ?? area, days))}
      />
      <ChoiceField
        field="days"
        label={<Trans>期间</Trans>}
        value={String(days)}
        options={PERIODS.map((period) => ({ value: String(period), label: t`近 ${period} 天` }))}
        onChange={(chosen) => go(figuresUrl(area, PERIODS.find((one) => String(one) === chosen) ?? days))}
      />
    </div>
  )
}
