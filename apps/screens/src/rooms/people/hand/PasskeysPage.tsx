import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../../kit/api.ts'
import { Button, Card, ErrorSummary, Notice, Page, QueryView } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { passkeys, takesPasskeys } from '../../../kit/passkeySupport.ts'
import { hand } from '../../../kit/routes.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useNow } from '../../../kit/useNow.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { SignedIn } from './SignedIn.tsx'

/** Signing in by finger, face or the phone's own lock, instead of waiting for a message. */
export default function PasskeysPage() {
  const { t } = useLingui()
  return (
    <Page
      title={t`用指纹或人脸登录`}
      back={{ href: hand.me.url(), label: <Trans>我的</Trans> }}
      lead={
        <Trans>
          在自己的手机上设一次，以后登录不用等短信，也没有会被骗走的验证码。指纹和人脸只留在您的手机里，我们看不到。
        </Trans>
      }
    >
      <SignedIn>{() => <Passkeys />}</SignedIn>
    </Page>
  )
}

function Passkeys() {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const query = useQuery('listPasskeys', {})
  const removing = useCommand('removePasskey')
  const remove = (id: string) => removing.send({ params: { id } }).then(() => query.retry())
  return (
    <QueryView query={query}>
      {({ items }) => (
        <>
          <ErrorSummary failure={removing.failure} />
          {items.map(({ id, name, createdAt, usedAt }) => {
            const added = say(momentWords(createdAt, now))
            const used = usedAt && say(momentWords(usedAt, now))
            return (
              <Card key={id} title={name}>
                <p>
                  <Trans>{added} 设好</Trans>
                  {used && <Trans>，{used} 用过</Trans>}
                </p>
                <Button
                  look="danger"
                  busy={removing.sending}
                  busyWord={t`正在删除…`}
                  onPress={() => void remove(id)}
                >
                  <Trans>删掉，不再用它登录</Trans>
                </Button>
              </Card>
            )
          })}
          <AddPasskey number={items.length + 1} onAdded={query.retry} />
        </>
      )}
    </QueryView>
  )
}

type AddPasskeyProps = { readonly number: number; readonly onAdded: () => Promise<void> }

function AddPasskey({ number, onAdded }: AddPasskeyProps) {
  const { t } = useLingui()
  const [busy, setBusy] = useState(false)
  const [added, setAdded] = useState(false)
  const [failure, setFailure] = useState<Error>()

  async function add() {
    setBusy(true)
    setAdded(false)
    setFailure(undefined)
    try {
      const { options } = await call('askNewPasskey', {})
      const { makePasskey } = await passkeys()
      const answer = await makePasskey(options)
      await call('addPasskey', { body: { name: number > 1 ? t`我的手机 ${number}` : t`我的手机`, answer } })
      setAdded(true)
      await onAdded()
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
    setBusy(false)
  }

  if (!takesPasskeys())
    return (
      <Notice tone="calm" title={<Trans>在这里设不了</Trans>}>
        <p>
          <Trans>请用手机自带的浏览器打开本站再设。现在的登录方式照样可以用。</Trans>
        </p>
      </Notice>
    )
  return (
    <>
      <ErrorSummary failure={failure} />
      {added && <Notice tone="good" title={<Trans>设好了，下次登录就可以用</Trans>} />}
      <Button wide busy={busy} busyWord={t`请看手机的提示…`} onPress={() => void add()}>
        <Trans>在这部手机上设置</Trans>
      </Button>
    </>
  )
}
