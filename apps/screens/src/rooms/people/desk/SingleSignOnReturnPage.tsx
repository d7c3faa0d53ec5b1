import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Input } from 'antd'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import './signIn.css'
import { DeskField, DeskPage, ErrorSummary, Loading, Panel } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { desk } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { beginSession } from './signInSession.ts'

/** Where single sign-on comes back to: straight in, or one step more with our own one-time code. */
export default function SingleSignOnReturnPage() {
  const { t } = useLingui()
  const [here, go] = useLocation()
  const brought = new URLSearchParams(useSearch())
  const [codeBack, state, iss] = ['code', 'state', 'iss'].map((name) => brought.get(name))
  const finishing = useCommand('finishSingleSignOn')
  const confirming = useCommand('confirmSingleSignOn')
  const [step, setStep] = useState<'returning' | 'code' | 'lost'>(codeBack && state ? 'returning' : 'lost')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const isSent = useRef(false)
  const errors =
    tried && !/^\d{6}$/.test(code.trim()) ? [{ field: 'code', message: t`请填动态码，是 6 位数字` }] : []

  /** `next` is a whole path of this site; desk's own router begins below `/desk`. */
  function enter(next: string) {
    beginSession(undefined)
    window.location.replace(next)
  }

  async function finish(body: { code: string; state: string; iss?: string }) {
    const answer = await finishing.send({ body })
    go(here, { replace: true }) // what was brought is used up, and nobody's business in the address
    if (!answer) setStep('lost')
    else if (answer.signedIn) enter(answer.next)
    else setStep('code')
  }

  useEffect(() => {
    if (isSent.current || !codeBack || !state) return
    isSent.current = true
    void finish({ code: codeBack, state, ...(iss ? { iss } : {}) })
  })

  async function confirm(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!/^\d{6}$/.test(code.trim())) return
    const answer = await confirming.send({ body: { code: code.trim() } })
    if (answer) enter(answer.next)
  }

  if (step === 'returning') return <Loading />
  if (step === 'lost')
    return (
      <DeskPage title={t`统一认证登录`}>
        <ErrorSummary failure={finishing.failure ?? new Error(t`统一认证没有完成登录。`)} />
        <p>
          <Link href={desk.signIn.url()}>
            <Trans>回到登录页</Trans>
          </Link>
        </p>
      </DeskPage>
    )
  return (
    <DeskPage title={t`统一认证登录`} lead={<Trans>统一认证已经认出您，再输入一次动态码就好。</Trans>}>
      <ErrorSummary errors={errors} failure={confirming.failure} />
      <div className="sign-in">
        <Panel>
          <form noValidate onSubmit={(event) => void confirm(event)}>
            <DeskField
              field="code"
              label={<Trans>动态码</Trans>}
              hint={<Trans>手机验证器里的 6 位数字，可以粘贴</Trans>}
              error={errorOf(errors, 'code')}
            >
              {(control) => (
                <Input
                  {...control}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  maxLength={6}
                  value={code}
                  onChange={(event) => setCode(event.target.value)}
                />
              )}
            </DeskField>
            <p>
              <Button type="primary" htmlType="submit" loading={confirming.sending}>
                <Trans>登录</Trans>
              </Button>
            </p>
          </form>
        </Panel>
      </div>
    </DeskPage>
  )
}
