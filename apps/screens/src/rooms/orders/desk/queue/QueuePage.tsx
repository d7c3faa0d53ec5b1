import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { useLocation } from 'wouter'
import { DeskPage, usePage } from '../../../../kit/desk/index.ts'
import { desk } from '../../../../kit/routes.ts'
import { useFace } from '../../../people/desk/signInSession.ts'
import { searchOf } from './filters.ts'
import { OrderQueue, useFilters } from './OrderQueue.tsx'
import { QueueFilters } from './QueueFilters.tsx'
import { SavedViews } from './SavedViews.tsx'
import { StateTabs } from './StateTabs.tsx'

/** Every order of the reader's areas, newest first. */
export default function QueuePage() {
  const { t } = useLingui()
  const [, go] = useLocation()
  const [filters, change] = useFilters()
  const pages = usePage('listOrders', { query: filters })
  const takesCalls = useFace().data?.roles.some(({ role }) => role === 'intake') ?? false
  const filtered = searchOf(filters) !== ''
  return (
    <DeskPage
      title={t`工单队列`}
      actions={
        takesCalls && (
          <Button type="primary" onClick={() => go(desk.intake.url())}>
            <Trans>电话受理</Trans>
          </Button>
        )
      }
    >
      <StateTabs filters={filters} onChange={change} />
      <SavedViews filters={filters} onChange={change} />
      <QueueFilters filters={filters} onChange={change} />
      <OrderQueue
        caption={t`工单`}
        pages={pages}
        empty={
          filtered ? <Trans>没有符合筛选的工单，可以清除筛选再看</Trans> : <Trans>您的辖区里还没有工单</Trans>
        }
      />
    </DeskPage>
  )
}
