import { Trans, useLingui } from '@lingui/react/macro'
import type { NoticeView } from '@linli/contract/notices/shapes'
import { Button, type TableColumnsType } from 'antd'
import { Link } from 'wouter'
import {
  DataTable,
  DeskPage,
  EmptyState,
  ErrorSummary,
  StatusMark,
  usePage,
} from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { desk } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useUnread } from './useUnread.ts'

/** Everything this person was told, newest first; what popped up for a moment stays here. */
export default function InboxPage() {
  const { t } = useLingui()
  const { unread, renew } = useUnread()
  const pages = usePage('listNotices', { query: {} }, ['notices.'])
  const marking = useCommand('markAllRead')
  const reading = useCommand('markNoticeRead')

  async function again(done: unknown) {
    if (!done) return
    pages.retry()
    await renew()
  }
  const markAll = async () => again(await marking.send({}))
  const markOne = async ({ id }: NoticeView) => again(await reading.send({ params: { id } }))

  return (
    <DeskPage
      title={t`通知`}
      actions={
        unread > 0 && (
          <Button loading={marking.sending} onClick={() => void markAll()}>
            <Trans>{unread} 条没看过，全部标为看过</Trans>
          </Button>
        )
      }
    >
      <ErrorSummary failure={marking.failure ?? reading.failure} />
      <DataTable
        caption={t`通知`}
        columns={useColumns((notice) => void markOne(notice))}
        rowKey={({ id }) => id}
        pages={pages}
        empty={<EmptyState title={<Trans>还没有通知</Trans>} />}
      />
    </DeskPage>
  )
}

function useColumns(markOne: (notice: NoticeView) => void): TableColumnsType<NoticeView> {
  const { t } = useLingui()
  const say = useSay()
  return [
    {
      title: t`看过没有`,
      key: 'read',
      render: (_, { readAt }) =>
        readAt === null ? (
          <StatusMark tone="waiting" word={t`没看过`} />
        ) : (
          <StatusMark tone="still" word={t`看过`} />
        ),
    },
    {
      title: t`内容`,
      key: 'words',
      render: (_, { words }) => <span className="row-words">{say(words)}</span>,
    },
    { title: t`时间`, key: 'at', render: (_, { at }) => <time dateTime={at}>{say(momentWords(at))}</time> },
    {
      title: t`办理`,
      key: 'open',
      render: (_, notice) => (
        <span className="desk-buttons">
          {notice.orderId && (
            <Link href={desk.order.url({ id: notice.orderId })}>
              <Trans>打开工单</Trans>
            </Link>
          )}
          {notice.readAt === null && (
            <Button size="small" onClick={() => markOne(notice)}>
              <Trans>看过了</Trans>
            </Button>
          )}
        </span>
      ),
    },
  ]
}
