import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, TickField } from '../../../kit/desk/fields.tsx'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaPick } from './AreaPick.tsx'
import type { Person } from './person.ts'

type ChangePersonDialogProps = {
  readonly person: Person
  readonly onClose: () => void
  readonly onChanged: () => void
}

/** Corrects an entry. Name and number are masked on the page, so here one writes them anew or leaves them. */
export function ChangePersonDialog({ person, onClose, onChanged }: ChangePersonDialogProps) {
  const { t } = useLingui()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [path, setPath] = useState(person.path ?? undefined)
  const [needsTwoEyes, setNeedsTwoEyes] = useState(person.needsTwoEyes)
  const { send, sending, failure } = useCommand('changePerson')

  async function change() {
    const digits = phone.replace(/\D/g, '')
    const body = {
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(digits === '' ? {} : { phone: digits }),
      ...(path === undefined || path === person.path ? {} : { path }),
      ...(needsTwoEyes === person.needsTwoEyes ? {} : { needsTwoEyes }),
    }
    if (await send({ params: { id: person.id }, body })) onChanged()
  }

  return (
    <FormDialog
      title={t`更正资料`}
      ok={t`保存`}
      failure={failure}
      busy={sending}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <InputField
        field="name"
        label={<Trans>姓名</Trans>}
        hint={<Trans>不用改就空着</Trans>}
        value={name}
        maxLength={40}
        onChange={setName}
      />
      <InputField
        field="phone"
        label={<Trans>电话</Trans>}
        hint={<Trans>不用改就空着</Trans>}
        type="tel"
        value={phone}
        onChange={setPhone}
      />
      <AreaPick field="path" label={<Trans>住址</Trans>} path={path} onPick={setPath} />
      <TickField
        field="needsTwoEyes"
        label={<Trans>不予受理须两人同意</Trans>}
        hint={<Trans>给特别需要照顾的人：一个人不能拒绝他的诉求</Trans>}
        value={needsTwoEyes}
        onChange={setNeedsTwoEyes}
      />
    </FormDialog>
  )
}
