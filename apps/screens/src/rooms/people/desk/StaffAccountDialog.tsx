import { Trans, useLingui } from '@lingui/react/macro'
import { Modal } from 'antd'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { QrCode } from '../../../kit/shared/QrCode.tsx'
import { useCommand } from '../../../kit/useCommand.ts'
import type { Person } from './person.ts'

const PASSWORD_LENGTH = 12

/** Login and first password; then, once, the key for the authenticator on the person's phone. */
export function StaffAccountDialog({
  person,
  onClose,
}: {
  readonly person: Person
  readonly onClose: () => void
}) {
  const { t } = useLingui()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [totpUri, setTotpUri] = useState<string>()
  const { send, sending, failure } = useCommand('createStaffAccount')
  const errors = [
    ...(/^[a-z][a-z0-9._-]{2,39}$/.test(login)
      ? []
      : [{ field: 'login', message: t`登录名要 3 到 40 位小写字母、数字或 . _ -，以字母开头` }]),
    ...(password.length >= PASSWORD_LENGTH
      ? []
      : [{ field: 'password', message: t`初始密码至少 ${PASSWORD_LENGTH} 位` }]),
  ]
  const shown = tried ? errors : []

  async function open() {
    setTried(true)
    if (errors.length > 0) return
    const answer = await send({ params: { id: person.id }, body: { login, password } })
    if (answer) setTotpUri(answer.totpUri)
  }

  if (totpUri !== undefined) return <AuthenticatorKey login={login} uri={totpUri} onClose={onClose} />
  return (
    <FormDialog
      title={t`开通工作账号`}
      ok={t`开通`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      <InputField
        field="login"
        label={<Trans>登录名</Trans>}
        autoComplete="off"
        value={login}
        error={errorOf(shown, 'login')}
        onChange={setLogin}
      />
      <InputField
        field="password"
        label={<Trans>初始密码</Trans>}
        type="password"
        autoComplete="new-password"
        value={password}
        error={errorOf(shown, 'password')}
        onChange={setPassword}
      />
    </FormDialog>
  )
}

type AuthenticatorKeyProps = { readonly login: string; readonly uri: string; readonly onClose: () => void }

function AuthenticatorKey({ login, uri, onClose }: AuthenticatorKeyProps) {
  const { t } = useLingui()
  const key = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <Modal
      open
      title={t`已开通：${login}`}
      okText={t`已经扫好了`}
      onOk={onClose}
      footer={(_, { OkBtn }) => <OkBtn />}
      closable={false}
    >
      <p>
        <Trans>请本人现在用手机验证器扫这个码。关上以后不再显示。</Trans>
      </p>
      <QrCode text={uri} label={t`验证器的密钥`} />
      <p>
        <Trans>扫不了就手工输入：</Trans> <code>{key}</code>
      </p>
    </Modal>
  )
}
