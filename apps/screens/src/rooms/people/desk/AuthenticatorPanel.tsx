import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { InputField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, Panel } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import type { FieldError } from '../../../kit/failure.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { changeSeatToken } from '../../../kit/seat.ts'
import { QrCode } from '../../../kit/shared/QrCode.tsx'
import { useCommand } from '../../../kit/useCommand.ts'
import { wantsToken } from './signInSession.ts'

/** The authenticator on one's own phone: set up the first time, or in place of another. Nobody else ever sees its key. */
export function AuthenticatorPanel({ isFirst }: { readonly isFirst: boolean }) {
  const [offered, setOffered] = useState<Answer<'askNewTotp'>>()
  const [done, setDone] = useState(false)
  const asking = useCommand('askNewTotp')

  async function begin() {
    setDone(false)
    setOffered(await asking.send({}))
  }

  return (
    <Panel title={<Trans>手机验证器</Trans>}>
      <ErrorSummary failure={asking.failure} />
      <Saved>{done && <Trans>换好了。旧的验证器不能再用。</Trans>}</Saved>
      {offered ? (
        <ConfirmCode
          offered={offered}
          onTaken={() => {
            setOffered(undefined)
            setDone(true)
          }}
        />
      ) : (
        <>
          <p>
            <Trans>手机上装一个验证器应用，登录时看它显示的 6 位数字。</Trans>
          </p>
          <Button
            type={isFirst ? 'primary' : 'default'}
            loading={asking.sending}
            onClick={() => void begin()}
          >
            {isFirst ? <Trans>绑定验证器</Trans> : <Trans>换一个验证器</Trans>}
          </Button>
        </>
      )}
    </Panel>
  )
}

type ConfirmCodeProps = { readonly offered: Answer<'askNewTotp'>; readonly onTaken: () => void }

function ConfirmCode({ offered, onTaken }: ConfirmCodeProps) {
  const { t } = useLingui()
  const { ticket, secret, address } = offered
  const [code, setCode] = useState('')
  const [found, setFound] = useState<readonly FieldError[]>([])
  const { send, sending, failure } = useCommand('confirmTotp')

  async function submit(event: FormEvent) {
    event.preventDefault()
    const errors = /^\d{6}$/.test(code.trim()) ? [] : [{ field: 'code', message: t`请填验证器里的 6 位数字` }]
    setFound(errors)
    if (errors.length > 0) return
    const body = { ticket, code: code.trim() }
    const answer = await send({ body: wantsToken() ? { ...body, bearer: true } : body })
    if (!answer) return
    if (answer.token !== undefined) changeSeatToken(answer.token)
    onTaken()
  }

  return (
    <form className="desk-form" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={found} failure={failure} />
      <p>
        <Trans>用验证器扫这个码，10 分钟内有效：</Trans>
      </p>
      <QrCode text={address} label={t`验证器的密钥`} />
      <p>
        <Trans>扫不了就手工输入：</Trans> <code className="account-secret">{secret}</code>
      </p>
      <InputField
        field="code"
        label={<Trans>验证器现在显示的 6 位数字</Trans>}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        error={errorOf(found, 'code')}
        onChange={setCode}
      />
      <p>
        <Button type="primary" htmlType="submit" loading={sending}>
          <Trans>确认绑定</Trans>
        </Button>
      </p>
    </form>
  )
}
