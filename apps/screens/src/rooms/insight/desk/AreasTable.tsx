import { useLingui } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { Link } from 'wouter'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { figuresUrl } from '../addresses.ts'
import type { Period } from '../period.ts'

type Area = Figures['areas'][number]
type AreasTableProps = { readonly figures: Figures; readonly days: Period }

/** The areas one level below in their usual order, each leading to its own figures. */
export function AreasTable({ figures: { areas }, days }: AreasTableProps) {
  const { t } = useLingui()
  return (
    <WideTable<Area>
      aria-label={t`下一级辖区`}
      dataSource={[...areas]}
      rowKey="path"
      columns={[
        {
          title: t`辖区`,
          key: 'name',
          render: (_, { path, name }) => <Link href={figuresUrl(path, days)}>{name}</Link>,
        },
        { title: t`在办`, key: 'open', dataIndex: 'open', align: 'right' },
        { title: t`其中超时`, key: 'overdue', dataIndex: 'overdue', align: 'right' },
        { title: t`近 ${days} 天点单`, key: 'placed', dataIndex: 'placed', align: 'right' },
        { title: t`近 ${days} 天结案`, key: 'closed', dataIndex: 'closed', align: 'right' },
      ]}
    />
  )
}
