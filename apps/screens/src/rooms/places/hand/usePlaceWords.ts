import type { Words } from '@linli/contract'
import { useEffect } from 'react'
import { useSay } from '../../../kit/language.ts'
import { setPlace, usePlace } from '../../../kit/place.ts'
import { usePlaceView } from '../queries.ts'

/** Tells the head of the page the place's name as soon as it is known; answers the place's own words and catalogue. */
export function usePlaceName() {
  const { data } = usePlaceView()
  const place = usePlace()
  useEffect(() => {
    if (data && place.name.zh !== data.name.zh) setPlace({ ...place, name: data.name })
  }, [data, place])
  return data
}

/** The place's own word for a general one (`hall.claimBoard`), or the general word where the place has none. */
export function usePlaceWords(): (label: string, general: string) => string {
  const say = useSay()
  const place = usePlaceName()
  return (label, general) => {
    const words: Words | undefined = place?.labels[label]
    return words ? say(words) : general
  }
}
