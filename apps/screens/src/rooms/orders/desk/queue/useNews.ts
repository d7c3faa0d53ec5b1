import { useCallback, useEffect, useState } from 'react'
import { onLive } from '../../../../kit/live.ts'

/** How many orders have changed since the list was last read: rows never move under the hand of a reader. */
export function useNews(): { readonly count: number; readonly forget: () => void } {
  const [changedIds, setChangedIds] = useState<ReadonlySet<string>>(new Set())
  useEffect(
    () =>
      onLive(({ event, data }) => {
        if (event.startsWith('orders.')) setChangedIds((before) => new Set([...before, data]))
      }),
    [],
  )
  const forget = useCallback(() => setChangedIds(new Set()), [])
  return { count: changedIds.size, forget }
}
