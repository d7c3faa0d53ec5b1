import type { MapSettings, OutlineRow, Position } from '@linli/contract/places/boundaryShapes'
import { type Ground, openGround } from '../../../../kit/map/ground.ts'
import { type View, worldX, worldY } from '../../../../kit/map/mercator.ts'
import type { Pieces } from './corners.ts'
import { type Drawing, drawingOn } from './drawing.ts'

export type MapEvents = {
  /** At every frame that the map draws. */
  readonly onFrame: (view: View) => void
  /** Where the map was pressed, in the unit square, while nothing is drawn. */
  readonly onPress: (x: number, y: number) => void
  readonly onDraw: (pieces: Pieces) => void
  /** Now it can be moved and drawn on. */
  readonly onReady: () => void
}
/** A map in an element of the page; it knows nothing of React. */
export type OpenMap = Pick<Ground, 'look' | 'end'> & {
  /** The outlines whose corners the pencil meets. */
  meet(rows: readonly OutlineRow[]): void
  /** The outline under the pencil; undefined: nothing is drawn. */
  draw(pieces: Pieces | undefined): void
  /** Begins another piece of it. */
  addPiece(): void
}

/** @throws when the browser draws no WebGL */
export function mapIn(element: HTMLElement, settings: MapSettings, view: View, events: MapEvents): OpenMap {
  const { map, look, end } = openGround(element, settings, view, events.onFrame)
  let met: readonly OutlineRow[] = []
  let drawn: Pieces | undefined
  let drawing: Drawing | undefined
  const corners = (): Position[] => met.flatMap(({ outline }) => outline?.coordinates.flat(2) ?? [])

  map.on('click', ({ lngLat: { lng, lat } }) => {
    if (!drawn) events.onPress(worldX(lng), worldY(lat))
  })
  map.once('style.load', () => {
    drawing = drawingOn(map, corners, events.onDraw)
    drawing.set(drawn)
    events.onReady()
  })
  return {
    look,
    meet: (rows) => {
      met = rows
    },
    draw: (pieces) => {
      drawn = pieces
      drawing?.set(pieces)
    },
    addPiece: () => drawing?.add(),
    end: () => {
      drawing?.end()
      end()
    },
  }
}
