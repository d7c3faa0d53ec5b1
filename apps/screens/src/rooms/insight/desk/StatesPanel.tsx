import { Trans } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { Figures } from '@linli/contract/insight/shapes'
import { isOpen, STATES } from '@linli/contract/orders/words'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useSay } from '../../../kit/language.ts'
import type { Filters } from '../../orders/desk/queue/filters.ts'
import { IN_HAND, queueUrl } from '../addresses.ts'

type StatesPanelProps = { readonly figures: Figures; readonly mayList: boolean }

/** How many orders stand where now; a figure leads to the queue that it counts. */
export function StatesPanel({ figures, mayList }: StatesPanelProps) {
  const { area, states, open, overdue } = figures
  const say = useSay()
  const queue = (filters: Filters) => (mayList ? queueUrl(area, filters) : undefined)
  const lineOf = (state: keyof typeof STATES) => (
    <Line
      key={state}
      label={say(STATES[state])}
      value={states.find((one) => one.state === state)?.orders ?? 0}
      href={queue({ state: [state] })}
    />
  )
  const all = codesOf(STATES)
  return (
    <>
      <dl className="figures-lines">
        <Line label={<Trans>在办</Trans>} value={open} href={queue(IN_HAND)} />
        <Line label={<Trans>其中超时</Trans>} value={overdue} href={queue({ overdue: true })} />
        {all.filter(isOpen).map(lineOf)}
      </dl>
      <h3>
        <Trans>已经结束的</Trans>
      </h3>
      <dl className="figures-lines">{all.filter((state) => !isOpen(state)).map(lineOf)}</dl>
    </>
  )
}

type LineProps = { readonly label: ReactNode; readonly value: number; readonly href: string | undefined }

const Line = ({ label, value, href }: LineProps) => (
  <div>
    <dt>{label}</dt>
    <dd>{href ? <Link href={href}>{value}</Link> : value}</dd>
  </div>
)
