import { Trans } from '@lingui/react/macro'
import { sendWaiting, useWaiting } from '../offline/waiting.ts'
import { dropUnsent, sendUnsent, useUnsent } from '../unsent.ts'
import { Button } from './Button.tsx'

/** What waits on this phone for the network: commands by name, visits and photos by their number. */
export function UnsentNotice() {
  return (
    <>
      <Commands />
      <Visits />
    </>
  )
}

/** “未上传 N 条”. */
function Visits() {
  const count = useWaiting()
  if (count === 0) return null
  return (
    <section className="notice notice-warn" aria-live="polite">
      <h2>
        <Trans>未上传 {count} 条</Trans>
      </h2>
      <Button look="second" icon="send" onPress={() => void sendWaiting()}>
        <Trans>现在上传</Trans>
      </Button>
    </section>
  )
}

/** “未发送 N 条”, with the way to send or to give up. */
function Commands() {
  const unsent = useUnsent()
  if (unsent.length === 0) return null
  const count = unsent.length
  return (
    <section className="notice notice-warn" aria-live="polite">
      <h2>
        <Trans>未发送 {count} 条</Trans>
      </h2>
      <p>
        <Trans>内容保存在这部手机上，网络恢复后会自动发出，不会重复。</Trans>
      </p>
      <ul className="plain">
        {unsent.map(({ key, label, refusal }) => (
          <li key={key}>
            <strong>{label}</strong>
            {refusal && (
              <>
                <p className="field-error">{refusal}</p>
                <Button look="quiet" onPress={() => void dropUnsent(key)}>
                  <Trans>不发了</Trans>
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <Button look="second" icon="send" onPress={() => void sendUnsent()}>
        <Trans>现在发送</Trans>
      </Button>
    </section>
  )
}
