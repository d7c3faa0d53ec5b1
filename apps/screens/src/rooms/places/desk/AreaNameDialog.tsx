import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

type AreaNameDialogProps = {
  readonly area: Answer<'getArea'>
  /** A new area below this one, or another name for this one. */
  readonly opening: boolean
  readonly onClose: () => void
  readonly onSaved: (name: string) => void
}

/** Names an area: a new one below, or this one anew. */
export function AreaNameDialog({ area, opening, onClose, onSaved }: AreaNameDialogProps) {
  const { t } = useLingui()
  const [name, setName] = useState(opening ? '' : area.name)
  const [compound, setCompound] = useState(area.compound ?? '')
  const [tried, setTried] = useState(false)
  const openArea = useCommand('openArea')
  const renameArea = useCommand('renameArea')
  const errors = tried && name.trim() === '' ? [{ field: 'name', message: t`请填名称` }] : []

  async function save() {
    setTried(true)
    if (name.trim() === '') return
    const inside = compound.trim()
    const named = { name: name.trim(), ...(inside === '' ? {} : { compound: inside }) }
    const answer = opening
      ? await openArea.send({ body: { parent: area.path, ...named } })
      : await renameArea.send({ params: { id: area.id }, body: { compound: null, ...named } })
    if (answer) onSaved(answer.name)
  }

  return (
    <FormDialog
      title={opening ? t`在“${area.name}”下面新设一个` : t`给“${area.name}”改名`}
      ok={t`保存`}
      errors={errors}
      failure={openArea.failure ?? renameArea.failure}
      busy={openArea.sending || renameArea.sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <InputField
        field="name"
        label={<Trans>名称</Trans>}
        hint={<Trans>像门牌上写的那样，例如：3栋、二网格</Trans>}
        value={name}
        maxLength={60}
        error={errorOf(errors, 'name')}
        onChange={setName}
      />
      <InputField
        field="compound"
        label={<Trans>所在小区</Trans>}
        optional
        value={compound}
        maxLength={60}
        onChange={setCompound}
      />
      {opening && <Fills operation="openArea" />}
    </FormDialog>
  )
}
