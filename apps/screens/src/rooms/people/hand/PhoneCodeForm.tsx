import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { FieldError } from '../../../kit/failure.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { Button, ErrorSummary, Notice, TextField } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useSecondsLeft } from './useSecondsLeft.ts'

const digits = (text: string) => text.replace(/\D/g, '')

export type PhoneProof = { readonly phone: string; readonly code: string }
type PhoneCodeFormProps = {
  /** What the proof is sent with. */
  readonly sending: { readonly sending: boolean; readonly failure: Error | undefined; forget(): void }
  readonly onProof: (proof: PhoneProof) => void
  /** Which code is asked for; one to sign in where nothing is said. */
  readonly operation?: 'requestCode' | 'sendGuestCode'
  /** Another way stands above it as the first one. */
  readonly isSecond?: boolean
  /** Stands below while no code was asked for yet. */
  readonly children?: ReactNode
}

/** A phone proved by its one-time code; the code may be pasted, or filled in by the phone itself. */
export function PhoneCodeForm(props: PhoneCodeFormProps) {
  const { sending, onProof, operation = 'requestCode', isSecond = false, children } = props
  const { t } = useLingui()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [found, setFound] = useState<readonly FieldError[]>([])
  const [sentTo, setSentTo] = useState<{ phone: string; demoCode: string | undefined }>()
  const [waitSeconds, wait] = useSecondsLeft()
  const asking = useCommand(operation)
  const sentPhone = sentTo?.phone

  async function ask() {
    sending.forget()
    if (!/^1[3-9]\d{9}$/.test(digits(phone))) {
      setFound([{ field: 'phone', message: t`请填 11 位手机号` }])
      return
    }
    setFound([])
    const answer = await asking.send({ body: { phone: digits(phone) } })
    if (!answer) return
    setSentTo({ phone: digits(phone), demoCode: answer.demoCode })
    wait(answer.secondsToNext)
  }

  function prove() {
    asking.forget()
    if (!/^\d{6}$/.test(digits(code))) {
      setFound([{ field: 'code', message: t`请填短信里的 6 位数字` }])
      return
    }
    setFound([])
    onProof({ phone: sentTo?.phone ?? digits(phone), code: digits(code) })
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (sentTo) prove()
    else void ask()
  }

  return (
    <>
      <form className="stack" noValidate onSubmit={submit}>
        <ErrorSummary errors={found} failure={asking.failure ?? sending.failure} />
        <TextField
          field="phone"
          label={<Trans>手机号</Trans>}
          kind="phone"
          value={phone}
          onChange={setPhone}
          error={errorOf(found, 'phone')}
        />
        {sentTo && (
          <>
            <Notice tone="good" title={<Trans>验证码已发到 {sentPhone}</Trans>}>
              {sentTo.demoCode && (
                <p>
                  <Trans>这是演示，不发短信。验证码是</Trans> <strong>{sentTo.demoCode}</strong>
                </p>
              )}
            </Notice>
            <TextField
              field="code"
              label={<Trans>验证码</Trans>}
              hint={<Trans>短信里的 6 位数字，可以粘贴。不要告诉别人，社区不会向您要。</Trans>}
              kind="code"
              value={code}
              onChange={setCode}
              error={errorOf(found, 'code')}
            />
            {sentTo.demoCode && (
              <Button look="quiet" onPress={() => setCode(sentTo.demoCode ?? '')}>
                <Trans>替我填上</Trans>
              </Button>
            )}
            <Button type="submit" wide busy={sending.sending} busyWord={t`正在登录…`}>
              <Trans>登录</Trans>
            </Button>
            {waitSeconds > 0 ? (
              <p>
                <Trans>没收到？{waitSeconds} 秒后可以再发一次</Trans>
              </p>
            ) : (
              <Button
                look="second"
                wide
                busy={asking.sending}
                busyWord={t`正在发送…`}
                onPress={() => void ask()}
              >
                <Trans>再发一次验证码</Trans>
              </Button>
            )}
          </>
        )}
        {!sentTo && (
          <Button
            type="submit"
            look={isSecond ? 'second' : 'primary'}
            wide
            busy={asking.sending}
            busyWord={t`正在发送…`}
          >
            <Trans>获取验证码</Trans>
          </Button>
        )}
      </form>
      {!sentTo && children}
    </>
  )
}
