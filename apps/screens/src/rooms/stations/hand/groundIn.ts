import type { MapSettings } from '@linli/contract/places/boundaryShapes'
import { type Ground, openGround } from '../../../kit/map/ground.ts'
import { type View, worldX, worldY } from '../../../kit/map/mercator.ts'

/**
 * The ground under the stations, which comes only when somebody asks for the map.
 * @param onPress where it was pressed, in the unit square
 * @throws when the browser draws no WebGL
 */
export function openStationMap(
  element: HTMLElement,
  tiles: MapSettings['tiles'],
  view: View,
  onFrame: (view: View) => void,
  onPress: (x: number, y: number) => void,
): Ground {
  const ground = openGround(element, { tiles, offset: null }, view, onFrame)
  ground.map.on('click', ({ lngLat: { lng, lat } }) => onPress(worldX(lng), worldY(lat)))
  return ground
}
