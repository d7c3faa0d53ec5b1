import { Trans, useLingui } from '@lingui/react/macro'
import { errorOf } from '../fieldIds.ts'
import { openOver } from '../openOver.tsx'
import { ErrorSummary } from '../shared/ErrorSummary.tsx'
import { type ProofState, useProof, useProofDigits } from '../useProof.ts'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Notice } from './Notice.tsx'
import { Loading } from './states.tsx'
import { TextField } from './TextField.tsx'

/** Asks the person to show once more that it is them. @returns whether they did */
export const askProof = (): Promise<boolean> => openOver((done) => <ProofDialog onDone={done} />)

function ProofDialog({ onDone }: { readonly onDone: (isProved: boolean) => void }) {
  const proof = useProof(() => onDone(true))
  const { ways, busy, failure } = proof
  return (
    <Dialog open title={<Trans>请再证明一次是您本人</Trans>} onClose={() => onDone(false)}>
      <div className="stack">
        <p>
          <Trans>这一步关系到您和别人的信息。证明以后 15 分钟内不用再来。</Trans>
        </p>
        <ErrorSummary failure={failure} />
        {!ways && !failure && <Loading />}
        {ways?.includes('passkey') && (
          <Button wide busy={busy} onPress={() => void proof.showPasskey()}>
            <Trans>用指纹、人脸或锁屏密码</Trans>
          </Button>
        )}
        {ways?.includes('code') && <ByDigits proof={proof} way="code" />}
        {ways?.includes('totp') && <ByDigits proof={proof} way="totp" />}
        {ways?.length === 0 && (
          <p>
            <Trans>这个账号现在没有可以证明的方式。请退出后重新登录，再办一次。</Trans>
          </p>
        )}
        <Button look="quiet" wide onPress={() => onDone(false)}>
          <Trans>先不办了</Trans>
        </Button>
      </div>
    </Dialog>
  )
}

type ByDigitsProps = { readonly proof: ProofState; readonly way: 'code' | 'totp' }

/** Six digits: from a message to one's own phone, or from one's authenticator. */
function ByDigits({ proof, way }: ByDigitsProps) {
  const { t } = useLingui()
  const { digits, setDigits, found, submit } = useProofDigits(proof, way, t`请填 6 位数字`)
  const { sent, phone, busy } = proof

  if (way === 'code' && !sent)
    return (
      <Button
        wide
        look={proof.ways?.length === 1 ? 'primary' : 'second'}
        busy={busy}
        onPress={() => void proof.sendCode()}
      >
        <Trans>发验证码到 {phone}</Trans>
      </Button>
    )
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {sent && way === 'code' && (
        <Notice tone="good" title={<Trans>验证码已发到 {phone}</Trans>}>
          {sent.demoCode && (
            <p>
              <Trans>这是演示，不发短信。验证码是</Trans> <strong>{sent.demoCode}</strong>
            </p>
          )}
        </Notice>
      )}
      <TextField
        field={way}
        kind="code"
        label={way === 'code' ? <Trans>验证码</Trans> : <Trans>动态码</Trans>}
        hint={way === 'code' ? <Trans>短信里的 6 位数字</Trans> : <Trans>手机验证器里的 6 位数字</Trans>}
        value={digits}
        onChange={setDigits}
        error={errorOf(found, way)}
      />
      {way === 'code' && sent?.demoCode && (
        <Button look="quiet" onPress={() => setDigits(sent.demoCode ?? '')}>
          <Trans>替我填上</Trans>
        </Button>
      )}
      <Button type="submit" wide busy={busy} busyWord={t`正在核对…`}>
        <Trans>证明并继续</Trans>
      </Button>
      {way === 'code' && (
        <Button look="quiet" wide onPress={() => void proof.sendCode()}>
          <Trans>再发一次验证码</Trans>
        </Button>
      )}
    </form>
  )
}
