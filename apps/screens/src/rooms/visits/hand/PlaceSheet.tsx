import type { PointAnswer } from '@linli/contract/visits/shapes'
import type { MouseEvent } from 'react'
import { type NamedPlace, sheetOf } from '../places.ts'
import './visits.css'

type Point = Pick<NamedPlace, 'longitude' | 'latitude'>
type PlaceSheetProps = {
  readonly places: readonly NamedPlace[]
  readonly point: PointAnswer | undefined
  /** @param accuracy how far a finger may have missed, in metres */
  readonly onPress: (point: Point, accuracy: number) => void
}

const SIZE = 300
/** A finger is so wide, in steps of the sheet. */
const FINGER = 12

/**
 * A small map of the buildings that are on the phone, without a network. It is for a finger; the list beside it is the same
 * for everybody else, so nothing reads it out.
 */
export function PlaceSheet({ places, point, onPress }: PlaceSheetProps) {
  const sheet = sheetOf(places, SIZE)
  const [chosen] =
    point?.longitude !== undefined && point.latitude !== undefined
      ? [sheet.at({ longitude: point.longitude, latitude: point.latitude })]
      : []
  function press({ currentTarget, clientX, clientY }: MouseEvent<HTMLButtonElement>) {
    const box = currentTarget.getBoundingClientRect()
    const scale = SIZE / box.width
    onPress(
      sheet.from((clientX - box.left) * scale, (clientY - box.top) * scale),
      Math.ceil(sheet.metres * FINGER),
    )
  }
  return (
    <button type="button" className="place-sheet" tabIndex={-1} aria-hidden="true" onClick={press}>
      <svg viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden="true">
        {places.map((place) => {
          const { x, y } = sheet.at(place)
          return (
            <g key={place.name}>
              <rect className="place-house" x={x - 5} y={y - 5} width="10" height="10" />
              <text x={x} y={y - 9} textAnchor="middle">
                {lastWord(place.name)}
              </text>
            </g>
          )
        })}
        {chosen && <circle className="place-chosen" cx={chosen.x} cy={chosen.y} r="8" />}
      </svg>
    </button>
  )
}

/** A name on the sheet is short: what tells a building from its neighbours comes last. */
const lastWord = (name: string): string => name.slice(-5)
