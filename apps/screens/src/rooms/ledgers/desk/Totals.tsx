import { Trans } from '@lingui/react/macro'
import type { LedgerFilters } from '@linli/contract/ledgers/shapes'
import { Button } from 'antd'
import { useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'

type TotalsProps = {
  readonly ledger: string
  readonly filters: LedgerFilters
  /** Whether the rows are there: they come first, since counting a whole region takes longer than showing a page of it. */
  readonly isTime: boolean
}

/** What the ledger adds up to: the parts, what is none of them among them, make the whole. */
export function Totals({ ledger, filters, isTime }: TotalsProps) {
  const say = useSay()
  const { data, error, refetch } = useRead(
    'sumLedger',
    isTime ? { params: { ledger }, query: filters } : undefined,
  )
  if (!data && error)
    return (
      <p className="desk-row" role="status">
        <Trans>合计没有数出来。</Trans>
        <Button onClick={() => void refetch()}>
          <Trans>再数一次</Trans>
        </Button>
      </p>
    )
  return (
    <dl className="figures" aria-live="polite">
      <div>
        <dt>
          <Trans>合计</Trans>
        </dt>
        <dd>{data ? data.count : <Trans>正在数…</Trans>}</dd>
      </div>
      {data?.groups.map(({ value, name, count: part }) => (
        <div key={value ?? 'other'}>
          <dt>{say(name)}</dt>
          <dd>{part}</dd>
        </div>
      ))}
    </dl>
  )
}
