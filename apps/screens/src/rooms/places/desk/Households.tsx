import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { DataTable, EmptyState, Panel, usePage } from '../../../kit/desk/index.ts'
import { householdCard } from '../../people/desk/addresses.ts'
import { useDutyAt } from './useDutyAt.ts'

/** The homes of an area: room numbers and how many people are registered, never who. Only for staff of that area. */
export function Households({ path }: { readonly path: string }) {
  const mayRead = useDutyAt(path, 'gridWorker', 'intake', 'dispatcher', 'regionAdmin')
  return mayRead ? <HouseholdList path={path} /> : null
}

type HouseholdRow = { readonly id: string; readonly room: string }

function HouseholdList({ path }: { readonly path: string }) {
  const { t } = useLingui()
  // Whoever dispatches reads room numbers, not cards.
  const mayOpen = useDutyAt(path, 'gridWorker', 'intake', 'regionAdmin')
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
          ...(mayOpen
            ? [
                {
                  title: t`住户卡`,
                  key: 'card',
                  render: (_: unknown, { id, room }: HouseholdRow) => (
                    <Link href={householdCard.url({ id })} aria-label={t`${room} 的住户卡`}>
                      <Trans>打开</Trans>
                    </Link>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  )
}
