import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button, ConfigProvider, Input, Modal } from 'antd'
import { errorOf } from '../fieldIds.ts'
import { openOver } from '../openOver.tsx'
import { ErrorSummary } from '../shared/ErrorSummary.tsx'
import { useTypeSize } from '../typesize.ts'
import { type ProofState, useProof, useProofDigits } from '../useProof.ts'
import { useAntdWords } from './antdLanguage.ts'
import { DeskField } from './DeskField.tsx'
import { Loading } from './states.tsx'
import { themeAt } from './theme.ts'

/** Asks the person to show once more that it is them. @returns whether they did */
export const askProof = (): Promise<boolean> => openOver((done) => <Themed onDone={done} />)

type Done = { readonly onDone: (isProved: boolean) => void }

/** Stands outside the desk's own tree and brings its look along. */
function Themed({ onDone }: Done) {
  const words = useAntdWords()
  return (
    <ConfigProvider
      theme={themeAt(useTypeSize())}
      {...(words ? { locale: words } : {})}
      button={{ autoInsertSpace: false }}
    >
      <ProofDialog onDone={onDone} />
    </ConfigProvider>
  )
}

function ProofDialog({ onDone }: Done) {
  const { t } = useLingui()
  const proof = useProof(() => onDone(true))
  const { ways, busy, failure } = proof
  return (
    <Modal
      open
      title={t`请再证明一次是您本人`}
      footer={null}
      closable={{ 'aria-label': t`先不办了` }}
      onCancel={() => onDone(false)}
    >
      <div className="desk-app desk-form">
        <p>
          <Trans>这一步关系到居民的信息。证明以后 15 分钟内不用再来。</Trans>
        </p>
        <ErrorSummary failure={failure} />
        {!ways && !failure && <Loading />}
        {ways?.includes('passkey') && (
          <p>
            <Button type="primary" loading={busy} onClick={() => void proof.showPasskey()}>
              <Trans>用通行密钥</Trans>
            </Button>
          </p>
        )}
        {ways?.includes('totp') && <ByDigits proof={proof} way="totp" />}
        {ways?.includes('code') && <ByDigits proof={proof} way="code" />}
        {ways?.length === 0 && (
          <p>
            <Trans>这个账号现在没有可以证明的方式。请退出后重新登录，再办一次。</Trans>
          </p>
        )}
        <p>
          <Button onClick={() => onDone(false)}>
            <Trans>先不办了</Trans>
          </Button>
        </p>
      </div>
    </Modal>
  )
}

type ByDigitsProps = { readonly proof: ProofState; readonly way: 'code' | 'totp' }

/** Six digits: from one's authenticator, or from a message to one's own phone. */
function ByDigits({ proof, way }: ByDigitsProps) {
  const { t } = useLingui()
  const { digits, setDigits, found, submit } = useProofDigits(proof, way, t`请填 6 位数字`)
  const { sent, phone, busy } = proof

  if (way === 'code' && !sent)
    return (
      <p>
        <Button type="primary" loading={busy} onClick={() => void proof.sendCode()}>
          <Trans>发验证码到 {phone}</Trans>
        </Button>
      </p>
    )
  return (
    <form className="desk-form" noValidate onSubmit={submit}>
      {way === 'code' && sent && <SentCode demoCode={sent.demoCode} phone={phone} onFill={setDigits} />}
      <DeskField
        field={way}
        label={way === 'code' ? <Trans>验证码</Trans> : <Trans>动态码</Trans>}
        hint={
          way === 'code' ? <Trans>短信里的 6 位数字</Trans> : <Trans>手机验证器里的 6 位数字，可以粘贴</Trans>
        }
        error={errorOf(found, way)}
      >
        {(control) => (
          <Input
            {...control}
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={digits}
            onChange={(event) => setDigits(event.target.value)}
          />
        )}
      </DeskField>
      <p>
        <Button type="primary" htmlType="submit" loading={busy}>
          <Trans>证明并继续</Trans>
        </Button>{' '}
        {way === 'code' && (
          <Button disabled={busy} onClick={() => void proof.sendCode()}>
            <Trans>再发一次验证码</Trans>
          </Button>
        )}
      </p>
    </form>
  )
}

type SentCodeProps = {
  readonly demoCode: string | undefined
  readonly phone: string | null
  readonly onFill: (digits: string) => void
}

function SentCode({ demoCode, phone, onFill }: SentCodeProps) {
  return (
    <div role="status">
      <Alert
        type="success"
        showIcon
        title={<Trans>验证码已发到 {phone}</Trans>}
        description={
          demoCode && (
            <>
              <Trans>这是演示，不发短信。验证码是</Trans> <strong>{demoCode}</strong>{' '}
              <Button size="small" onClick={() => onFill(demoCode)}>
                <Trans>替我填上</Trans>
              </Button>
            </>
          )
        }
      />
    </div>
  )
}
