import { useEffect } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import { NetworkFailure } from '../../../kit/failure.ts'
import { readyOffline } from '../../../kit/offline/readyOffline.ts'
import { keep, recall } from '../../../kit/storage.ts'
import { useQuery } from '../../../kit/useQuery.ts'

export type Mine = Answer<'myCare'>

/** Among the drafts, so that signing out forgets it; names come masked. */
const KEPT = 'draft.care'

const isMine = (value: unknown): value is Mine =>
  typeof value === 'object' && value !== null && 'carer' in value && 'own' in value && 'open' in value

/** Whom one cares for: as the server says it, and without a network as it was said last. */
export function useMyCare() {
  const query = useQuery('myCare', {}, ['care.'])
  useEffect(() => {
    if (!query.data) return
    keep(KEPT, query.data)
    if (query.data.carer.length > 0) void readyOffline()
  }, [query.data])
  const kept = query.data === undefined && query.error instanceof NetworkFailure ? recall(KEPT) : undefined
  return isMine(kept) ? { ...query, data: kept, error: undefined, isKept: true } : { ...query, isKept: false }
}
