import { type Result, SATISFIED_FROM } from '@linli/contract'

/** Whether the requester's own rating ends the order: solved or partly solved, and at least fairly satisfied. Otherwise the callback desk decides. */
export function closesByRating(resolved: Result, score: number): boolean {
  return resolved !== 'notSolved' && score >= SATISFIED_FROM
}
