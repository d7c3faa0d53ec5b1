import { useState } from 'react'
import type { Query } from '../../../kit/useQuery.ts'

type Rows<Row> = { readonly items: readonly Row[]; readonly next: string | null }

/**
 * One row of a paged list by its id, looked for page after page; null when the list ends without it.
 * @param usePage a hook, so always the same function
 */
export function useFound<Row extends { readonly id: string }>(
  usePage: (after?: string) => Query<Rows<Row>>,
  id: string,
): Query<Row | null> {
  const [after, setAfter] = useState<string>()
  const { data, ...query } = usePage(after)
  const found = data?.items.find((row) => row.id === id)
  const next = found ? null : data?.next
  if (next) setAfter(next)
  return { ...query, data: found ?? (data && !next ? null : undefined) }
}
