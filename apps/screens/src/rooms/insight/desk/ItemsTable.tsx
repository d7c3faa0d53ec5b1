import { Trans, useLingui } from '@lingui/react/macro'
import type { Figures } from '@linli/contract/insight/shapes'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'wouter'
import { EmptyState } from '../../../kit/desk/index.ts'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { IN_HAND, queueUrl } from '../addresses.ts'
import type { Period } from '../period.ts'

const FIRST = 15

type Item = Figures['items'][number]
type ItemsTableProps = { readonly figures: Figures; readonly days: Period; readonly mayList: boolean }

/** What is asked for, busiest first; what is in hand of an item leads to its orders. */
export function ItemsTable({ figures: { area, items }, days, mayList }: ItemsTableProps) {
  const { t } = useLingui()
  const say = useSay()
  const [all, setAll] = useState(false)
  const count = items.length
  if (count === 0) return <EmptyState title={<Trans>这一段时间没有点单</Trans>} />
  return (
    <>
      <WideTable<Item>
        aria-label={t`点得最多的事项`}
        dataSource={all ? [...items] : items.slice(0, FIRST)}
        rowKey="item"
        columns={[
          { title: t`事项`, key: 'name', render: (_, { name }) => say(name) },
          { title: t`近 ${days} 天点单`, key: 'placed', dataIndex: 'placed', align: 'right' },
          {
            title: t`在办`,
            key: 'open',
            align: 'right',
            // An order without an item cannot be asked for by its item.
            render: (_, { item, open }) =>
              mayList && item !== '' ? <Link href={queueUrl(area, { ...IN_HAND, item })}>{open}</Link> : open,
          },
        ]}
      />
      {!all && count > FIRST && (
        <Button onClick={() => setAll(true)}>
          <Trans>全部 {count} 种事项</Trans>
        </Button>
      )}
    </>
  )
}
