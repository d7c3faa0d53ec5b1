import { useEffect } from 'react'
import { setPlace, usePlace } from '../../../kit/place.ts'
import { useFace } from './signInSession.ts'

/** Shows the region's own name above the desk once somebody has signed in there. */
export function useRegionName(): void {
  const { data } = useFace()
  const place = usePlace()
  useEffect(() => {
    if (data && data.region.name.zh !== place.name.zh) setPlace({ ...place, name: data.region.name })
  }, [data, place])
}
