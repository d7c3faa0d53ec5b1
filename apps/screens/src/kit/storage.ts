import { currentSeat } from './seat.ts'

const keyOf = (name: string) => {
  const seat = currentSeat()
  return seat ? `linli.${seat.seat}.${name}` : `linli.${name}`
}

/** What was kept on this device under a name; undefined when nothing, or nothing readable, is there. */
export function recall(name: string): unknown {
  try {
    const text = localStorage.getItem(keyOf(name))
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined // A browser may forbid storage, and another version may have written something else: start afresh.
  }
}

/** Keeps a JSON value on this device; `undefined` forgets it. Answers false when the browser refuses (full, private mode). */
export function keep(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(keyOf(name))
    else localStorage.setItem(keyOf(name), JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Names under a prefix that hold something, for forgetting all drafts at sign-out. */
export function namesUnder(prefix: string): string[] {
  try {
    const start = keyOf(prefix)
    const cut = keyOf('').length
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(start))
      .map((key) => key.slice(cut))
  } catch {
    return []
  }
}
