import { Trans, useLingui } from '@lingui/react/macro'
import type { MeasuredView, RetiredView } from '@linli/contract/ledgers/shapes'
import type { TableColumnsType } from 'antd'
import { WideTable } from '../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'

/** One paper ledger month by month, each with the minutes that held then, and who put which figure in. */
export function BookMonths({ book }: { readonly book: RetiredView }) {
  const { t } = useLingui()
  const say = useSay()
  const name = say(book.name)
  const months: TableColumnsType<RetiredView['months'][number]> = [
    { title: t`月份`, dataIndex: 'month' },
    { title: t`自动生成（条）`, dataIndex: 'entries' },
    { title: t`当时每条几分钟`, dataIndex: 'each' },
    { title: t`省下（分钟，估计）`, dataIndex: 'minutes' },
  ]
  const measured: TableColumnsType<MeasuredView> = [
    { title: t`从哪个月起`, dataIndex: 'since' },
    { title: t`每条几分钟`, dataIndex: 'minutes' },
    { title: t`怎么量的`, dataIndex: 'ground' },
    { title: t`谁改的`, key: 'by', render: (_, { by }) => by ?? '—' },
    { title: t`什么时候`, key: 'at', render: (_, { at }) => say(momentWords(at)) },
  ]
  return (
    <div className="ledger-months">
      <WideTable
        aria-label={t`${name}每个月`}
        columns={months}
        dataSource={[...book.months]}
        rowKey={({ month }) => month}
      />
      {book.measured.length === 0 ? (
        <p className="desk-hint">
          <Trans>还没有人改过分钟数，用的是系统的估计。</Trans>
        </p>
      ) : (
        <WideTable
          aria-label={t`${name}的分钟数是谁改的`}
          columns={measured}
          dataSource={[...book.measured]}
          rowKey={({ at }) => at}
        />
      )}
    </div>
  )
}
