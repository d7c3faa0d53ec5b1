import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { DeskField } from '../../../kit/desk/DeskField.tsx'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField } from '../../../kit/desk/fields.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaSelect } from '../../orders/desk/fields/AreaSelect.tsx'

type SenderDialogProps = {
  /** Undefined: a new one. */
  readonly sender: Answer<'listSenders'>['items'][number] | undefined
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** 登记、改转来方: its name, who calls back and closes, and where an order goes whose place is not recognised. */
export function SenderDialog({ sender, onClose, onSaved }: SenderDialogProps) {
  const { t } = useLingui()
  const [name, setName] = useState(sender?.name ?? '')
  const [who, setWho] = useState<string | undefined>(sender && (sender.decides ? 'sender' : 'here'))
  const [path, setPath] = useState(sender?.path)
  const [tried, setTried] = useState(false)
  const adding = useCommand('addSender')
  const changing = useCommand('changeSender')
  const errors = [
    ...(name.trim().length < 2 ? [{ field: 'name', message: t`请填转来方的名称` }] : []),
    ...(who === undefined ? [{ field: 'who', message: t`请选由谁回访和结案` }] : []),
    ...(path === undefined ? [{ field: 'path', message: t`请选一个地点` }] : []),
  ]
  const shown = tried ? errors : []

  async function save() {
    setTried(true)
    if (errors.length > 0 || path === undefined) return
    const body = { name: name.trim(), decides: who === 'sender', path }
    const answer = sender
      ? await changing.send({
          params: { id: sender.id },
          body: { ...body, version: sender.version, columns: sender.columns },
        })
      : await adding.send({ body })
    if (answer) onSaved()
  }

  return (
    <FormDialog
      title={sender ? t`改转来方` : t`登记转来方`}
      ok={t`保存`}
      errors={shown}
      failure={adding.failure ?? changing.failure}
      busy={adding.sending || changing.sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <InputField
        field="name"
        label={<Trans>转来方</Trans>}
        hint={<Trans>例如：区 12345 热线、企业微信居民上报</Trans>}
        value={name}
        maxLength={40}
        error={errorOf(shown, 'name')}
        onChange={setName}
      />
      <ChoiceField
        field="who"
        label={<Trans>办好以后由谁回访和结案</Trans>}
        hint={<Trans>只影响以后导入的单</Trans>}
        value={who}
        error={errorOf(shown, 'who')}
        options={[
          { value: 'sender', label: t`转来方（这里不再打电话，延期和退单也由它答复）` },
          { value: 'here', label: t`这里` },
        ]}
        onChange={setWho}
      />
      <DeskField
        field="path"
        label={<Trans>认不出地点的放到哪里</Trans>}
        error={errorOf(shown, 'path')}
        optional={false}
      >
        {(control) => <AreaSelect control={control} path={path} onPick={(area) => setPath(area?.path)} />}
      </DeskField>
    </FormDialog>
  )
}
