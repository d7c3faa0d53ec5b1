import { Trans, useLingui } from '@lingui/react/macro'
import type { LedgerFilters, LedgerView } from '@linli/contract/ledgers/shapes'
import { Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { DataTable, DeskPage, EmptyState, ReadView, usePage, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { comparison, type ledger as ledgerAddress, ledgers, templates } from './addresses.ts'
import { ColumnsDialog } from './ColumnsDialog.tsx'
import { cellText } from './cellText.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { FilterRow } from './FilterRow.tsx'
import { filtersOf, searchOf } from './filters.ts'
import { MyExports } from './MyExports.tsx'
import { Totals } from './Totals.tsx'
import './ledgers.css'

/** One ledger: what it adds up to, filters, the columns one chose, and the ways out of the house. */
export default function LedgerPage({ params }: PageProps<typeof ledgerAddress>) {
  const { t } = useLingui()
  const say = useSay()
  const read = useRead('listLedgers', {})
  const view = read.data?.items.find(({ key }) => key === params.ledger)
  return (
    <DeskPage
      title={view ? say(view.name) : t`台账`}
      back={{ href: ledgers.url(), label: <Trans>台账</Trans> }}
      lead={view && say(view.about)}
    >
      <ReadView read={read}>
        {({ mayKeepTemplates }) =>
          view ? (
            <Ledger
              key={view.chosen.join()}
              view={view}
              mayKeepTemplates={mayKeepTemplates}
              onChosen={() => void read.refetch()}
            />
          ) : (
            <EmptyState title={<Trans>没有这本台账，或者您的岗位看不到它</Trans>} />
          )
        }
      </ReadView>
    </DeskPage>
  )
}

type Row = Answer<'readLedger'>['items'][number]
type Open = 'export' | 'columns' | undefined
type LedgerProps = {
  readonly view: LedgerView
  readonly mayKeepTemplates: boolean
  readonly onChosen: () => void
}

function Ledger({ view, mayKeepTemplates, onChosen }: LedgerProps) {
  const { t } = useLingui()
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const filters = filtersOf(search)
  const pages = usePage('readLedger', { params: { ledger: view.key }, query: filters })
  const [open, setOpen] = useState<Open>()
  const [single, setSingle] = useState<string>()
  const [asked, setAsked] = useState(false)
  const closeExport = () => {
    setOpen(undefined)
    setSingle(undefined)
  }
  const change = (next: LedgerFilters) => setSearch(searchOf(next), { replace: true })
  const columns: TableColumnsType<Row> = view.chosen.flatMap((key) => {
    const column = view.columns.find((one) => one.key === key)
    return column
      ? [
          {
            title: say(column.name),
            key,
            render: (_: unknown, { cells }: Row) => cellText(column, cells[key], say),
          },
        ]
      : []
  })
  columns.push({
    title: t`单独一行`,
    key: 'document',
    render: (_: unknown, { id }: Row) => (
      <Button onClick={() => setSingle(id)}>
        <Trans>这一行出 Word</Trans>
      </Button>
    ),
  })
  const name = say(view.name)
  return (
    <>
      <FilledBy view={view} />
      <Totals ledger={view.key} filters={filters} isTime={!pages.loading} />
      <FilterRow view={view} filters={filters} onChange={change} />
      <div className="desk-actions ledger-ways">
        <Button type="primary" onClick={() => setOpen('export')}>
          <Trans>导出或打印</Trans>
        </Button>
        <Button onClick={() => setOpen('columns')}>
          <Trans>选列</Trans>
        </Button>
        {view.editable && (
          <Link href={comparison.url({ ledger: view.key })}>
            <Trans>把改过的表带回来</Trans>
          </Link>
        )}
        {mayKeepTemplates && (
          <Link href={templates.url({ ledger: view.key })}>
            <Trans>Word 模板</Trans>
          </Link>
        )}
      </div>
      <Saved>{asked && <Trans>已经开始写文件，写好了在下面“我的导出”里取。</Trans>}</Saved>
      <DataTable<Row>
        caption={name}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>这个范围和时段里没有记录</Trans>} />}
      />
      <MyExports />
      {(open === 'export' || single !== undefined) && (
        <ExportDialog
          view={view}
          filters={filters}
          row={single}
          onClose={closeExport}
          onAsked={() => {
            closeExport()
            setAsked(true)
          }}
        />
      )}
      {open === 'columns' && (
        <ColumnsDialog
          view={view}
          onClose={() => setOpen(undefined)}
          onSaved={() => {
            setOpen(undefined)
            onChosen()
          }}
        />
      )}
    </>
  )
}

/** Nobody writes a ledger: what fills it, and which paper ledger that retires. */
function FilledBy({ view: { filledBy, retires } }: { readonly view: LedgerView }) {
  const say = useSay()
  const ways = filledBy.map(({ name }) => say(name)).join('、')
  const papers = retires.map((name) => `《${say(name)}》`).join('')
  return (
    <p className="desk-hint">
      <Trans>办这些事的时候自动记下：{ways}。</Trans>
      {papers !== '' && (
        <>
          {' '}
          <Trans>代替纸质的{papers}。</Trans>
        </>
      )}
    </p>
  )
}
