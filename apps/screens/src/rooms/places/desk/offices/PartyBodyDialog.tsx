import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField } from '../../../../kit/desk/fields.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { Fills } from '../../../ledgers/desk/Fills.tsx'

type PartyBodyDialogProps = {
  readonly path: string
  readonly kinds: Answer<'listPartyBodies'>['kinds']
  readonly onClose: () => void
  readonly onOpened: () => void
}

/** Registers a party body of one of the place's kinds, from a day on. */
export function PartyBodyDialog({ path, kinds, onClose, onOpened }: PartyBodyDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [kind, setKind] = useState<string>()
  const [name, setName] = useState('')
  const [fromOn, setFromOn] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('openPartyBody')
  const errors = [
    ...(kind ? [] : [{ field: 'kind', message: t`请选类别` }]),
    ...(name.trim() ? [] : [{ field: 'name', message: t`请填名称` }]),
  ]
  const shown = tried ? errors : []

  async function open() {
    setTried(true)
    if (!kind || !name.trim()) return
    const body = { kind, name: name.trim(), path, ...(fromOn ? { fromOn } : {}) }
    if (await send({ body })) onOpened()
  }

  return (
    <FormDialog
      title={t`登记党组织`}
      ok={t`登记`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      <SelectField
        field="kind"
        label={<Trans>类别</Trans>}
        options={kinds.map(({ key, name }) => ({ value: key, label: say(name) }))}
        value={kind}
        error={errorOf(shown, 'kind')}
        onChange={setKind}
      />
      <InputField
        field="name"
        label={<Trans>名称</Trans>}
        value={name}
        maxLength={60}
        error={errorOf(shown, 'name')}
        onChange={setName}
      />
      <InputField
        field="fromOn"
        label={<Trans>成立</Trans>}
        hint={<Trans>空着就是今天</Trans>}
        type="date"
        value={fromOn}
        onChange={setFromOn}
      />
      <Fills operation="openPartyBody" />
    </FormDialog>
  )
}
