import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../../kit/api.ts'
import { Button, ErrorSummary } from '../../../kit/hand/index.ts'
import { passkeys, takesPasskeys } from '../../../kit/passkeySupport.ts'
import { beginSession, wantsToken } from './session.ts'

/** For whoever has set it up: one press, and the phone's own lock. */
export function PasskeySignIn({ onEntered }: { readonly onEntered: () => void }) {
  const { t } = useLingui()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  if (!takesPasskeys()) return null

  async function signIn() {
    setBusy(true)
    setFailure(undefined)
    try {
      const { options } = await call('askPasskey', {})
      const { showPasskey } = await passkeys()
      const answer = await showPasskey(options)
      beginSession(
        await call('signInWithPasskey', { body: wantsToken() ? { answer, bearer: true } : { answer } }),
      )
      onEntered()
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
    setBusy(false)
  }

  return (
    <>
      <ErrorSummary failure={failure} />
      <Button look="second" wide busy={busy} busyWord={t`请看手机的提示…`} onPress={() => void signIn()}>
        <Trans>设过的，用指纹或人脸登录</Trans>
      </Button>
    </>
  )
}
