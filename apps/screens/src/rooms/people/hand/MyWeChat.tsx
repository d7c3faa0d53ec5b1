import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Card, ErrorSummary } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useNow } from '../../../kit/useNow.ts'
import { useQuery } from '../../../kit/useQuery.ts'

/** The WeChat that is bound to me, and the way to unbind it; nothing where none is. */
export function MyWeChat() {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const { data, retry } = useQuery('myDoors', {})
  const unbinding = useCommand('unbindWeChat')
  if (!data?.wechat) return null
  const began = say(momentWords(data.wechat.boundAt, now))
  return (
    <Card title={<Trans>微信登录</Trans>}>
      <p>
        <Trans>{began} 绑定。解除以后，用微信登录要再验证一次手机号。</Trans>
      </p>
      <ErrorSummary failure={unbinding.failure} />
      <Button
        look="danger"
        busy={unbinding.sending}
        busyWord={t`正在解除…`}
        onPress={() => void unbinding.send({}).then(() => retry())}
      >
        <Trans>解除微信绑定</Trans>
      </Button>
    </Card>
  )
}
