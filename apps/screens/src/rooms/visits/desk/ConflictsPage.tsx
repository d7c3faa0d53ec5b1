import { Trans, useLingui } from '@lingui/react/macro'
import type { VisitConflict } from '@linli/contract/visits/answerShapes'
import type { TableColumnsType } from 'antd'
import { Link } from 'wouter'
import { DataTable, DeskPage, EmptyState, usePage } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { momentWords } from '../../../kit/time.ts'
import { campaign, type conflicts, visit as visitAt } from './addresses.ts'

/** 核对: visits that two phones wrote down at once. A person looks at both and says what holds. */
export default function ConflictsPage({ params: { id } }: PageProps<typeof conflicts>) {
  const { t } = useLingui()
  const say = useSay()
  const pages = usePage('listVisitConflicts', { params: { id }, query: {} }, ['visits.'])
  const columns: TableColumnsType<VisitConflict> = [
    {
      title: t`哪一户`,
      key: 'door',
      render: (_, { visit, door }) => <Link href={visitAt.url({ id, visit })}>{door}</Link>,
    },
    { title: t`有几份`, key: 'versions', dataIndex: 'versions' },
    {
      title: t`最后一份到的时间`,
      key: 'arrived',
      render: (_, { arrived }) => <time dateTime={arrived}>{say(momentWords(arrived))}</time>,
    },
  ]
  return (
    <DeskPage
      title={t`要核对的走访`}
      back={{ href: campaign.url({ id }), label: <Trans>走访进度</Trans> }}
      lead={
        <Trans>
          两部手机同时改了同一次走访，两份都留着。打开看一看，按哪一份算；没选的也不会丢，留在历史里。
        </Trans>
      }
    >
      <DataTable
        caption={t`要核对的走访`}
        columns={columns}
        rowKey={({ visit }) => visit}
        pages={pages}
        empty={<EmptyState title={<Trans>没有要核对的，每次走访都只有一份</Trans>} />}
      />
    </DeskPage>
  )
}
