import { Trans, useLingui } from '@lingui/react/macro'
import type { NoticeView } from '@linli/contract/notices/shapes'
import { useLocation } from 'wouter'
import { Button, Card, Empty, ErrorSummary, Page, QueryView, StatusMark } from '../../../kit/hand/index.ts'
import { MoreList } from '../../../kit/hand/MoreList.tsx'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useNow } from '../../../kit/useNow.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { useNotices } from '../queries.ts'
import { addressOf } from './addressOf.ts'

/** Everything this person was told, newest first. */
export default function InboxPage() {
  const { t } = useLingui()
  return (
    <Page title={t`通知`} back={{ href: hand.home.url(), label: <Trans>首页</Trans> }}>
      <SignedIn>{() => <Inbox />}</SignedIn>
    </Page>
  )
}

function Inbox() {
  const { t } = useLingui()
  const query = useNotices()
  const marking = useCommand('markAllRead')
  const markAll = async () => {
    if (await marking.send({})) await query.retry()
  }
  return (
    <>
      <ErrorSummary failure={marking.failure} />
      <QueryView query={query}>
        {({ unread }) =>
          unread > 0 && (
            <div className="row">
              <strong>
                <Trans>{unread} 条没看</Trans>
              </strong>
              <Button
                look="second"
                busy={marking.sending}
                busyWord={t`正在记下…`}
                onPress={() => void markAll()}
              >
                <Trans>都看过了</Trans>
              </Button>
            </div>
          )
        }
      </QueryView>
      <MoreList
        usePage={useNotices}
        keyOf={({ id }) => id}
        row={(notice) => <Notice notice={notice} onRead={query.retry} />}
        empty={<Empty title={<Trans>还没有通知</Trans>} />}
      />
    </>
  )
}

/** An order's number stays in one piece at the end of a line. */
const withNumbers = (text: string) =>
  text.split(/(\d{6}-\d{5}-\d)/).map((part, index) =>
    index % 2 ? (
      <span key={index} className="whitespace-nowrap tabular-nums">
        {part}
      </span>
    ) : (
      part
    ),
  )

type NoticeProps = { readonly notice: NoticeView; readonly onRead: () => Promise<void> }

function Notice({ notice, onRead }: NoticeProps) {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const [, go] = useLocation()
  const reading = useCommand('markNoticeRead')
  const address = addressOf(notice)
  async function read() {
    if (notice.readAt === null) await reading.send({ params: { id: notice.id } })
    if (address) go(address)
    else await onRead()
  }
  return (
    <Card>
      {notice.readAt === null && <StatusMark tone="waiting" word={t`没看过`} />}
      <p>{withNumbers(say(notice.words))}</p>
      <p className="sentence text-ink-soft">{say(momentWords(notice.at, now))}</p>
      {(address || notice.readAt === null) && (
        <Button look="second" busy={reading.sending} busyWord={t`正在打开…`} onPress={() => void read()}>
          {address ? <Trans>去看看</Trans> : <Trans>知道了</Trans>}
        </Button>
      )}
    </Card>
  )
}
