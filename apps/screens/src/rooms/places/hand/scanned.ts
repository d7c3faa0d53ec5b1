import { keep, recall } from '../../../kit/storage.ts'
import type { PickedPlace } from './pickedPlace.ts'

/** Under this name the place of the last scanned code waits on this device until it is used. */
export const SCANNED = 'scannedPlace'

/** The scanned place, once: the next order starts with the person's own address again. */
export function takeScanned(): PickedPlace | undefined {
  const kept = recall(SCANNED)
  keep(SCANNED, undefined)
  if (typeof kept !== 'object' || kept === null || !('path' in kept) || !('name' in kept)) return undefined
  const { path, name } = kept
  return typeof path === 'string' && typeof name === 'string' ? { path, name } : undefined
}
