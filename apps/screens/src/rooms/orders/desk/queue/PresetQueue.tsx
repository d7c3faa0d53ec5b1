import type { OrderRow } from '@linli/contract/orders/shapes'
import type { ReactNode } from 'react'
import { DeskPage, usePage } from '../../../../kit/desk/index.ts'
import type { Filters } from './filters.ts'
import { OrderQueue, useFilters } from './OrderQueue.tsx'
import { QueueFilters } from './QueueFilters.tsx'

export type PresetQueueProps = {
  readonly title: string
  readonly lead: ReactNode
  /** What this desk works on; the reader's own filters narrow it further and cannot widen it. */
  readonly preset: Filters
  readonly empty: ReactNode
  readonly beside?: (row: OrderRow) => ReactNode
}

/** A desk of its own: the queue narrowed to one kind of work. */
export function PresetQueue({ title, lead, preset, empty, beside }: PresetQueueProps) {
  const [filters, change] = useFilters()
  const pages = usePage('listOrders', { query: { ...filters, ...preset } })
  return (
    <DeskPage title={title} lead={lead}>
      <QueueFilters filters={filters} onChange={change} />
      <OrderQueue caption={title} pages={pages} empty={empty} {...(beside ? { beside } : {})} />
    </DeskPage>
  )
}
