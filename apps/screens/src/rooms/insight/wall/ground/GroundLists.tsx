import { Trans } from '@lingui/react/macro'
import { DUTY_KINDS } from '@linli/contract/insight/coverage'
import type { ReactNode } from 'react'
import { useSay } from '../../../../kit/language.ts'
import { counted, rowsStyle } from '../numbers.ts'
import type { Coverage } from './useGround.ts'

/** Promises and campaigns by name, and duty by whose shifts they are: how much of each is held. */
export function PromisesPanel({ coverage }: { readonly coverage: Coverage }) {
  const say = useSay()
  const { rules, campaigns, ground } = coverage
  const rows = [
    ...ground.pairs.map(({ rule, held, homes }) => {
      const found = rules.find(({ key }) => key === rule)
      return { key: rule, name: found ? say(found.name) : rule, held, of: homes }
    }),
    ...ground.visits.map(({ campaign, met, homes }) => ({
      key: campaign,
      name: campaigns.find(({ id }) => id === campaign)?.name ?? '',
      held: met,
      of: homes,
    })),
    ...ground.duties
      .filter(({ wanted }) => wanted > 0)
      .map(({ kind, filled, wanted }) => ({
        key: kind,
        name: say(DUTY_KINDS[kind]),
        held: filled,
        of: wanted,
      })),
  ]
  return (
    <Shares
      id="wall-promises"
      title={<Trans>联系、走访和值班</Trans>}
      rows={rows}
      none={<Trans>现在没有联系户、走访和排班</Trans>}
    />
  )
}

/** 一刻钟生活圈: of each service the grids that reach it on foot. */
export function ReachPanel({ coverage }: { readonly coverage: Coverage }) {
  const say = useSay()
  const {
    services,
    ground: { reach },
  } = coverage
  const rows =
    reach.placed === 0
      ? []
      : reach.services.map(({ service, reached }) => {
          const found = services.find(({ key }) => key === service)
          return { key: service, name: found ? say(found.name) : service, held: reached, of: reach.placed }
        })
  return (
    <Shares
      id="wall-reach"
      title={<Trans>步行一刻钟够得着的网格</Trans>}
      rows={rows}
      none={<Trans>网格还没有标位置</Trans>}
    />
  )
}

type SharesProps = {
  readonly id: string
  readonly title: ReactNode
  readonly rows: readonly {
    readonly key: string
    readonly name: string
    readonly held: number
    readonly of: number
  }[]
  readonly none: ReactNode
}

const ROWS = 5

function Shares({ id, title, rows, none }: SharesProps) {
  const shown = rows.slice(0, ROWS)
  return (
    <section className="wall-panel wall-shares" aria-labelledby={id}>
      <div className="wall-panel-head">
        <h2 id={id}>{title}</h2>
        <p>
          <Trans>做到 / 应有</Trans>
        </p>
      </div>
      {shown.length === 0 && <p className="wall-none">{none}</p>}
      <ul
        className="wall-rows"
        style={rowsStyle(
          ROWS,
          shown.map(({ held }) => held),
          shown.map(({ of }) => of),
        )}
      >
        {shown.map(({ key, name, held, of }) => (
          <li key={key}>
            <div className="wall-row">
              <span className="wall-row-name">{name}</span>
              <span className="wall-bar" aria-hidden="true">
                <span style={{ width: `${of === 0 ? 0 : Math.min(100, (held / of) * 100)}%` }} />
              </span>
              <Counts held={held} of={of} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Counts = ({ held, of }: { readonly held: number; readonly of: number }) => (
  <>
    <span className="wall-row-number">{counted(held)}</span>
    <span className="wall-row-number wall-row-quiet">{counted(of)}</span>
  </>
)
