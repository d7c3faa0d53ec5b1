import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { useSay } from '../../../../kit/language.ts'
import { usePlaceView } from '../../../places/queries.ts'
import { wallUrl } from '../../addresses.ts'
import type { Period } from '../../period.ts'
import { counted } from '../numbers.ts'
import { Pages } from '../Pages.tsx'
import { BELOW } from '../useAreaKeys.ts'
import { useTurning } from '../useTurning.ts'
import {
  careShare,
  dutyShare,
  ofAll,
  pairShare,
  percent,
  reachShare,
  type Share,
  visitShare,
} from './shares.ts'
import type { Coverage } from './useGround.ts'

/** Rows that fit below each other; more areas stand on pages that turn. */
const ROWS = 9

type GroundTableProps = { readonly coverage: Coverage; readonly days: Period }

/** The areas below in their usual order, never by how well they do, each with the same six figures. */
export function GroundTable({ coverage: { area, areas }, days }: GroundTableProps) {
  const { t } = useLingui()
  const say = useSay()
  const level = usePlaceView().data?.levels[area.split('/').length - 2]
  const turning = useTurning(Math.ceil(areas.length / ROWS))
  const shown = areas.slice(turning.page * ROWS, (turning.page + 1) * ROWS)
  const name = level ? say(level.name) : t`辖区`
  return (
    <section className="wall-panel wall-ground-areas" aria-labelledby="wall-ground-areas">
      <div className="wall-panel-head">
        <h2 id="wall-ground-areas">
          <Trans>各{name}</Trans>
        </h2>
        {turning.pages > 1 && <Pages turning={turning} />}
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col" className="wall-row-name">
              {name}
            </th>
            <th scope="col">
              <Trans>住户</Trans>
            </th>
            <th scope="col">
              <Trans>联系</Trans>
            </th>
            <th scope="col">
              <Trans>走访</Trans>
            </th>
            <th scope="col">
              <Trans>值班</Trans>
            </th>
            <th scope="col">
              <Trans>关爱</Trans>
            </th>
            <th scope="col">
              <Trans>走得到</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ path, name: areaName, ground }) => {
            const duty = dutyShare(ground)
            return (
              <tr key={path}>
                <th scope="row" className="wall-row-name">
                  <Link href={wallUrl(path, days, 'ground')} {...{ [BELOW]: '' }}>
                    {areaName}
                  </Link>
                </th>
                <td>{counted(ground.homes)}</td>
                <Percent share={pairShare(ground)} />
                <Percent share={visitShare(ground)} />
                <td data-none={!duty || undefined}>{duty ? ofAll(duty) : '—'}</td>
                <Percent share={careShare(ground)} />
                <Percent share={reachShare(ground)} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

const Percent = ({ share }: { readonly share: Share }) => (
  <td data-none={!share || undefined}>{share ? `${percent(share)}%` : '—'}</td>
)
