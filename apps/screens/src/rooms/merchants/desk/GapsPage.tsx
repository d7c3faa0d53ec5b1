import { Trans, useLingui } from '@lingui/react/macro'
import type { Words } from '@linli/contract'
import type { GridReach } from '@linli/contract/merchants/shapes'
import { Button, type TableColumnsType } from 'antd'
import { type ReactNode, useState } from 'react'
import { TickField } from '../../../kit/desk/fields.tsx'
import { DeskPage, EmptyState, ReadView, useRead } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { merchants } from './addresses.ts'
import { GapsMap } from './GapsMap.tsx'

/** 生活圈缺口: which grid has which needed service within the minutes of the circle, and how that is known. */
export default function GapsPage() {
  const { t } = useLingui()
  const read = useRead('circleGaps', { query: {} }, ['merchants.'])
  const [onlyGaps, setOnlyGaps] = useState(false)
  const [service, setService] = useState<string>()
  const [grid, setGrid] = useState<string>()
  return (
    <DeskPage
      title={t`生活圈缺口`}
      back={{ href: merchants.url(), label: <Trans>一刻钟生活圈</Trans> }}
      lead={<Trans>每个网格走路能不能到：有就写几分钟，没有就是缺口。</Trans>}
    >
      <ReadView read={read}>
        {({ items, services, walk: { minutes, detourHundredths, metresPerMinute } }) => {
          const isGap = ({ placed, services: reach }: GridReach) =>
            !placed || reach.some(({ within }) => !within)
          const chosen = items.find(({ path }) => path === grid)
          const shown = chosen ? [chosen] : onlyGaps ? items.filter(isGap) : items
          const columns = service === undefined ? services : services.filter(({ key }) => key === service)
          const gaps = items.filter(isGap).length
          const factor = detourHundredths / 100
          return (
            <>
              <p>
                <Trans>
                  {items.length} 个网格，{gaps} 个有缺口。标准：步行 {minutes}{' '}
                  分钟。没有实测的，按网格中心的直线距离乘 {factor}、每分钟 {metresPerMinute}{' '}
                  米估算；填了实测的按实测。
                </Trans>
              </p>
              <GapsMap
                grids={items}
                services={services}
                service={service}
                onService={setService}
                selected={grid}
                onSelect={setGrid}
              />
              {chosen ? (
                <p className="desk-buttons" role="status">
                  <Trans>只列地图上选的：{chosen.area}</Trans>{' '}
                  <Button onClick={() => setGrid(undefined)}>
                    <Trans>列出所有网格</Trans>
                  </Button>
                </p>
              ) : (
                <TickField field="onlyGaps" label={t`只看有缺口的`} value={onlyGaps} onChange={setOnlyGaps} />
              )}
              {shown.length === 0 ? (
                <EmptyState title={<Trans>没有这样的网格</Trans>} />
              ) : (
                <Table rows={shown} services={columns} />
              )}
            </>
          )
        }}
      </ReadView>
    </DeskPage>
  )
}

type TableProps = {
  readonly rows: readonly GridReach[]
  readonly services: readonly { readonly key: string; readonly name: Words }[]
}

function Table({ rows, services }: TableProps) {
  const { t } = useLingui()
  const say = useSay()
  const columns: TableColumnsType<GridReach> = [
    {
      title: t`网格`,
      key: 'grid',
      render: (_, { area, placed }) => (
        <>
          {area}
          {!placed && (
            <span className="row-small">
              <Trans>还没有位置，请先在地图上标出来</Trans>
            </span>
          )}
        </>
      ),
    },
    ...services.map(({ key, name }) => ({
      title: say(name),
      key,
      render: (_: unknown, row: GridReach) => <Reach row={row} service={key} />,
    })),
  ]
  return (
    <WideTable<GridReach>
      aria-label={t`生活圈缺口`}
      columns={columns}
      dataSource={[...rows]}
      rowKey={({ path }) => path}
    />
  )
}

function Reach({ row, service }: { readonly row: GridReach; readonly service: string }) {
  const reach = row.services.find(({ key }) => key === service)
  if (!row.placed) return <>—</>
  if (!reach || reach.minutes === null)
    return (
      <Missing>
        <Trans>没有登记这样的商户</Trans>
      </Missing>
    )
  const { minutes, how, merchant, within } = reach
  const measured = how === 'measured' && (
    <>
      {' '}
      <Trans>实测</Trans>
    </>
  )
  if (!within)
    return (
      <Missing>
        <Trans>
          最近的是{merchant}，要走 {minutes} 分钟
        </Trans>
        {measured}
      </Missing>
    )
  return (
    <>
      <Trans>{minutes} 分钟</Trans>
      <span className="row-small">
        {merchant}
        {measured}
      </span>
    </>
  )
}

/** A gap, and why it is one. */
const Missing = ({ children }: { readonly children: ReactNode }) => (
  <>
    <strong>
      <Trans>缺</Trans>
    </strong>
    <span className="row-small">{children}</span>
  </>
)
