import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../kit/api.ts'
import type { Answer, Input, OperationOf } from '../../../../kit/endpoints.ts'

/** A read that is recorded: it is made when somebody presses, and not again by itself. */
export function useOnce<O extends OperationOf<'read'>>(operation: O, input: Input<O>, asked: boolean) {
  return useQuery<Answer<O>>({
    queryKey: [operation, 'once', input],
    queryFn: ({ signal }) => call(operation, input, { signal }),
    enabled: asked,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    meta: { once: true },
  })
}
