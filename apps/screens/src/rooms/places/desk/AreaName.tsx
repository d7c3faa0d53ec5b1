import { useRead } from '../../../kit/desk/index.ts'

/** An area by its full name; its path until that is known. Rows of one area share one answer. */
export function AreaName({ path }: { readonly path: string | null }) {
  const { data } = useRead('getArea', path === null ? undefined : { query: { path } })
  return <>{data?.fullName ?? path}</>
}
