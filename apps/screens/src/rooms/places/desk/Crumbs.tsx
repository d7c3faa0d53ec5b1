import { useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { useRead } from '../../../kit/desk/index.ts'
import { pathsAbove } from './pathsAbove.ts'
import { placeUrl } from './placeUrl.ts'
import './crumbs.css'

/** The way from the top to an area, each step a link. */
export function Crumbs({ path }: { readonly path: string }) {
  const { t } = useLingui()
  const above = pathsAbove(path)
  if (above.length === 0) return null
  return (
    <nav aria-label={t`上级地点`}>
      <ol className="crumbs">
        {above.map((one) => (
          <li key={one}>
            <Crumb path={one} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Crumb({ path }: { readonly path: string }) {
  const { data } = useRead('getArea', { query: { path } })
  return <Link href={placeUrl(path)}>{data?.name ?? path}</Link>
}
