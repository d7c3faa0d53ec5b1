import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaPick } from './AreaPick.tsx'

type RegisterPersonDialogProps = {
  readonly onClose: () => void
  readonly onRegistered: (id: string) => void
}

/** One new person; many at once come by the import of registers. */
export function RegisterPersonDialog({ onClose, onRegistered }: RegisterPersonDialogProps) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [path, setPath] = useState<string>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('registerPerson')
  const digits = phone.replace(/\D/g, '')
  const errors = [
    ...(name.trim() === '' ? [{ field: 'name', message: t`请填姓名` }] : []),
    ...(path === undefined ? [{ field: 'path', message: t`请选住址，选到楼栋或单元最好` }] : []),
  ]
  const shown = tried ? errors : []

  async function register() {
    setTried(true)
    if (errors.length > 0 || path === undefined) return
    const body = { name: name.trim(), path, ...(digits === '' ? {} : { phone: digits }) }
    const answer = await send({ body })
    if (answer) onRegistered(answer.id)
  }

  return (
    <FormDialog
      title={t`登记人员`}
      ok={t`登记`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void register()}
      onClose={onClose}
    >
      <InputField
        field="name"
        label={<Trans>姓名</Trans>}
        value={name}
        maxLength={40}
        error={errorOf(shown, 'name')}
        onChange={setName}
      />
      <InputField
        field="phone"
        label={<Trans>电话</Trans>}
        optional
        type="tel"
        value={phone}
        onChange={setPhone}
      />
      <AreaPick
        field="path"
        label={<Trans>住址</Trans>}
        path={path}
        error={errorOf(shown, 'path')}
        onPick={setPath}
      />
    </FormDialog>
  )
}
