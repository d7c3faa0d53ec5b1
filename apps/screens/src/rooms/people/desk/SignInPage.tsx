import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import './signIn.css'
import { call } from '../../../kit/api.ts'
import { DeskField, DeskPage, ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import type { Input as InputOf } from '../../../kit/endpoints.ts'
import type { FieldError } from '../../../kit/failure.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { passkeys, takesPasskeys } from '../../../kit/passkeySupport.ts'
import { desk } from '../../../kit/routes.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { nextFrom } from '../hand/signInUrl.ts'
import { SignInSeats } from './SignInSeats.tsx'
import { SingleSignOn } from './SingleSignOn.tsx'
import { beginSession, wantsToken } from './signInSession.ts'

const DESK = '/desk/'
const WALL = '/wall/'
/** What is shown besides the password; nothing at the very first sign-in. */
type Factor = Pick<InputOf<'signInWithPassword'>['body'], 'code' | 'passkey'>
const EMPTY = { login: '', password: '', code: '' }

/** Staff sign in by login, password and one-time code; nothing has to be remembered but the password, which may be pasted. */
export default function SignInPage() {
  const { t } = useLingui()
  const [, go] = useLocation()
  const next = nextFrom(useSearch())
  const [written, setWritten] = useState(EMPTY)
  const [found, setFound] = useState<readonly FieldError[]>([])
  const [isFirst, setFirst] = useState(false)
  const [notShown, setNotShown] = useState<Error>()
  const { send, sending, failure } = useCommand('signInWithPassword')
  /** Back to where the person came from; the wall is a screen of its own, and the first one of whoever only looks on. */
  const enter = (screen = DESK) => {
    const to = screen !== DESK && next === desk.home.url() ? screen : next
    if (to.startsWith(WALL)) window.location.replace(to)
    else go(to, { replace: true })
  }
  const change = (field: keyof typeof EMPTY) => (event: { target: { value: string } }) =>
    setWritten({ ...written, [field]: event.target.value })

  function missing(withCode: boolean): FieldError[] {
    const login = written.login.trim() === '' ? [{ field: 'login', message: t`请填登录名` }] : []
    const password = written.password === '' ? [{ field: 'password', message: t`请填密码` }] : []
    const code =
      !withCode || /^\d{6}$/.test(written.code.trim())
        ? []
        : [{ field: 'code', message: t`请填动态码，是 6 位数字` }]
    return [...login, ...password, ...code]
  }

  async function signIn(factor: Factor) {
    const body = { login: written.login.trim(), password: written.password, ...factor }
    const answer = await send({ body: wantsToken() ? { ...body, bearer: true } : body })
    if (!answer) return
    beginSession(answer.token)
    enter()
  }

  function isComplete(withCode: boolean): boolean {
    const errors = missing(withCode)
    setFound(errors)
    setNotShown(undefined)
    return errors.length === 0
  }

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (isComplete(!isFirst)) await signIn(isFirst ? {} : { code: written.code.trim() })
  }

  async function submitWithPasskey() {
    if (!isComplete(false)) return
    try {
      const [{ options }, { showPasskey }] = await Promise.all([call('askPasskey', {}), passkeys()])
      await signIn({ passkey: await showPasskey(options) })
    } catch (error) {
      setNotShown(error instanceof Error ? error : new Error(String(error)))
    }
  }

  return (
    <DeskPage title={t`登录工作台`} lead={<Trans>工作人员用登录名、密码和动态码登录。</Trans>}>
      <ErrorSummary errors={found} failure={notShown ?? failure} />
      <div className="sign-in">
        <Panel title={<Trans>登录</Trans>}>
          <SingleSignOn next={next} />
          <form noValidate onSubmit={(event) => void submit(event)}>
            <DeskField field="login" label={<Trans>登录名</Trans>} error={errorOf(found, 'login')}>
              {(control) => (
                <Input
                  {...control}
                  autoComplete="username"
                  maxLength={60}
                  value={written.login}
                  onChange={change('login')}
                />
              )}
            </DeskField>
            <DeskField field="password" label={<Trans>密码</Trans>} error={errorOf(found, 'password')}>
              {(control) => (
                <Input
                  {...control}
                  type="password"
                  autoComplete="current-password"
                  maxLength={128}
                  value={written.password}
                  onChange={change('password')}
                />
              )}
            </DeskField>
            <p className="desk-tick">
              <Checkbox checked={isFirst} onChange={(event) => setFirst(event.target.checked)}>
                <Trans>我是第一次登录，还没有动态码</Trans>
              </Checkbox>
            </p>
            {!isFirst && (
              <DeskField
                field="code"
                label={<Trans>动态码</Trans>}
                hint={<Trans>手机验证器里的 6 位数字，可以粘贴</Trans>}
                error={errorOf(found, 'code')}
              >
                {(control) => (
                  <Input
                    {...control}
                    inputMode="numeric"
                    autoComplete="one-time-code"
                    maxLength={6}
                    value={written.code}
                    onChange={change('code')}
                  />
                )}
              </DeskField>
            )}
            <p>
              <Button type="primary" htmlType="submit" loading={sending}>
                <Trans>登录</Trans>
              </Button>
            </p>
            {takesPasskeys() && !isFirst && (
              <p>
                <Button loading={sending} onClick={() => void submitWithPasskey()}>
                  <Trans>用通行密钥代替动态码</Trans>
                </Button>
              </p>
            )}
          </form>
        </Panel>
        <SignInSeats onEntered={enter} />
      </div>
    </DeskPage>
  )
}
