import { Trans, useLingui } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { Link } from 'wouter'
import { useSay } from '../../../kit/language.ts'
import { Icon } from '../../../kit/shared/Icon.tsx'
import { usePlaceView } from '../../places/queries.ts'
import { wallUrl } from '../addresses.ts'
import type { Period } from '../period.ts'
import { counted, rowsStyle } from './numbers.ts'
import { Pages } from './Pages.tsx'
import { BELOW } from './useAreaKeys.ts'
import { useTurning } from './useTurning.ts'

/** Rows that fit below each other; more areas stand in two columns, and still more on pages that turn. */
const MOST_ROWS = 13
/** Fewer rows do not grow to fill the panel. */
const LEAST_ROWS = 9
/** So few that the panel leaves room for another below it. */
const FEW = 4

export const areFew = ({ areas }: Figures) => areas.length <= FEW
export const areWide = ({ areas }: Figures) => areas.length > MOST_ROWS

type AreasPanelProps = { readonly figures: Figures; readonly days: Period }
type Area = Figures['areas'][number]

/** The areas below in their usual order: in hand and overdue. Each leads to its own wall. */
export function AreasPanel({ figures, days }: AreasPanelProps) {
  const { area, areas } = figures
  const { t } = useLingui()
  const say = useSay()
  const level = usePlaceView().data?.levels[area.split('/').length - 2]
  const isWide = areWide(figures)
  const size = isWide ? 2 * MOST_ROWS : MOST_ROWS
  const rows = isWide ? Math.ceil(Math.min(areas.length, size) / 2) : Math.max(LEAST_ROWS, areas.length)
  const turning = useTurning(Math.ceil(areas.length / size))
  const shown = areas.slice(turning.page * size, (turning.page + 1) * size)
  const most = Math.max(1, ...areas.map(({ open }) => open))
  const name = level ? say(level.name) : t`辖区`
  return (
    <section
      className={areFew(figures) ? 'wall-panel wall-areas wall-few' : 'wall-panel wall-areas'}
      data-wide={isWide || undefined}
      aria-labelledby="wall-areas"
    >
      <div className="wall-panel-head">
        <h2 id="wall-areas">
          <Trans>各{name}</Trans>
        </h2>
        {turning.pages > 1 && <Pages turning={turning} />}
        <p>
          <Trans>在办 / 超时</Trans>
        </p>
      </div>
      <ul
        className={areFew(figures) ? undefined : 'wall-rows'}
        style={rowsStyle(
          rows,
          areas.map(({ open }) => open),
          areas.map(({ overdue }) => overdue),
        )}
      >
        {shown.map((one) => (
          <li key={one.path}>
            <AreaLink area={one} most={most} days={days} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type AreaLinkProps = { readonly area: Area; readonly most: number; readonly days: Period }

function AreaLink({ area: { path, name, open, overdue }, most, days }: AreaLinkProps) {
  return (
    <Link href={wallUrl(path, days)} className="wall-row" {...{ [BELOW]: '' }}>
      <span className="wall-row-name">{name}</span>
      <span className="wall-bar" aria-hidden="true">
        <span style={{ width: `${(open / most) * 100}%` }} />
      </span>
      <span className="wall-row-number">
        <span className="for-readers">
          <Trans>在办</Trans>{' '}
        </span>
        {counted(open)}
      </span>
      <span className="wall-row-number wall-row-late" data-none={overdue === 0 || undefined}>
        {overdue > 0 && <Icon name="alert" />}
        <span className="for-readers">
          <Trans>超时</Trans>{' '}
        </span>
        {counted(overdue)}
      </span>
    </Link>
  )
}
