import type { MapSettings } from '@linli/contract/places/boundaryShapes'
import {
  AttributionControl,
  addProtocol,
  Map as LibreMap,
  NavigationControl,
  ScaleControl,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { Protocol } from 'pmtiles'
import { latitudeOf, longitudeOf, scaleOf, type View, worldX, worldY, zoomOf } from './mercator.ts'

setWorkerUrl(workerUrl)
addProtocol('pmtiles', new Protocol().tile)

const MOST_TILE_ZOOM = 18

/** The ground that moves under the outlines, with its tiles where there are any. */
export type Ground = {
  readonly map: LibreMap
  look(view: View): void
  end(): void
}

/**
 * Opens it, and tells the view at every frame that it draws.
 * @throws when the browser draws no WebGL
 */
export function openGround(
  element: HTMLElement,
  settings: MapSettings,
  view: View,
  onFrame: (view: View) => void,
): Ground {
  const map = new LibreMap({
    container: element,
    style: styleOf(settings),
    ...cameraOf(view),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }))
  map.addControl(new ScaleControl())
  if (settings.tiles) map.addControl(new AttributionControl({ compact: false }))
  map.on('render', () => {
    const { lng, lat } = map.getCenter()
    onFrame({ x: worldX(lng), y: worldY(lat), scale: scaleOf(map.getZoom()) })
  })
  return {
    map,
    look: (next) => map.jumpTo(cameraOf(next)),
    end: () => map.remove(),
  }
}

const cameraOf = ({ x, y, scale }: View): { center: [number, number]; zoom: number } => ({
  center: [longitudeOf(x), latitudeOf(y)],
  zoom: zoomOf(scale),
})

function styleOf({ tiles }: MapSettings): StyleSpecification {
  const ground = { id: 'ground', type: 'background', paint: { 'background-color': '#f6f3ec' } } as const
  if (!tiles) return { version: 8, sources: {}, layers: [ground] }
  const address = tiles.isFile
    ? { url: `pmtiles://${location.origin}${tiles.url}` }
    : { tiles: [tiles.url], maxzoom: MOST_TILE_ZOOM }
  return {
    version: 8,
    sources: { tiles: { type: 'raster', tileSize: 256, attribution: tiles.attribution, ...address } },
    layers: [ground, { id: 'tiles', type: 'raster', source: 'tiles' }],
  }
}
