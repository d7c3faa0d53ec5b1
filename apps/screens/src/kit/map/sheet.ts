import type { Position } from '@linli/contract/places/boundaryShapes'
import { boxAround, type Size, type View, viewOf, WHOLE, worldX, worldY } from './mercator.ts'
import { paint, paintMark } from './paint.ts'
import { type Drawn, type Shape, shapeAt, shapesOf } from './shapes.ts'

/** A pointer this near means a point, in pixels. */
const REACH = 14
/** More room at both sides of dots than around outlines, in pixels. */
const BESIDE_DOTS = 32
const SAME_PIXEL = 0.01
const SAME_SCALE = 1e-9

/** A sheet over the map on which outlines are drawn, at once and without any map beneath. */
export type Sheet = {
  readonly view: View
  /** Other places move the sheet to where they lie; the same ones, drawn anew, do not. */
  show(rows: readonly Drawn[], chosen: string | undefined): void
  /** A place that somebody pointed at. */
  mark(position: Position | undefined): void
  look(view: View): void
  /** What lies under a place of the unit square. */
  over(x: number, y: number): Shape | undefined
  end(): void
}

/** The ground draws itself more often than it moves. */
const same = (a: View, b: View): boolean =>
  Math.abs(a.x - b.x) * b.scale < SAME_PIXEL &&
  Math.abs(a.y - b.y) * b.scale < SAME_PIXEL &&
  Math.abs(a.scale / b.scale - 1) < SAME_SCALE

const samePlaces = (a: readonly Drawn[], b: readonly Drawn[]): boolean =>
  a.length === b.length && a.every(({ path }, at) => b[at]?.path === path)

/** @param onMoved when the sheet has moved itself to other rows */
export function sheetOn(canvas: HTMLCanvasElement, onMoved: (view: View) => void): Sheet {
  // Thousands of corners are laid faster by the processor than by a poor graphics card, and are there when it returns.
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  let [view, isHome, size] = [WHOLE, true, { width: 0, height: 0 } as Size]
  let [rows, shapes, chosen]: [readonly Drawn[], readonly Shape[], string | undefined] = [[], [], undefined]

  let marked: readonly [number, number] | undefined

  const home = (): View => {
    // Dots bear their names beneath them, and stand clear of the buttons at the rim.
    const isDots = shapes.every(({ rings }) => rings.length === 0)
    const room = isDots ? { ...size, width: size.width - 2 * BESIDE_DOTS } : size
    return viewOf(boxAround(shapes.map(({ box }) => box)), room)
  }
  const draw = (): void => {
    // The type size that the person chose, for the names on the map too.
    const pixels = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    if (!pen) return
    paint(pen, shapes, chosen, view, size, pixels)
    if (marked) paintMark(pen, marked, view, size)
  }
  const measure = (): void => {
    const { clientWidth: width, clientHeight: height } = canvas
    if (width === size.width && height === size.height) return
    size = { width, height }
    const ratio = window.devicePixelRatio
    canvas.width = Math.round(width * ratio)
    canvas.height = Math.round(height * ratio)
    pen?.scale(ratio, ratio)
    if (isHome) {
      view = home()
      onMoved(view)
    }
    draw()
  }
  const watch = new ResizeObserver(measure)
  watch.observe(canvas)
  measure()
  return {
    get view() {
      return view
    },
    show: (next, path) => {
      chosen = path
      if (next !== rows) {
        const stays = shapes.length > 0 && samePlaces(rows, next)
        rows = next
        shapes = shapesOf(rows)
        if (!stays) {
          view = home()
          isHome = true
          onMoved(view)
        }
      }
      draw()
    },
    mark: (position) => {
      marked = position && [worldX(position[0]), worldY(position[1])]
      draw()
    },
    look: (next) => {
      isHome = false
      const isSame = same(view, next)
      view = next
      if (!isSame) draw()
    },
    over: (x, y) => shapeAt(shapes, x, y, REACH / view.scale),
    end: () => watch.disconnect(),
  }
}
