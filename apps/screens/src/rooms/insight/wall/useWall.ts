import { useMemo } from 'react'
import { call } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { type Reading, type Source, useFollowing } from './useFollowing.ts'

const SHOWN = 5

export type Wall = { readonly figures: Answer<'getFigures'>; readonly shown: Answer<'listShown'>['items'] }

/** Figures of an area's orders, and what it last showed to everybody. */
export function useWall(area: string | undefined, days: number): Reading<Wall> {
  const source = useMemo(
    (): Source<Wall> => ({
      hears: ['orders.'],
      read: async (signal) => {
        const query = { days, ...(area === undefined ? {} : { area }) }
        const figures = await call('getFigures', { query }, { signal })
        const { items } = await call('listShown', { query: { limit: SHOWN, path: figures.area } }, { signal })
        return { figures, shown: items }
      },
    }),
    [area, days],
  )
  return useFollowing(source)
}
