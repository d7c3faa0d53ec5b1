import { Trans } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { useSay } from '../../../kit/language.ts'
import { atDesk, IN_HAND, queueUrl } from '../addresses.ts'
import type { Period } from '../period.ts'
import { counted, rowsStyle } from './numbers.ts'

const ROWS = 9

type ItemsPanelProps = { readonly figures: Figures; readonly days: Period; readonly mayList: boolean }

/** What is asked for most in the period, busiest first, and how many of each are in hand. */
export function ItemsPanel({ figures: { area, items }, days, mayList }: ItemsPanelProps) {
  const say = useSay()
  // An order without an item of the catalogue is no item: it is counted in the figures above.
  const named = items.filter(({ item }) => item !== '').slice(0, ROWS)
  const most = Math.max(1, ...named.map(({ placed }) => placed))
  return (
    <section className="wall-panel wall-items" aria-labelledby="wall-items">
      <div className="wall-panel-head">
        <h2 id="wall-items">
          <Trans>点得最多的事项</Trans>
        </h2>
        <p>
          <Trans>{days} 天 / 在办</Trans>
        </p>
      </div>
      {named.length === 0 && (
        <p className="wall-none">
          <Trans>这一段时间没有点单</Trans>
        </p>
      )}
      <ul
        className="wall-rows"
        style={rowsStyle(
          ROWS,
          named.map(({ placed }) => placed),
          named.map(({ open }) => open),
        )}
      >
        {named.map(({ item, name, placed, open }) => {
          const row = (
            <>
              <span className="wall-row-name">{say(name)}</span>
              <span className="wall-bar" aria-hidden="true">
                <span style={{ width: `${(placed / most) * 100}%` }} />
              </span>
              <span className="wall-row-number">{counted(placed)}</span>
              <span className="wall-row-number wall-row-quiet">{counted(open)}</span>
            </>
          )
          return (
            <li key={item}>
              {mayList ? (
                <a className="wall-row" href={atDesk(queueUrl(area, { ...IN_HAND, item }))}>
                  {row}
                </a>
              ) : (
                <div className="wall-row">{row}</div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
