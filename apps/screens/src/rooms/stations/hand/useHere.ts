import type { Position } from '@linli/contract/stations/shapes'
import { useState } from 'react'

type Here =
  | { readonly state: 'unasked' | 'asking' | 'refused' }
  | { readonly state: 'known'; readonly position: Position }

/** Where the person stands, once they press for it and allow it. The page that asks says what becomes of it. */
export function useHere(): { readonly here: Here; readonly ask: () => void } {
  const [here, setHere] = useState<Here>({ state: 'unasked' })
  function ask() {
    setHere({ state: 'asking' })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        setHere({
          state: 'known',
          position: {
            longitude: Math.round(coords.longitude * 1e7),
            latitude: Math.round(coords.latitude * 1e7),
          },
        }),
      () => setHere({ state: 'refused' }),
      { timeout: 10_000, maximumAge: 60_000 },
    )
  }
  return { here, ask }
}
