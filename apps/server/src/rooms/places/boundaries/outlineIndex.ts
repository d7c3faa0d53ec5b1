import Flatbush from 'flatbush'
import { type Bounds, boundsOf, type Region } from '../rules/geometry.ts'
import { slabsOf } from './slabs.ts'

/** An area with its outline. */
export type Outlined = {
  readonly path: string
  readonly level: string
  readonly name: string
  readonly region: Region
}

/** The outlines of a region in memory: made anew as a whole, so that whoever is asking never sees half of it. */
export type OutlineIndex = {
  /** The smallest area that holds a point; on a border between two the one that comes first. */
  at(longitude: number, latitude: number): Outlined | undefined
  /** Areas whose outlines' boxes meet a box. */
  near(bounds: Bounds): Outlined[]
  readonly drawn: readonly Outlined[]
  /** The box around everything; undefined while nothing is drawn. */
  readonly bounds: Bounds | undefined
}

const EMPTY: OutlineIndex = { at: () => undefined, near: () => [], drawn: [], bounds: undefined }

/** @param outlined in any order */
export function outlineIndex(outlined: readonly Outlined[]): OutlineIndex {
  if (outlined.length === 0) return EMPTY
  // The smallest first: with few areas of a level above a point the first that holds it is the answer.
  const all = [...outlined].sort((a, b) => b.path.length - a.path.length || (a.path < b.path ? -1 : 1))
  const holds = all.map(({ region }) => slabsOf(region))
  const boxes = new Flatbush(all.length)
  for (const { region } of all) boxes.add(...boundsOf(region))
  boxes.finish()
  return {
    at: (longitude, latitude) => {
      let best = all.length
      boxes.search(longitude, latitude, longitude, latitude, (number) => {
        if (number < best && holds[number]?.(longitude, latitude)) best = number
        return false // nothing is collected
      })
      return all[best]
    },
    near: (bounds) => boxes.search(...bounds).flatMap((number) => all[number] ?? []),
    drawn: all,
    bounds: [boxes.minX, boxes.minY, boxes.maxX, boxes.maxY],
  }
}
