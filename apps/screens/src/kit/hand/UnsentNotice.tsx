import { Trans } from '@lingui/react/macro'
import { dropUnsent, sendUnsent, useUnsent } from '../unsent.ts'
import { Button } from './Button.tsx'

/** “未发送 N 条”: what waits on this phone for the network, with the way to send or to give up. */
export function UnsentNotice() {
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
                <Button look="quiet" onPress={() => dropUnsent(key)}>
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
