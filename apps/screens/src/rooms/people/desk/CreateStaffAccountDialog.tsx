import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type CreateStaffAccountDialogProps = {
  readonly onClose: () => void
  readonly onCreated: (handedOut: Answer<'createStaffAccount'>) => void
}

/** A new colleague: name and login; the password is made by chance. */
export function CreateStaffAccountDialog({ onClose, onCreated }: CreateStaffAccountDialogProps) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [phone, setPhone] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('createStaffAccount')
  const digits = phone.replace(/\D/g, '')
  const errors = [
    ...(name.trim() === '' ? [{ field: 'name', message: t`请填姓名` }] : []),
    ...(/^[a-z][a-z0-9._-]{2,39}$/.test(login)
      ? []
      : [{ field: 'login', message: t`登录名要 3 到 40 位小写字母、数字或 . _ -，以字母开头` }]),
  ]
  const shown = tried ? errors : []

  async function create() {
    setTried(true)
    if (errors.length > 0) return
    const answer = await send({
      body: { name: name.trim(), login, ...(digits === '' ? {} : { phone: digits }) },
    })
    if (answer) onCreated(answer)
  }

  return (
    <FormDialog
      title={t`开通工作账号`}
      ok={t`开通`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void create()}
      onClose={onClose}
    >
      <InputField
        field="name"
        label={<Trans>姓名</Trans>}
        autoComplete="off"
        value={name}
        maxLength={40}
        error={errorOf(shown, 'name')}
        onChange={setName}
      />
      <InputField
        field="login"
        label={<Trans>登录名</Trans>}
        hint={<Trans>例如姓名的拼音，用小写字母</Trans>}
        autoComplete="off"
        value={login}
        maxLength={40}
        error={errorOf(shown, 'login')}
        onChange={setLogin}
      />
      <InputField
        field="phone"
        label={<Trans>手机号</Trans>}
        hint={<Trans>本人在名册里登记过、或用手机登录过的，请填上，岗位就接得上</Trans>}
        optional
        type="tel"
        autoComplete="off"
        value={phone}
        onChange={setPhone}
      />
    </FormDialog>
  )
}
