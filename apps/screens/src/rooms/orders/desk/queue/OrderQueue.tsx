import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderRow } from '@linli/contract/orders/shapes'
import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { DataTable, EmptyState, type RowPages, useShortcuts } from '../../../../kit/desk/index.ts'
import { desk } from '../../../../kit/routes.ts'
import '../orders.css'
import { useColumns } from './columns.tsx'
import { type Filters, filtersFrom, searchOf } from './filters.ts'
import { useNews } from './useNews.ts'

export type OrderQueueProps = {
  readonly caption: string
  readonly pages: RowPages<OrderRow>
  readonly empty: ReactNode
  /** What stands beside the row that the keys act on. */
  readonly beside?: (row: OrderRow) => ReactNode
}

/** The filters of the address, and how to change them without leaving the page. */
export function useFilters(): readonly [Filters, (filters: Filters) => void] {
  const [here, go] = useLocation()
  const filters = filtersFrom(useSearch())
  const change = (next: Filters) => {
    const search = searchOf(next)
    go(search === '' ? here : `${here}?${search}`, { replace: true })
  }
  return [filters, change]
}

/** A list of orders worked through by keys; what changes meanwhile is counted, and read when the reader asks for it. */
export function OrderQueue({ caption, pages, empty, beside }: OrderQueueProps) {
  const { t } = useLingui()
  const [, go] = useLocation()
  const news = useNews()
  const columns = useColumns()
  const [currentId, setCurrentId] = useState<string>()
  const { rows } = pages
  const at = rows.findIndex(({ id }) => id === currentId)
  const current = rows[at] ?? rows[0]

  const move = (by: number) => setCurrentId(rows[Math.min(Math.max(at + by, 0), rows.length - 1)]?.id)
  const readAgain = () => {
    news.forget()
    pages.retry()
  }
  useEffect(() => {
    if (currentId) document.querySelector('.row-current')?.scrollIntoView({ block: 'nearest' })
  }, [currentId])
  useShortcuts([
    { key: 'j', label: t`下一单`, run: () => move(at < 0 ? 2 : 1) },
    { key: 'k', label: t`上一单`, run: () => move(-1) },
    { key: 'Enter', label: t`打开这一单`, run: () => current && go(desk.order.url({ id: current.id })) },
    { key: 'r', label: t`看新的更新`, run: readAgain },
  ])

  return (
    <>
      <p className="queue-news" role="status">
        {news.count > 0 && (
          <>
            <Trans>{news.count} 条有更新</Trans>{' '}
            <Button type="link" onClick={readAgain}>
              <Trans>现在看</Trans>
            </Button>
          </>
        )}
      </p>
      <DataTable<OrderRow>
        caption={caption}
        columns={columns}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={empty} />}
        current={current?.id}
      />
      {beside && current && beside(current)}
    </>
  )
}
