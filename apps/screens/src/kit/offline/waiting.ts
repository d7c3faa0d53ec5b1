import { useObservable } from '../observable.ts'
import { person } from '../person.ts'
import { counts, keptCounts } from './waitingCounts.ts'

const mine = () => counts.get()[person.get() ?? ''] ?? 0

/** Sends what waits now. The store and its sending are loaded only where something waits. */
export const sendWaiting = () => import('./sync.ts').then(({ sync }) => sync())

/** At start, as for commands that wait: sends whenever the network, the page or its person comes back. */
export function startWaiting(): void {
  counts.set(keptCounts())
  const again = () => {
    if (document.visibilityState === 'visible' && mine() > 0) void sendWaiting()
  }
  window.addEventListener('storage', () => counts.set(keptCounts()))
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  person.watch(again)
  setInterval(again, 30_000)
  again()
}

/** How many visits and photos of the person at this device wait. */
export function useWaiting(): number {
  useObservable(person)
  useObservable(counts)
  return mine()
}
