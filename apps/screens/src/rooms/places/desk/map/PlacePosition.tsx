import { Trans } from '@lingui/react/macro'
import type { OutlineRow, Position, SetPositionResult } from '@linli/contract/places/boundaryShapes'
import { Button } from 'antd'
import { ErrorSummary, Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { chinaDay } from '../offices/chinaDay.ts'
import { positionText } from './corners.ts'

type PlacePositionProps = {
  readonly row: OutlineRow
  /** Where the map was pressed, or what was written. */
  readonly point: Position | undefined
  readonly onLeave: () => void
  readonly onSaved: (answer: SetPositionResult) => void
}

/** Where a building or another area stands: set or moved to the point that was pressed; where it stood before stays. */
export function PlacePosition({ row, ...props }: PlacePositionProps) {
  const { name } = row
  const read = useRead('getOutline', { params: { id: row.areaId }, query: {} })
  return (
    <Panel title={<Trans>“{name}”的位置</Trans>}>
      <ReadView read={read}>
        {({ positions }) => (
          <>
            <Place row={row} positions={positions} {...props} />
            <Positions positions={positions} />
          </>
        )}
      </ReadView>
    </Panel>
  )
}

type Positions = { readonly positions: Answer<'getOutline'>['positions'] }

function Place({ row, point, positions, onLeave, onSaved }: PlacePositionProps & Positions) {
  const { send, sending, failure } = useCommand('setPosition')
  const { name } = row
  const now = positions.find(({ toAt }) => toAt === null)
  async function save([longitude, latitude]: Position) {
    const body = { longitude, latitude, replaces: now?.id ?? null }
    const answer = await send({ params: { id: row.areaId }, body })
    if (answer) onSaved(answer)
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <p>
        <Trans>在地图上点一下“{name}”所在的地方，或把“位置”写上，再按下面的按钮。</Trans>
      </p>
      <div className="desk-buttons">
        {point && (
          <Button type="primary" loading={sending} onClick={() => void save(point)}>
            {now ? <Trans>把“{name}”移到这里</Trans> : <Trans>把“{name}”标在这里</Trans>}
          </Button>
        )}
        <Button onClick={onLeave}>
          <Trans>不标了</Trans>
        </Button>
      </div>
    </>
  )
}

function Positions({ positions }: Positions) {
  if (positions.length === 0)
    return (
      <p>
        <Trans>还没有标过位置。</Trans>
      </p>
    )
  return (
    <ul className="outline-history">
      {positions.map(({ id, position, fromAt, toAt }) => {
        const from = chinaDay(Date.parse(fromAt))
        const to = toAt && chinaDay(Date.parse(toAt))
        return (
          <li key={id}>
            <span>{positionText(position)}</span>
            <span>
              {to ? (
                <Trans>
                  {from} 到 {to}
                </Trans>
              ) : (
                <Trans>{from} 起，到今天</Trans>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
