import { Trans, useLingui } from '@lingui/react/macro'
import { DataTable, EmptyState, Panel, usePage } from '../../../kit/desk/index.ts'
import { useDutyAt } from './useDutyAt.ts'

/** The homes of an area: room numbers and how many people are registered, never who. Only for staff of that area. */
export function Households({ path }: { readonly path: string }) {
  const mayRead = useDutyAt(path, 'gridWorker', 'intake', 'dispatcher', 'regionAdmin')
  return mayRead ? <HouseholdList path={path} /> : null
}

function HouseholdList({ path }: { readonly path: string }) {
  const { t } = useLingui()
  const pages = usePage('listHouseholds', { query: { path } }, ['places.'])
  return (
    <Panel title={<Trans>住户（房屋表）</Trans>}>
      <DataTable
        caption={t`住户`}
        rowKey={({ id }) => id}
        pages={pages}
        empty={
          <EmptyState title={<Trans>这里还没有登记房屋</Trans>}>
            <p>
              <Trans>可以用“从表格导入”一次登记整栋楼。</Trans>
            </p>
          </EmptyState>
        }
        columns={[
          { title: t`楼栋单元`, key: 'areaName', dataIndex: 'areaName' },
          { title: t`房号`, key: 'room', dataIndex: 'room' },
          { title: t`登记人数`, key: 'members', dataIndex: 'members', align: 'right' },
        ]}
      />
    </Panel>
  )
}
