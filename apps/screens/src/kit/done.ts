import type { Operation } from './endpoints.ts'

const listeners = new Set<(operation: Operation) => void>()

/** Calls `listener` after each command that somebody gave and that the server carried out; answers how to stop. */
export function onDone(listener: (operation: Operation) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Says that a command is done, before whoever gave it goes on. */
export const tellDone = (operation: Operation): void => {
  for (const listener of listeners) listener(operation)
}
