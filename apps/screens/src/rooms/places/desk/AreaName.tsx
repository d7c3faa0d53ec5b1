import { useRead } from '../../../kit/desk/index.ts'

/** An area by its full name; codes say nothing to a person. Rows of one area share one answer. */
export function AreaName({ path }: { readonly path: string | null }) {
  const { data, error } = useRead('getArea', path === null ? undefined : { query: { path } })
  if (path === null) return null
  return <>{data?.fullName ?? (error ? '—' : '…')}</>
}
