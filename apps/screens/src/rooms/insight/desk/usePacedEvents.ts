import { useEffect } from 'react'
import { onLive } from '../../../kit/live.ts'
import { paced } from '../../../kit/paced.ts'

const REST_MILLISECONDS = 2000

/** Reads again after any step of an order, at most every two seconds however much happens. `refetch` stays the same function. */
export function usePacedEvents(refetch: (how: { cancelRefetch: boolean }) => Promise<unknown>): void {
  useEffect(() => {
    const { ask, stop } = paced(async () => {
      await refetch({ cancelRefetch: false })
    }, REST_MILLISECONDS)
    const stopLive = onLive(({ event }) => {
      if (event.startsWith('orders.')) ask()
    })
    return () => {
      stop()
      stopLive()
    }
  }, [refetch])
}
