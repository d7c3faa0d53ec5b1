import type { Position } from '@linli/contract/places/boundaryShapes'
import type { Map as LibreMap } from 'maplibre-gl'
import {
  type GeoJSONStoreFeatures,
  type SnapToCustom,
  TerraDraw,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { type Pieces, rounded } from './corners.ts'

/** The pencil on a map. Holes are kept as they are: they are changed by their corners as texts. */
export type Drawing = {
  /** What lies under the pencil; undefined puts the pencil away. */
  set(pieces: Pieces | undefined): void
  add(): void
  end(): void
}

const SNAP_PIXELS = 12
/** A press this near the first corner closes the outline. */
const CLOSE_PIXELS = 14

/** @param corners of the outlines around: a corner put near one of them takes its very place, so that borders meet */
export function drawingOn(
  map: LibreMap,
  corners: () => readonly Position[],
  onDraw: (pieces: Pieces) => void,
): Drawing {
  const toCustom: SnapToCustom = (event) => nearest(map, corners(), event.lng, event.lat)
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map }),
    modes: [
      new TerraDrawPolygonMode({ pointerDistance: CLOSE_PIXELS, snapping: { toCustom } }),
      new TerraDrawSelectMode({
        flags: {
          polygon: {
            feature: {
              draggable: false,
              coordinates: { midpoints: true, draggable: true, deletable: true, snappable: { toCustom } },
            },
          },
        },
      }),
    ],
  })
  let pieces: Pieces | undefined
  const polygons = (): GeoJSONStoreFeatures[] =>
    draw
      .getSnapshot()
      .filter(({ geometry, properties }) => geometry.type === 'Polygon' && properties['mode'] === 'polygon')

  function tell(): void {
    const holes = pieces ?? []
    pieces = polygons().map(({ geometry }, at) => {
      const outer = geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : []
      const ring = outer.map(([x = 0, y = 0]): Position => [rounded(x), rounded(y)])
      return [ring, ...(holes[at]?.slice(1) ?? [])]
    })
    onDraw(pieces)
  }
  /** A piece is changed by its corners; while there is none, one is begun. */
  function takeUp(): void {
    const [first] = polygons()
    if (first?.id === undefined) draw.setMode('polygon')
    else {
      draw.setMode('select')
      draw.selectFeature(first.id)
    }
  }
  draw.on('finish', () => {
    tell()
    takeUp()
  })

  return {
    set: (next) => {
      if (next === pieces) return
      pieces = next
      if (!next) {
        if (draw.enabled) draw.stop()
        return
      }
      if (!draw.enabled) draw.start()
      draw.clear()
      draw.addFeatures(next.map(([outer = []]) => featureOf(outer)))
      takeUp()
    },
    add: () => {
      if (draw.enabled) draw.setMode('polygon')
    },
    end: () => {
      if (draw.enabled) draw.stop()
    },
  }
}

const featureOf = (outer: readonly Position[]): GeoJSONStoreFeatures => ({
  type: 'Feature',
  properties: { mode: 'polygon' },
  geometry: { type: 'Polygon', coordinates: [outer.map(([x, y]) => [x, y])] },
})

function nearest(
  map: LibreMap,
  corners: readonly Position[],
  lng: number,
  lat: number,
): [number, number] | undefined {
  const here = map.project([lng, lat])
  const reach = map.unproject([here.x + SNAP_PIXELS, here.y])
  const degrees = Math.abs(reach.lng - lng)
  let [best, distance]: [Position | undefined, number] = [undefined, SNAP_PIXELS]
  for (const corner of corners) {
    if (Math.abs(corner[0] - lng) > degrees || Math.abs(corner[1] - lat) > degrees) continue
    const there = map.project([corner[0], corner[1]])
    const away = Math.hypot(there.x - here.x, there.y - here.y)
    if (away < distance) [best, distance] = [corner, away]
  }
  return best && [best[0], best[1]]
}
