import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { ALIAS_KINDS, type AliasKind } from '@linli/contract/places/addressWords'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField, TickField } from '../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type AliasDialogProps = {
  readonly area: Answer<'getArea'>
  readonly onClose: () => void
  readonly onSaved: (alias: string) => void
}

/** Gives an area, or the whole compound that a building stands in, another name. */
export function AliasDialog({ area, onClose, onSaved }: AliasDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [alias, setAlias] = useState('')
  const [kind, setKind] = useState<AliasKind>('formerName')
  const [ofCompound, setOfCompound] = useState(area.compound !== null)
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('addAreaAlias')
  const errors = tried && alias.trim() === '' ? [{ field: 'alias', message: t`请填别名` }] : []
  const compound = area.compound

  async function save() {
    setTried(true)
    if (alias.trim() === '') return
    const answer = await send({ params: { id: area.id }, body: { alias: alias.trim(), kind, ofCompound } })
    if (answer) onSaved(answer.alias)
  }

  return (
    <FormDialog
      title={t`给“${area.name}”加一个别名`}
      ok={t`保存`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <InputField
        field="alias"
        label={<Trans>别名</Trans>}
        hint={<Trans>居民嘴上怎么叫就怎么写，例如：老棉纺厂宿舍、桃源路8号</Trans>}
        value={alias}
        maxLength={60}
        error={errorOf(errors, 'alias')}
        onChange={setAlias}
      />
      <ChoiceField
        field="kind"
        label={<Trans>类别</Trans>}
        value={kind}
        options={optionsOf(ALIAS_KINDS, say)}
        onChange={(code) => setKind(codesOf(ALIAS_KINDS).find((one) => one === code) ?? kind)}
      />
      {compound !== null && (
        <TickField
          field="ofCompound"
          label={<Trans>整个“{compound}”都这样叫</Trans>}
          value={ofCompound}
          onChange={setOfCompound}
        />
      )}
    </FormDialog>
  )
}
