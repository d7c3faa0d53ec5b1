import { Trans } from '@lingui/react/macro'
import type { LedgerFilters } from '@linli/contract/ledgers/shapes'
import { Button } from 'antd'
import { useState } from 'react'
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
  const [isWhole, setWhole] = useState(false)
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
  const { shown, rest } = parted(data?.groups ?? [], isWhole)
  const more = rest.length
  return (
    <dl className="figures" aria-live="polite">
      <div>
        <dt>
          <Trans>合计</Trans>
        </dt>
        <dd>{data ? data.count : <Trans>正在数…</Trans>}</dd>
      </div>
      {shown.map(({ value, name, count: part }) => (
        <div key={value ?? 'other'}>
          <dt>{say(name)}</dt>
          <dd>{part}</dd>
        </div>
      ))}
      {more > 0 && (
        <div>
          <dt>
            <Button size="small" onClick={() => setWhole(true)}>
              <Trans>另外 {more} 项</Trans>
            </Button>
          </dt>
          <dd>{rest.reduce((sum, { count }) => sum + count, 0)}</dd>
        </div>
      )}
    </dl>
  )
}

/** So many parts stand above the rows without pushing them out of sight. */
const MOST = 11

/** All parts in their order where they are few or wished for; else the largest, and the rest of which the sum is told. */
function parted<Part extends { readonly count: number }>(
  parts: readonly Part[],
  isWhole: boolean,
): { shown: readonly Part[]; rest: readonly Part[] } {
  if (isWhole || parts.length <= MOST) return { shown: parts, rest: [] }
  const largest = parts.toSorted((one, other) => other.count - one.count)
  return { shown: largest.slice(0, MOST - 1), rest: largest.slice(MOST - 1) }
}
