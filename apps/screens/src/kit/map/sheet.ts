import type { Position } from '@linli/contract/places/boundaryShapes'
import { boxOf, type Size, type View, viewOf, WHOLE } from './mercator.ts'
import { paint } from './paint.ts'
import { type Drawn, type Shape, shapeAt, shapesOf } from './shapes.ts'

/** A pointer this near means a point, in pixels. */
const REACH = 14
const SAME_PIXEL = 0.01
const SAME_SCALE = 1e-9

/** A sheet over the map on which outlines are drawn, at once and without any map beneath. */
export type Sheet = {
  readonly view: View
  /** Other rows move the sheet to where they lie. */
  show(rows: readonly Drawn[], chosen: string | undefined): void
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

function* placesOf(rows: readonly Drawn[]): Generator<Position> {
  for (const { outline, position } of rows) {
    for (const [outer = []] of outline?.coordinates ?? []) yield* outer
    if (position) yield position
  }
}

/** @param onMoved when the sheet has moved itself to other rows */
export function sheetOn(canvas: HTMLCanvasElement, onMoved: (view: View) => void): Sheet {
  // Thousands of corners are laid faster by the processor than by a poor graphics card, and are there when it returns.
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  let [view, isHome, size] = [WHOLE, true, { width: 0, height: 0 } as Size]
  let [rows, shapes, chosen]: [readonly Drawn[], readonly Shape[], string | undefined] = [[], [], undefined]

  const home = (): View => viewOf(boxOf(placesOf(rows)), size)
  const draw = (): void => {
    // The type size that the person chose, for the names on the map too.
    const pixels = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    if (pen) paint(pen, shapes, chosen, view, size, pixels)
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
        rows = next
        shapes = shapesOf(rows)
        view = home()
        isHome = true
        onMoved(view)
      }
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
