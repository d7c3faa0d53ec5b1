import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { FieldError } from '../../../kit/failure.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { Button, ErrorSummary, Notice, Page, TextField } from '../../../kit/hand/index.ts'
import { hand } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { usePlaceName } from '../../places/hand/usePlaceWords.ts'
import { DemoPeople } from './DemoPeople.tsx'
import { PasskeySignIn } from './PasskeySignIn.tsx'
import { beginSession, wantsToken } from './session.ts'
import { nextFrom } from './signInUrl.ts'
import { useSecondsLeft } from './useSecondsLeft.ts'

const digits = (text: string) => text.replace(/\D/g, '')

/** Phone and one-time code; the code may be pasted, or filled in by the phone itself. */
export default function SignInPage() {
  const { t } = useLingui()
  const [, go] = useLocation()
  usePlaceName()
  const next = nextFrom(useSearch())
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [found, setFound] = useState<readonly FieldError[]>([])
  const [sentTo, setSentTo] = useState<{ phone: string; demoCode: string | undefined }>()
  const [waitSeconds, wait] = useSecondsLeft()
  const asking = useCommand('requestCode')
  const signing = useCommand('signInWithCode')

  const sentPhone = sentTo?.phone
  const enter = () => go(next, { replace: true })

  async function ask() {
    signing.forget()
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

  async function signIn() {
    asking.forget()
    if (!/^\d{6}$/.test(digits(code))) {
      setFound([{ field: 'code', message: t`请填短信里的 6 位数字` }])
      return
    }
    setFound([])
    const body = { phone: sentTo?.phone ?? digits(phone), code: digits(code) }
    const answer = await signing.send({ body: wantsToken() ? { ...body, bearer: true } : body })
    if (!answer) return
    beginSession(answer)
    enter()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    void (sentTo ? signIn() : ask())
  }

  return (
    <Page
      title={t`登录`}
      back={{ href: hand.home.url(), label: <Trans>首页</Trans> }}
      lead={<Trans>用手机号登录，不用密码。第一次登录就是注册。</Trans>}
    >
      <form className="stack" noValidate onSubmit={submit}>
        <ErrorSummary errors={found} failure={asking.failure ?? signing.failure} />
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
              hint={<Trans>短信里的 6 位数字，可以粘贴</Trans>}
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
            <Button type="submit" wide busy={signing.sending} busyWord={t`正在登录…`}>
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
          <Button type="submit" wide busy={asking.sending} busyWord={t`正在发送…`}>
            <Trans>获取验证码</Trans>
          </Button>
        )}
      </form>
      {!sentTo && <PasskeySignIn onEntered={enter} />}
      <DemoPeople onEntered={enter} />
    </Page>
  )
}
