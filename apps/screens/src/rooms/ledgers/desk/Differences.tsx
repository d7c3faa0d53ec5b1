import { Trans, useLingui } from '@lingui/react/macro'
import type {
  CellDifference,
  LedgerDifference,
  LedgerView,
  RowDifference,
} from '@linli/contract/ledgers/shapes'
import { CELL_CHANGES, ROW_CHANGES } from '@linli/contract/ledgers/words'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState, ErrorSummary, Panel, StatusMark } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { cellText } from './cellText.ts'
import { useAccept } from './useAccept.ts'

/** What the file would change: each row with its cells, and a button that carries it by the room's own command. */
export function Differences({
  found,
  view,
}: {
  readonly found: LedgerDifference
  readonly view: LedgerView
}) {
  const { rowsRead, rowsUnchanged, rows, more } = found
  if (rows.length === 0) return <EmptyState title={<Trans>读了 {rowsRead} 行，和现在的台账没有不同</Trans>} />
  return (
    <Panel title={<Trans>对照结果</Trans>}>
      <p role="status">
        <Trans>
          读了 {rowsRead} 行，{rowsUnchanged} 行没有变化。
        </Trans>
        {more > 0 && <Trans>还有 {more} 行，办完这些再对照一次。</Trans>}
      </p>
      <ul className="ledger-list">
        {rows.map((row) => (
          <RowOfFile key={`${row.line}`} row={row} found={found} view={view} />
        ))}
      </ul>
    </Panel>
  )
}

type RowProps = { readonly row: RowDifference; readonly found: LedgerDifference; readonly view: LedgerView }

function RowOfFile({ row, found, view }: RowProps) {
  const { t } = useLingui()
  const say = useSay()
  const { accept, sending, failure, done } = useAccept(found, row)
  const conflicts = row.cells.filter(({ change }) => change === 'conflict').map(({ column }) => column)
  const [taken, setTaken] = useState<readonly string[]>([])
  const carried = row.cells
    .filter(({ change, column }) => change === 'change' || (change === 'conflict' && taken.includes(column)))
    .map(({ column }) => column)
  const title = row.title || t`第 ${row.line} 行`
  return (
    <li className="ledger-difference">
      <h3>
        {title} <span className="row-small">{say(ROW_CHANGES[row.change])}</span>
      </h3>
      {row.cells.map((cell) => (
        <CellOfFile key={cell.column} cell={cell} view={view}>
          {conflicts.includes(cell.column) && !done && (
            <label className="ledger-take">
              <input
                type="checkbox"
                checked={taken.includes(cell.column)}
                onChange={(event) =>
                  setTaken(
                    event.target.checked
                      ? [...taken, cell.column]
                      : taken.filter((one) => one !== cell.column),
                  )
                }
              />{' '}
              <Trans>用我表里的</Trans>
            </label>
          )}
        </CellOfFile>
      ))}
      <ErrorSummary failure={failure} />
      {done ? (
        <StatusMark tone="done" word={t`已办理`} />
      ) : (
        row.body && (
          <Button loading={sending} disabled={carried.length === 0} onClick={() => void accept(carried)}>
            <Trans>确认改“{title}”</Trans>
          </Button>
        )
      )}
      {row.change === 'added' && (
        <p>
          <Trans>新加的行不从表里带回，请在页面上登记。</Trans>
        </p>
      )}
      {row.change === 'missing' && (
        <p>
          <Trans>台账里已经没有这一行，或者它不在您的范围里。</Trans>
        </p>
      )}
    </li>
  )
}

function CellOfFile(props: {
  readonly cell: CellDifference
  readonly view: LedgerView
  readonly children: React.ReactNode
}) {
  const { cell, view, children } = props
  const { t } = useLingui()
  const say = useSay()
  const column = view.columns.find(({ key }) => key === cell.column)
  if (!column) return null
  const words = (value: CellDifference['now']) => cellText(column, value, say) || t`（空）`
  const [now, file, before] = [words(cell.now), words(cell.file), words(cell.before)]
  return (
    <p>
      <StatusMark tone={cell.change === 'change' ? 'moving' : 'late'} word={say(CELL_CHANGES[cell.change])} />{' '}
      {say(column.name)}：
      <Trans>
        现在是“{now}”，表里是“{file}”
      </Trans>
      {cell.change === 'conflict' && <Trans>，导出时是“{before}”</Trans>}
      {cell.message && <span className="desk-error"> {cell.message}</span>} {children}
    </p>
  )
}
