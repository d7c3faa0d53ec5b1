import { Trans, useLingui } from '@lingui/react/macro'
import type { LedgerEntry } from '@linli/contract/points/shapes'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { InputField } from '../../../kit/desk/fields.tsx'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { accounts } from './addresses.ts'
import { CorrectionDialog } from './CorrectionDialog.tsx'
import { type LedgerFilters, ledgerFilters } from './ledgerFilters.ts'
import { useLedgerColumns } from './useLedgerColumns.tsx'

/** Every entry of the ledger, newest first. Entries are never changed: a wrong one is corrected by a new one. */
export default function LedgerPage() {
  const { t } = useLingui()
  const [search, setSearch] = useSearchParams()
  const filters = ledgerFilters(search)
  const pages = usePage('listLedger', { query: filters })
  const [wrong, setWrong] = useState<LedgerEntry>()
  const [corrected, setCorrected] = useState(false)
  const change = (some: Partial<LedgerFilters>) =>
    setSearch(
      new URLSearchParams(Object.entries({ ...filters, ...some }).filter(([, value]) => value !== '')),
      { replace: true },
    )
  const columns = useLedgerColumns(setWrong, change)
  const narrowed = Object.keys(filters).length > 0

  return (
    <DeskPage
      title={t`积分总账`}
      lead={<Trans>每一笔都有付出的一方和得到的一方，合计永远是 0。记错了就另记一笔更正。</Trans>}
      actions={
        <Link href={accounts.url()}>
          <Trans>看各个账户</Trans>
        </Link>
      }
    >
      <div className="desk-row" role="search" aria-label={t`筛选分录`}>
        <InputField
          field="from"
          type="date"
          label={<Trans>从哪天</Trans>}
          value={filters.from ?? ''}
          onChange={(from) => change({ from })}
        />
        <InputField
          field="to"
          type="date"
          label={<Trans>到哪天（含）</Trans>}
          value={filters.to ?? ''}
          onChange={(to) => change({ to })}
        />
        {narrowed && (
          <Button onClick={() => setSearch(new URLSearchParams(), { replace: true })}>
            <Trans>看全部分录</Trans>
          </Button>
        )}
      </div>
      {filters.account && (
        <p>
          <Trans>只显示一个账户的分录。</Trans>
        </p>
      )}
      {filters.order && (
        <p>
          <Trans>只显示一张工单的分录。</Trans>
        </p>
      )}
      <Saved>{corrected && <Trans>更正已记账，原来那一笔保留不变。</Trans>}</Saved>
      <DataTable
        caption={t`积分分录`}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>没有符合条件的分录</Trans>} />}
      />
      {wrong && (
        <CorrectionDialog
          entry={wrong}
          onClose={() => setWrong(undefined)}
          onCorrected={() => {
            setWrong(undefined)
            setCorrected(true)
            pages.retry()
          }}
        />
      )}
    </DeskPage>
  )
}
