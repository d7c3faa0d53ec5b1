import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '../api.ts'
import type { Answer, Input, OperationOf } from '../endpoints.ts'

/** One read of the contract. `refetchOn`: starts of live event names that make it ask again. `input` undefined means: not yet. */
export function useRead<O extends OperationOf<'read'>>(
  operation: O,
  input: Input<O> | undefined,
  refetchOn: readonly string[] = [],
) {
  return useQuery<Answer<O>>({
    queryKey: [operation, input],
    queryFn: ({ signal }) => call(operation, input as Input<O>, { signal }), // not run while input is undefined
    enabled: input !== undefined,
    meta: { refetchOn },
  })
}

/** The rows of a keyset-paged answer. */
export type RowOf<A> = A extends { items: readonly (infer Row)[] } ? Row : never
type PageAnswer<Row> = { readonly items: readonly Row[]; readonly next: string | null }

export type RowPages<Row> = {
  readonly rows: readonly Row[]
  readonly loading: boolean
  readonly error: Error | undefined
  readonly retry: () => void
  /** Present while there are more rows to fetch. */
  readonly more: (() => void) | undefined
  readonly fetchingMore: boolean
}

/** A keyset-paged list, page after page; `input` carries the filters, the cursor is added here. */
export function usePage<O extends OperationOf<'read'>>(
  operation: O,
  input: Input<O>,
  refetchOn: readonly string[] = [],
): RowPages<RowOf<Answer<O>>> {
  type Row = RowOf<Answer<O>>
  const { query, ...rest } = input as { query?: object } // every paged read declares a query
  const read = useInfiniteQuery({
    queryKey: [operation, 'pages', input],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const paged = { ...rest, query: { ...query, ...(pageParam ? { after: pageParam } : {}) } }
      // A paged read answers PageOf(row) by the contract; the cursor belongs to its declared query.
      return (await call(operation, paged as Input<O>, { signal })) as PageAnswer<Row>
    },
    getNextPageParam: ({ next }) => next,
    meta: { refetchOn },
  })
  return {
    rows: read.data?.pages.flatMap(({ items }) => items) ?? [],
    loading: read.isPending,
    error: read.error ?? undefined,
    retry: () => void read.refetch(),
    more: read.hasNextPage ? () => void read.fetchNextPage() : undefined,
    fetchingMore: read.isFetchingNextPage,
  }
}
