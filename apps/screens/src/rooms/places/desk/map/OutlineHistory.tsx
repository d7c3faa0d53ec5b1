import { Trans, useLingui } from '@lingui/react/macro'
import type { Outline, OutlineRow } from '@linli/contract/places/boundaryShapes'
import { Button } from 'antd'
import { Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import { chinaDay } from '../offices/chinaDay.ts'

type OutlineHistoryProps = {
  readonly row: OutlineRow
  /** The version that the map shows instead of today's. */
  readonly shown: string | undefined
  readonly onShow: (version: string | undefined) => void
}

/** Since when and until when each outline of an area held; an earlier one can be looked at on the map. */
export function OutlineHistory({ row, shown, onShow }: OutlineHistoryProps) {
  const { t } = useLingui()
  const read = useRead('getOutline', { params: { id: row.areaId }, query: {} })
  const { name } = row
  return (
    <Panel title={<Trans>“{name}”历次的边界</Trans>}>
      <ReadView read={read}>
        {({ history }) => (
          <ul className="outline-history">
            {history.map(({ id, fromAt, toAt }) => {
              const [from, to] = [chinaDay(Date.parse(fromAt)), toAt ? chinaDay(Date.parse(toAt)) : t`今天`]
              const isShown = id === (shown ?? row.outlineId)
              return (
                <li key={id}>
                  <Trans>
                    {from} 到 {to}
                  </Trans>
                  <Button
                    aria-pressed={isShown}
                    type={isShown ? 'primary' : 'default'}
                    aria-label={t`在地图上看 ${from} 到 ${to} 的边界`}
                    onClick={() => onShow(toAt ? id : undefined)}
                  >
                    <Trans>在地图上看</Trans>
                  </Button>
                </li>
              )
            })}
          </ul>
        )}
      </ReadView>
    </Panel>
  )
}

/** An area's outline of an earlier version; undefined while none was asked for, or it is on its way. */
export function usePast(row: OutlineRow | undefined, version: string | undefined): Outline | undefined {
  const read = useRead(
    'getOutline',
    row && version ? { params: { id: row.areaId }, query: { version } } : undefined,
  )
  return (version && read.data?.past) || undefined
}
