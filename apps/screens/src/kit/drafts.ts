import { useEffect, useState } from 'react'
import { keep, namesUnder, recall } from './storage.ts'

/**
 * Form values that survive a closed page and a lost network. Spread over `initial`, so a field added later has its start value.
 * @returns values, a setter for some of them, and `clear` for after sending
 */
export function useDraft<T extends object>(
  name: string,
  initial: T,
): readonly [T, (change: Partial<T>) => void, () => void] {
  const stored = `draft.${name}`
  const [values, setValues] = useState<T>(() => ({ ...initial, ...fieldsOf<T>(recall(stored)) }))

  useEffect(() => {
    const untouched = JSON.stringify(values) === JSON.stringify(initial)
    keep(stored, untouched ? undefined : values)
  }, [stored, values, initial])

  const change = (some: Partial<T>) => setValues((before) => ({ ...before, ...some }))
  const clear = () => {
    keep(stored, undefined)
    setValues(initial)
  }
  return [values, change, clear]
}

/** What was kept is our own writing under our own name; anything but an object is no draft. */
function fieldsOf<T extends object>(value: unknown): Partial<T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Partial<T>) : {}
}

/** Forgets every draft of this device, at sign-out. */
export function forgetDrafts(): void {
  for (const name of namesUnder('draft.')) keep(name, undefined)
}
