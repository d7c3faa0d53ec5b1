import { Trans } from '@lingui/react/macro'
import type { LedgerFilters } from '@linli/contract/ledgers/shapes'
import { useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'

/** What the ledger adds up to: the parts, what is none of them among them, make the whole. */
export function Totals({ ledger, filters }: { readonly ledger: string; readonly filters: LedgerFilters }) {
  const say = useSay()
  const { data } = useRead('readLedger', { params: { ledger }, query: { ...filters, limit: 1 } })
  if (!data?.totals) return null
  const { count, groups } = data.totals
  return (
    <dl className="figures" aria-live="polite">
      <div>
        <dt>
          <Trans>合计</Trans>
        </dt>
        <dd>{count}</dd>
      </div>
      {groups.map(({ value, name, count: part }) => (
        <div key={value ?? 'other'}>
          <dt>{say(name)}</dt>
          <dd>{part}</dd>
        </div>
      ))}
    </dl>
  )
}
