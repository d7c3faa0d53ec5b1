import { Trans } from '@lingui/react/macro'
import { Button, type TableColumnsType } from 'antd'
import type { ReactNode } from 'react'
import type { RowPages } from './reads.ts'
import { ErrorState, Loading } from './states.tsx'
import { WideTable } from './WideTable.tsx'

export type DataTableProps<Row extends object> = {
  /** What the table shows, for screen readers and for the empty state. */
  readonly caption: string
  readonly columns: TableColumnsType<Row>
  readonly rowKey: (row: Row) => string
  readonly pages: RowPages<Row>
  readonly empty: ReactNode
  /** The row that keyboard shortcuts act on. */
  readonly current?: string | undefined
}

/** A keyset-paged table with its states in words; more rows come by a button, never by scrolling alone. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { caption, columns, rowKey, pages, empty, current } = props
  const { rows, loading, error, retry, more, fetchingMore } = pages
  const shown = rows.length
  if (loading) return <Loading />
  if (error && rows.length === 0) return <ErrorState error={error} onRetry={retry} />
  if (rows.length === 0) return <>{empty}</>
  return (
    <>
      {error && <ErrorState error={error} onRetry={retry} />}
      <WideTable<Row>
        aria-label={caption}
        columns={columns}
        dataSource={[...rows]}
        rowKey={rowKey}
        rowClassName={(row) => (rowKey(row) === current ? 'row-current' : '')}
        onRow={(row) => (rowKey(row) === current ? { 'aria-current': true } : {})}
      />
      <p className="table-end">
        <span role="status">
          <Trans>已显示 {shown} 条</Trans>
        </span>
        {more && (
          <Button onClick={more} loading={fetchingMore}>
            <Trans>再显示一些</Trans>
          </Button>
        )}
      </p>
    </>
  )
}
