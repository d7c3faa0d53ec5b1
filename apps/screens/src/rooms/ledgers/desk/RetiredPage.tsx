import { Trans, useLingui } from '@lingui/react/macro'
import type { RetiredPage as Retired, RetiredView } from '@linli/contract/ledgers/shapes'
import type { TableColumnsType } from 'antd'
import { useState } from 'react'
import { DeskPage, EmptyState, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { ledgers } from './addresses.ts'
import { BookItem } from './BookItem.tsx'
import { MinutesDialog } from './MinutesDialog.tsx'
import './ledgers.css'

/** 减下来的台账: month by month, entries that came about here instead of on paper, and the minutes that saved. */
export default function RetiredPage() {
  const { t } = useLingui()
  const read = useRead('retiredLedgers', { query: {} })
  return (
    <DeskPage
      title={t`减下来的纸质台账`}
      back={{ href: ledgers.url(), label: <Trans>台账</Trans> }}
      lead={
        <Trans>
          省下的时间＝自动生成的条数×每条手工抄录的分钟数，是估计数；每条几分钟、凭什么这样算，都写在下面。本地实测后可以改，从改的那个月起算，以前的月份不变。
        </Trans>
      }
    >
      <ReadView read={read}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyState title={<Trans>本地还没有写明减掉了哪些纸质台账</Trans>} />
          ) : (
            <Months page={page} />
          )
        }
      </ReadView>
    </DeskPage>
  )
}

const hours = (minutes: number): string => (minutes / 60).toFixed(1)

function Months({ page: { months, items, mayMeasure } }: { readonly page: Retired }) {
  const { t } = useLingui()
  const say = useSay()
  const [measuring, setMeasuring] = useState<RetiredView>()
  const [saved, setSaved] = useState<string>()
  const monthly: TableColumnsType<Retired['months'][number]> = [
    { title: t`月份`, dataIndex: 'month' },
    { title: t`不再手写的台账（本）`, dataIndex: 'ledgers' },
    { title: t`自动生成（条）`, dataIndex: 'entries' },
    { title: t`省下（小时，估计）`, key: 'hours', render: (_, { minutes }) => hours(minutes) },
  ]
  return (
    <>
      <Panel title={<Trans>每个月</Trans>}>
        <WideTable
          aria-label={t`每个月`}
          columns={monthly}
          dataSource={[...months]}
          rowKey={({ month }) => month}
        />
      </Panel>
      <Panel title={<Trans>每一本</Trans>}>
        <Saved>{saved !== undefined && <Trans>“{saved}”改好了，从这个月起算。</Trans>}</Saved>
        <ul className="plain-list ledger-books">
          {items.map((book) => (
            <BookItem key={book.key} book={book} onMeasure={mayMeasure ? setMeasuring : undefined} />
          ))}
        </ul>
      </Panel>
      {measuring && (
        <MinutesDialog
          book={measuring}
          onClose={() => setMeasuring(undefined)}
          onSaved={() => {
            setSaved(say(measuring.name))
            setMeasuring(undefined)
          }}
        />
      )}
    </>
  )
}
