import { Trans, useLingui } from '@lingui/react/macro'
import { Input } from 'antd'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField, TickField } from '../../../kit/desk/fields.tsx'
import { DeskField, useRead } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import { promisesOf } from './promiseDraft.ts'

type ProposeDialogProps = { readonly onDone: (id: string) => void; readonly onClose: () => void }
const EMPTY = {
  unitId: undefined as string | undefined,
  path: undefined as string | undefined,
  title: '',
  fromOn: '',
  toOn: '',
  isPublic: true,
  promises: '',
}
type Draft = typeof EMPTY

/** A new agreement: parties, term, and what each side promises, as one types or pastes it. */
export function ProposeDialog({ onDone, onClose }: ProposeDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const units = useRead('listUnits', {})
  const [id] = useState(newKey)
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('proposeAgreement')
  const errors = useErrors(draft)
  const shown = tried ? errors : []
  const set =
    <K extends keyof Draft>(key: K) =>
    (value: Draft[K]) =>
      setDraft((now) => ({ ...now, [key]: value }))

  async function propose() {
    setTried(true)
    const { unitId, path, title, promises, ...rest } = draft
    if (errors.length > 0 || unitId === undefined || path === undefined) return
    const body = {
      ...rest,
      id,
      unitId,
      path,
      title: title.trim(),
      promises: promisesOf(promises, newKey).promises,
    }
    if (await send({ body })) onDone(id)
  }
  const line = (field: 'title' | 'fromOn' | 'toOn') => ({
    field,
    value: draft[field],
    error: errorOf(shown, field),
    onChange: set(field),
  })
  return (
    <FormDialog
      title={t`提出协议`}
      ok={t`提出，等对方签署`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void propose()}
      onClose={onClose}
    >
      <InputField {...line('title')} label={<Trans>名称</Trans>} maxLength={60} />
      <SelectField
        field="unitId"
        label={<Trans>共建单位</Trans>}
        value={draft.unitId}
        error={errorOf(shown, 'unitId')}
        options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: say(unit.name) }))}
        onChange={set('unitId')}
      />
      <AreaPick
        field="path"
        label={<Trans>社区或网格</Trans>}
        path={draft.path}
        error={errorOf(shown, 'path')}
        onPick={set('path')}
      />
      <InputField {...line('fromOn')} type="date" label={<Trans>从哪天</Trans>} />
      <InputField {...line('toOn')} type="date" label={<Trans>到哪天</Trans>} />
      <DeskField
        field="promises"
        label={<Trans>承诺</Trans>}
        hint={
          <Trans>
            一行一条：单位或社区，内容，哪天前（2026-12-31）；资金再写金额（元）。可以从表格里粘贴。
          </Trans>
        }
        error={errorOf(shown, 'promises')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={6}
            value={draft.promises}
            onChange={(event) => set('promises')(event.target.value)}
          />
        )}
      </DeskField>
      <TickField
        field="isPublic"
        label={<Trans>承诺公开给居民看</Trans>}
        hint={<Trans>对方签署就是同意公开；不写任何人的名字。</Trans>}
        value={draft.isPublic}
        onChange={set('isPublic')}
      />
      <Fills operation="proposeAgreement" />
    </FormDialog>
  )
}

/** What is missing or cannot be read, in words. */
function useErrors(draft: Draft): { field: string; message: string }[] {
  const { t } = useLingui()
  const { promises, wrong } = promisesOf(draft.promises, newKey)
  const lines = wrong.slice(0, 5).join(t`、`)
  const checks: (readonly [field: string, holds: boolean, message: string])[] = [
    ['title', draft.title.trim() !== '', t`请填名称`],
    ['unitId', draft.unitId !== undefined, t`请选共建单位`],
    ['path', draft.path !== undefined, t`请选社区或网格`],
    ['fromOn', draft.fromOn !== '', t`请选从哪天`],
    ['toOn', draft.toOn !== '' && draft.toOn >= draft.fromOn, t`请选到哪天，不早于开始`],
    ['promises', wrong.length === 0, t`第 ${lines} 行看不懂，请写成“单位，内容，2026-12-31”，资金再加金额`],
    ['promises', wrong.length > 0 || promises.length > 0, t`请至少写一条承诺`],
    ['promises', promises.length <= 50, t`承诺最多五十条，请分成几份协议`],
  ]
  return checks.flatMap(([field, holds, message]) => (holds ? [] : [{ field, message }]))
}
