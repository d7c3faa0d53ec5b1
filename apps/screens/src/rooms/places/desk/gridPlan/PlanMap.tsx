import { useLingui } from '@lingui/react/macro'
import type { Answer } from '../../../../kit/endpoints.ts'
import './gridPlan.css'

type Building = Answer<'getGridPlan'>['buildings'][number]
type PlanMapProps = {
  readonly buildings: readonly Building[]
  readonly picked: readonly string[]
  readonly onPick: (path: string) => void
}

const WIDTH = 1000
const EDGE = 30
const HUES = 12

/** Where a building is drawn: north is up, a metre east is as long as a metre north. */
export function drawnAt(buildings: readonly Building[]): {
  at: Map<string, [number, number]>
  height: number
} {
  const placed = buildings.flatMap(({ path, position }) => (position ? [{ path, position }] : []))
  const north = placed.map(({ position }) => position[1])
  const narrow = Math.cos(((north[0] ?? 0) * Math.PI) / 180)
  const east = placed.map(({ position }) => position[0] * narrow)
  const [west, south] = [Math.min(...east), Math.min(...north)]
  const [wide, high] = [Math.max(...east) - west, Math.max(...north) - south]
  const scale = (WIDTH - 2 * EDGE) / Math.max(wide, high, 1e-6)
  const height = Math.max(160, high * scale + 2 * EDGE)
  return {
    height,
    at: new Map(
      placed.map(({ path, position: [x, y] }) => [
        path,
        [EDGE + (x * narrow - west) * scale, height - EDGE - (y - south) * scale],
      ]),
    ),
  }
}

/** The buildings where they stand, each with the number of its planned grid. The list beside it says and does the same. */
export function PlanMap({ buildings, picked, onPick }: PlanMapProps) {
  const { t } = useLingui()
  const { at, height } = drawnAt(buildings)
  const size = Math.min(22, Math.max(9, 260 / Math.sqrt(Math.max(1, at.size))))
  return (
    <svg
      className="plan-map"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={t`方案里各楼栋的位置和网格号`}
    >
      {buildings.map(({ path, name, compound, grid, households }) => {
        const point = at.get(path)
        if (!point) return null
        const [x, y] = point
        return (
          // The tick in the list does the same by keyboard.
          // biome-ignore lint/a11y/noStaticElementInteractions: the list is the control, the picture a shorter way to it
          <g
            key={path}
            className={`hue-${grid % HUES}${picked.includes(path) ? ' picked' : ''}`}
            onClick={() => onPick(path)}
          >
            <title>{t`${compound ?? ''} ${name}，${households} 户，第 ${grid + 1} 号`}</title>
            <circle cx={x} cy={y} r={size} />
            <text x={x} y={y} fontSize={size}>
              {grid + 1}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
