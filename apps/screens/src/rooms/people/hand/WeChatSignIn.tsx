import { Trans, useLingui } from '@lingui/react/macro'
import { Button, ErrorSummary } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'

/** WeChat's own browser says so; elsewhere its sign-in page does not open. */
export const isInWeChat = (): boolean => /\bMicroMessenger\//i.test(navigator.userAgent)

/** One press, and WeChat brings the person back. */
export function WeChatSignIn({ next }: { readonly next: string }) {
  const { t } = useLingui()
  const starting = useCommand('startWeChat')
  async function start() {
    const way = await starting.send({ body: { next } })
    if (way) window.location.assign(way.url)
  }
  return (
    <>
      <ErrorSummary failure={starting.failure} />
      <Button wide busy={starting.sending} busyWord={t`正在去微信…`} onPress={() => void start()}>
        <Trans>微信登录</Trans>
      </Button>
      <p>
        <Trans>或者用手机号：</Trans>
      </p>
    </>
  )
}
