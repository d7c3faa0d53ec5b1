import { Trans, useLingui } from '@lingui/react/macro'
import { MENU_TAKERS, type MenuTakers } from '@linli/contract/partners/words'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField } from '../../../kit/desk/fields.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaPick } from '../../people/desk/AreaPick.tsx'

type AddMenuItemDialogProps = { readonly onDone: () => void; readonly onClose: () => void }
const TAKERS = ['members', 'units', 'both'] as const satisfies readonly MenuTakers[]

/** One item of a community's own menu. */
export function AddMenuItemDialog({ onDone, onClose }: AddMenuItemDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [path, setPath] = useState<string>()
  const [name, setName] = useState('')
  const [about, setAbout] = useState('')
  const [taker, setTaker] = useState<string | undefined>('both')
  const [untilOn, setUntilOn] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('addMenuItem')
  const takers = TAKERS.find((one) => one === taker)
  const checks: [string, boolean, string][] = [
    ['path', path !== undefined, t`请选社区`],
    ['name', name.trim() !== '', t`请写项目`],
    ['about', about.trim() !== '', t`请写要做什么，认领的人好准备`],
    ['takers', takers !== undefined, t`请选谁可以认领`],
  ]
  const errors = checks.flatMap(([field, holds, message]) => (holds ? [] : [{ field, message }]))
  const shown = tried ? errors : []

  async function add() {
    setTried(true)
    if (path === undefined || takers === undefined || errors.length > 0) return
    const body = { id, path, name: name.trim(), about: about.trim(), takers, ...(untilOn ? { untilOn } : {}) }
    if (await send({ body })) onDone()
  }
  return (
    <FormDialog
      title={t`菜单加一项`}
      ok={t`写上菜单`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <AreaPick
        field="path"
        label={<Trans>社区</Trans>}
        path={path}
        error={errorOf(shown, 'path')}
        onPick={setPath}
      />
      <InputField
        field="name"
        label={<Trans>项目</Trans>}
        maxLength={40}
        value={name}
        error={errorOf(shown, 'name')}
        onChange={setName}
      />
      <InputField
        field="about"
        label={<Trans>要做什么</Trans>}
        hint={<Trans>时间、地点、要带什么</Trans>}
        maxLength={300}
        value={about}
        error={errorOf(shown, 'about')}
        onChange={setAbout}
      />
      <ChoiceField
        field="takers"
        label={<Trans>谁可以认领</Trans>}
        value={taker}
        error={errorOf(shown, 'takers')}
        options={TAKERS.map((value) => ({ value, label: say(MENU_TAKERS[value]) }))}
        onChange={setTaker}
      />
      <InputField
        field="untilOn"
        type="date"
        label={<Trans>到哪天</Trans>}
        optional
        value={untilOn}
        onChange={setUntilOn}
      />
    </FormDialog>
  )
}
