import { Trans } from '@lingui/react/macro'
import { Link } from 'wouter'
import type { Answer } from '../../../../kit/endpoints.ts'
import { placeOnMap } from '../addresses.ts'
import './gridPlan.css'

/** So many are named one by one; all of them stand in the list of the map. */
const MOST = 30

/** The buildings whose position nobody has set, each a way to the map where it is set. */
export function Unplaced({ plan: { buildings } }: { readonly plan: Answer<'getGridPlan'> }) {
  const unplaced = buildings.filter(({ position }) => position === null)
  const count = unplaced.length
  if (count === 0) return null
  const more = count - MOST
  return (
    <>
      <p>
        <Trans>有 {count} 栋还没有位置，方案只好按登记的顺序估远近。到地图上标好，再算一次会更准：</Trans>
      </p>
      <ul className="grid-unplaced">
        {unplaced.slice(0, MOST).map(({ path, name, compound }) => (
          <li key={path}>
            <Link href={placeOnMap(path)}>
              {compound} {name}
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p>
          <Trans>还有 {more} 栋，在地图旁的列表里能看到。</Trans>
        </p>
      )}
    </>
  )
}
