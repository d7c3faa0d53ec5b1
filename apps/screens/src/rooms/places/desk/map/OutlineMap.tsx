import { Trans, useLingui } from '@lingui/react/macro'
import type { MapSettings, OutlineRow, Position } from '@linli/contract/places/boundaryShapes'
import { Alert } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { latitudeOf, longitudeOf } from '../../../../kit/map/mercator.ts'
import { type Sheet, sheetOn } from '../../../../kit/map/sheet.ts'
import { type Pieces, rounded } from './corners.ts'
import type { OpenMap } from './mapIn.ts'
import '../../../../kit/map/map.css'
import './map.css'

type OutlineMapProps = {
  /** Undefined until they have come. */
  readonly settings: MapSettings | undefined
  readonly rows: readonly OutlineRow[] | undefined
  /** They may still come: nothing has failed. */
  readonly isComing: boolean
  readonly selected: string | undefined
  /** What lies under the pencil. */
  readonly pieces: Pieces | undefined
  /** Changes when another piece is to be begun. */
  readonly morePieces: number
  /** A place that somebody pointed at. */
  readonly point: Position | undefined
  /** Where the map was pressed, and what lies there. */
  readonly onPress: (point: Position, path: string | undefined) => void
  /** Where something may be drawn. */
  readonly onDraw?: (pieces: Pieces) => void
}

/** The map's own program comes while the page asks for what is to be drawn on it. */
const loading = (): Promise<typeof import('./mapIn.ts')> => import('./mapIn.ts')

/**
 * Outlines on a map, drawn with the mouse. The list beside it tells and does the same without one. The outlines lie on a
 * sheet of their own over the ground, so that they are seen before the ground is there, and without it.
 */
export function OutlineMap(props: OutlineMapProps) {
  const { settings, rows, isComing, selected, pieces, morePieces, point } = props
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const sheet = useRef<Sheet>(undefined)
  const latest = useRef(props)
  latest.current = props
  const [map, setMap] = useState<OpenMap>()
  const [state, setState] = useState<'opening' | 'ready' | 'failed'>('opening')
  const ground = useRef<OpenMap>(undefined)

  useLayoutEffect(() => {
    if (!canvas.current) return
    const drawn = sheetOn(canvas.current, (view) => ground.current?.look(view))
    sheet.current = drawn
    return () => drawn.end()
  }, [])
  useLayoutEffect(() => {
    if (rows) sheet.current?.show(rows, selected)
  }, [rows, selected])
  useLayoutEffect(() => sheet.current?.mark(point), [point])
  useEffect(() => {
    const element = box.current
    const program = loading()
    if (!element || !settings) return
    let gone = false
    program
      .then(({ mapIn }) => {
        if (gone || !sheet.current) return
        const opened = mapIn(element, settings, sheet.current.view, {
          onFrame: (view) => sheet.current?.look(view),
          onPress: (x, y) =>
            latest.current.onPress(
              [rounded(longitudeOf(x)), rounded(latitudeOf(y))],
              sheet.current?.over(x, y)?.path,
            ),
          onDraw: (drawn) => latest.current.onDraw?.(drawn),
          onReady: () => setState('ready'),
        })
        ground.current = opened
        setMap(opened)
      })
      .catch(() => setState('failed')) // told below: a browser without WebGL, or a file that did not come
    return () => {
      gone = true
      ground.current?.end()
      ground.current = undefined
      setMap(undefined)
    }
  }, [settings])
  useEffect(() => map?.meet(rows ?? []), [map, rows])
  useEffect(() => map?.draw(pieces), [map, pieces])
  useEffect(() => {
    if (morePieces > 0) map?.addPiece()
  }, [map, morePieces])

  const isDrawn = rows !== undefined
  return (
    <>
      {state === 'failed' && (
        <Alert
          type="warning"
          showIcon
          title={
            <Trans>
              这台电脑的浏览器打不开可以移动的地图，下面只画出边界。右边的列表照样能看、能改；也可以换一个浏览器再试。
            </Trans>
          }
        />
      )}
      <section
        className="map outline-map"
        aria-label={t`地图`}
        data-drawn={isDrawn ? '' : undefined}
        data-ready={isDrawn && state !== 'opening' ? '' : undefined}
      >
        <div ref={box} className="map-ground" />
        <canvas ref={canvas} className="map-sheet" />
        {!isDrawn && isComing && (
          <p className="map-state" role="status">
            <Trans>正在取边界……</Trans>
          </p>
        )}
        {isDrawn && state === 'opening' && (
          <p className="map-state" role="status">
            <Trans>边界已画好，正在打开地图……</Trans>
          </p>
        )}
      </section>
    </>
  )
}
