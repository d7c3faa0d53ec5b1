import { useMemo } from 'react'
import { call } from '../../../../kit/api.ts'
import type { Answer } from '../../../../kit/endpoints.ts'
import { type Reading, type Source, useFollowing } from '../useFollowing.ts'

export type Coverage = Answer<'getCoverage'>
export type Ground = Coverage['ground']

const HEARS = ['visits.', 'duties.', 'care.', 'places.', 'people.', 'merchants.', 'stations.']

/** What the ground of an area promises and holds. While the house is still counting it is asked again. */
export function useGround(area: string | undefined): Reading<Coverage> {
  const source = useMemo(
    (): Source<Coverage> => ({
      hears: HEARS,
      read: (signal) => call('getCoverage', { query: area === undefined ? {} : { area } }, { signal }),
      isBehind: ({ isBehind }) => isBehind,
    }),
    [area],
  )
  return useFollowing(source)
}
