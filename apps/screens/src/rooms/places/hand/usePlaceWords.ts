import type { Words } from '@linli/contract'
import { useEffect } from 'react'
import { useSay } from '../../../kit/language.ts'
import { setPlace, usePlace } from '../../../kit/place.ts'
import { usePlaceView } from '../queries.ts'

/**
 * The place's own word for a general one (`hall.claimBoard`), or the general word where the place has none.
 * Tells the page head the place's name as soon as it is known.
 */
export function usePlaceWords(): (label: string, general: string) => string {
  const say = useSay()
  const { data } = usePlaceView()
  const place = usePlace()
  useEffect(() => {
    if (data && place.name.zh !== data.name.zh) setPlace({ ...place, name: data.name })
  }, [data, place])
  return (label, general) => {
    const words: Words | undefined = data?.labels[label]
    return words ? say(words) : general
  }
}
