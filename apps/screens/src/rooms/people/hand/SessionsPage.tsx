import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Card, ErrorSummary, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useNow } from '../../../kit/useNow.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { MyWeChat } from './MyWeChat.tsx'
import { SignedIn } from './SignedIn.tsx'

/** Where the person is signed in; a lost phone can be signed out from here. */
export default function SessionsPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`在哪些手机上登录了`}
      back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}
      lead={<Trans>手机丢了，或者不是您登录的，就让它退出。</Trans>}
    >
      <SignedIn>
        {() => (
          <>
            <Sessions />
            <MyWeChat />
          </>
        )}
      </SignedIn>
    </Page>
  )
}

function Sessions() {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const query = useQuery('listSessions', {})
  const revoking = useCommand('revokeSession')
  const revokingOthers = useCommand('revokeOtherSessions')
  return (
    <QueryView query={query}>
      {({ items }) => (
        <>
          <ErrorSummary failure={revoking.failure ?? revokingOthers.failure} />
          {items.map(({ id, createdAt, seenAt, device, isThis }) => {
            const began = say(momentWords(createdAt, now))
            const seen = say(momentWords(seenAt, now))
            return (
              <Card key={id} title={isThis ? <Trans>这部手机</Trans> : <Trans>另一处</Trans>}>
                {device && <p>{say(device)}</p>}
                <p>
                  <Trans>
                    {began} 登录，{seen} 用过
                  </Trans>
                </p>
                {!isThis && (
                  <Button
                    look="danger"
                    busy={revoking.sending}
                    busyWord={t`正在退出…`}
                    onPress={() => void revoking.send({ params: { id } }).then(() => query.retry())}
                  >
                    <Trans>让它退出</Trans>
                  </Button>
                )}
              </Card>
            )
          })}
          {items.length > 2 && (
            <Button
              look="danger"
              wide
              busy={revokingOthers.sending}
              busyWord={t`正在退出…`}
              onPress={() => void revokingOthers.send({}).then(() => query.retry())}
            >
              <Trans>除了这部手机，其他都退出</Trans>
            </Button>
          )}
        </>
      )}
    </QueryView>
  )
}
