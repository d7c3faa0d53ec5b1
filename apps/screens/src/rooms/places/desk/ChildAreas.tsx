import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from 'wouter'
import { EmptyState } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { useSay } from '../../../kit/language.ts'
import { placeUrl } from './placeUrl.ts'

type Area = Answer<'getArea'>

/** The areas one level below. */
export function ChildAreas({ areas }: { readonly areas: readonly Area[] }) {
  const { t } = useLingui()
  const say = useSay()
  if (areas.length === 0) return <EmptyState title={<Trans>下面没有更小的区域</Trans>} />
  return (
    <WideTable<Area>
      aria-label={t`下一级区域`}
      dataSource={[...areas]}
      rowKey="id"
      // the table would take the number of areas below for rows of its own
      expandable={{ childrenColumnName: 'rows' }}
      columns={[
        {
          title: t`名称`,
          key: 'name',
          render: (_, area) => <Link href={placeUrl(area.path)}>{area.name}</Link>,
        },
        { title: t`级别`, key: 'level', render: (_, { levelName }) => say(levelName) },
        { title: t`所在小区`, key: 'compound', dataIndex: 'compound' },
        { title: t`下级个数`, key: 'children', dataIndex: 'children', align: 'right' },
      ]}
    />
  )
}
