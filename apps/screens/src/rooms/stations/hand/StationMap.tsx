import { Trans, useLingui } from '@lingui/react/macro'
import type { MapSettings } from '@linli/contract/places/boundaryShapes'
import type { Position, StationCard } from '@linli/contract/stations/shapes'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Notice } from '../../../kit/hand/index.ts'
import type { Ground } from '../../../kit/map/ground.ts'
import { type Sheet, sheetOn } from '../../../kit/map/sheet.ts'
import { useFace } from '../../people/hand/session.ts'
import { drawnOf } from './onMap.ts'
import '../../../kit/map/map.css'
import './stations.css'

type StationMapProps = {
  readonly stations: readonly StationCard[]
  readonly here: Position | undefined
  readonly tiles: MapSettings['tiles']
  readonly chosen: string | undefined
  readonly onChoose: (slug: string) => void
}

/**
 * Where the stations are. Their dots lie on a sheet of their own, so that they are seen before the ground is there and
 * without it; the list below the map tells the same.
 */
export default function StationMap({ stations, here, tiles, chosen, onChoose }: StationMapProps) {
  const { t } = useLingui()
  const box = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const sheet = useRef<Sheet>(undefined)
  const ground = useRef<Ground>(undefined)
  const choose = useRef(onChoose)
  choose.current = onChoose
  const [state, setState] = useState<'opening' | 'ready' | 'failed'>('opening')
  const face = useFace()
  const isAsked = !tiles?.isFile || face.data !== undefined || face.error !== undefined
  const under = tiles?.isFile && !face.data ? null : tiles // a file's tiles are for whoever is signed in
  const hereWord = t`您在这里`
  const rows = useMemo(() => drawnOf(stations, here, hereWord), [stations, here, hereWord])

  useLayoutEffect(() => {
    if (!canvas.current) return
    const drawn = sheetOn(canvas.current, (view) => ground.current?.look(view))
    sheet.current = drawn
    return () => drawn.end()
  }, [])
  useLayoutEffect(() => sheet.current?.show(rows, chosen), [rows, chosen])
  useEffect(() => {
    const element = box.current
    if (!element || !isAsked) return
    let gone = false
    import('./groundIn.ts')
      .then(({ openStationMap }) => {
        const drawn = sheet.current
        if (gone || !drawn) return
        ground.current = openStationMap(element, under, drawn.view, drawn.look, (x, y) => {
          const path = drawn.over(x, y)?.path
          if (path) choose.current(path)
        })
        setState('ready')
      })
      .catch(() => setState('failed')) // told below: a browser without WebGL, or a file that did not come
    return () => {
      gone = true
      ground.current?.end()
      ground.current = undefined
    }
  }, [isAsked, under])
  return (
    <>
      {state === 'failed' && (
        <Notice tone="calm" title={<Trans>这个浏览器打不开可以移动的地图</Trans>}>
          <p>
            <Trans>下面只画出位置，列表照样可以看。</Trans>
          </p>
        </Notice>
      )}
      <section
        className="map station-map"
        aria-label={t`地图`}
        data-ready={state === 'opening' ? undefined : ''}
      >
        <div ref={box} className="map-ground" />
        <canvas ref={canvas} className="map-sheet" />
        {state === 'opening' && (
          <p className="map-state" role="status">
            <Trans>正在打开地图…</Trans>
          </p>
        )}
      </section>
    </>
  )
}
