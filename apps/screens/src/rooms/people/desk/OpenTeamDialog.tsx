import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { useRead } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { AreaPick } from './AreaPick.tsx'

type OpenTeamDialogProps = { readonly onClose: () => void; readonly onOpened: (name: string) => void }

/** A new team of one of the place's kinds. */
export function OpenTeamDialog({ onClose, onOpened }: OpenTeamDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const place = useRead('getPlace', {})
  const [kind, setKind] = useState<string>()
  const [name, setName] = useState('')
  const [path, setPath] = useState<string>()
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('openTeam')
  const errors = [
    ...(kind ? [] : [{ field: 'kind', message: t`请选队伍类别` }]),
    ...(name.trim() === '' ? [{ field: 'name', message: t`请填队名` }] : []),
    ...(path ? [] : [{ field: 'path', message: t`请选所在地` }]),
  ]
  const shown = tried ? errors : []

  async function open() {
    setTried(true)
    if (!kind || !path || name.trim() === '') return
    if (await send({ body: { kind, path, name: name.trim() } })) onOpened(name.trim())
  }

  return (
    <FormDialog
      title={t`组建队伍`}
      ok={t`组建`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void open()}
      onClose={onClose}
    >
      <SelectField
        field="kind"
        label={<Trans>队伍类别</Trans>}
        options={(place.data?.teams ?? []).map((team) => ({ value: team.key, label: say(team.name) }))}
        value={kind}
        error={errorOf(shown, 'kind')}
        onChange={setKind}
      />
      <InputField
        field="name"
        label={<Trans>队名</Trans>}
        value={name}
        maxLength={60}
        error={errorOf(shown, 'name')}
        onChange={setName}
      />
      <AreaPick
        field="path"
        label={<Trans>所在地</Trans>}
        path={path}
        error={errorOf(shown, 'path')}
        onPick={setPath}
      />
      <Fills operation="openTeam" />
    </FormDialog>
  )
}
