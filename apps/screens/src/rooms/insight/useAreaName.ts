import { useSay } from '../../kit/language.ts'
import { usePlaceView } from '../places/queries.ts'

/** The name of an area; the whole region has one in the reader's language too. */
export function useAreaName(): (area: { readonly path: string; readonly name: string }) => string {
  const place = usePlaceView().data
  const say = useSay()
  return ({ path, name }) => (path === '/' && place ? say(place.name) : name)
}
