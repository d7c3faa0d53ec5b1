import { useArea } from '../queries.ts'
import type { PickedPlace } from './pickedPlace.ts'

/** A place by its full name, from the community down: “1单元” alone would be anywhere. */
export function AreaName({ place }: { readonly place: PickedPlace }) {
  const { data } = useArea(place.path)
  return <>{data?.fullName ?? place.name}</>
}
