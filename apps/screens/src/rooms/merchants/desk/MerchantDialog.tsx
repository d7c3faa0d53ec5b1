import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { MerchantView } from '@linli/contract/merchants/shapes'
import { COORDINATES } from '@linli/contract/places/words'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField, TickField } from '../../../kit/desk/fields.tsx'
import { useRead } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import { bodyOf, draftOf, EMPTY_DRAFT, faultsOf, type MerchantDraft } from './draft.ts'
import { HoursFields, ServicesField, useSentences } from './MerchantFields.tsx'

type MerchantDialogProps = {
  /** The merchant to change; absent: a new one. */
  readonly merchant?: MerchantView
  readonly onClose: () => void
  readonly onSaved: (slug: string) => void
}
type TextName = 'name' | 'address' | 'position' | 'phone'

/** 登记商户, or what is kept of one. */
export function MerchantDialog({ merchant, onClose, onSaved }: MerchantDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [id] = useState(newKey)
  const [draft, setDraft] = useState<MerchantDraft>(merchant ? draftOf(merchant) : EMPTY_DRAFT)
  const [tried, setTried] = useState(false)
  const add = useCommand('addMerchant')
  const change = useCommand('changeMerchant')
  const { sending, failure } = merchant ? change : add
  const sentences = useSentences()
  const errors = tried
    ? faultsOf(draft).map((field) => ({ field, message: sentences[field] ?? t`请看看这一项` }))
    : []
  const set = (some: Partial<MerchantDraft>) => setDraft({ ...draft, ...some })
  const bind = (field: TextName) => ({
    field,
    value: draft[field],
    error: errorOf(errors, field),
    onChange: (value: string) => set({ [field]: value }),
  })

  async function save() {
    setTried(true)
    const body = bodyOf(draft, merchant?.hours.days)
    if (!body) return
    const answer = merchant
      ? await change.send({ params: { id: merchant.id }, body: { version: merchant.version, ...body } })
      : await add.send({ body: { id, unitId: draft.unitId ?? null, ...body } })
    if (answer) onSaved(answer.slug)
  }

  return (
    <FormDialog
      title={merchant ? t`修改商户` : t`登记商户`}
      ok={t`保存`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <InputField {...bind('name')} label={<Trans>名称</Trans>} maxLength={60} />
      {!merchant && <UnitField unitId={draft.unitId} onPick={(unitId) => set({ unitId })} />}
      <AreaPick
        field="path"
        label={<Trans>在哪个社区</Trans>}
        path={draft.path}
        error={errorOf(errors, 'path')}
        onPick={(path) => set({ path })}
      />
      <InputField {...bind('address')} label={<Trans>地址</Trans>} maxLength={200} />
      <InputField
        {...bind('position')}
        label={<Trans>位置</Trans>}
        hint={<Trans>在地图上点一下门口，把“经度,纬度”贴过来；步行几分钟按它估算。</Trans>}
      />
      <SelectField
        field="system"
        label={<Trans>这个位置是从哪种地图上取的</Trans>}
        options={optionsOf(COORDINATES, say)}
        value={draft.system}
        onChange={(code) => set({ system: codesOf(COORDINATES).find((one) => one === code) ?? draft.system })}
      />
      <ServicesField
        keys={draft.services}
        error={errorOf(errors, 'services')}
        onPick={(services) => set({ services })}
      />
      <InputField {...bind('phone')} optional type="tel" label={<Trans>商户自己愿意公开的电话</Trans>} />
      <TickField
        field="stepFree"
        label={t`没有台阶，轮椅进得去`}
        value={draft.stepFree}
        onChange={(stepFree) => set({ stepFree })}
      />
      <HoursFields draft={draft} errors={errors} set={set} />
      <Fills operation="addMerchant" />
    </FormDialog>
  )
}

type UnitFieldProps = {
  readonly unitId: string | undefined
  readonly onPick: (id: string | undefined) => void
}

function UnitField({ unitId, onPick }: UnitFieldProps) {
  const say = useSay()
  const units = useRead('listUnits', {})
  return (
    <SelectField
      field="unitId"
      optional
      label={<Trans>已经是哪个单位</Trans>}
      hint={<Trans>派给它的单、它的积分都记在这个单位名下；新商户空着，系统会建一个。</Trans>}
      options={(units.data?.items ?? [])
        .filter(({ kind }) => kind === 'company')
        .map(({ id, name }) => ({ value: id, label: say(name) }))}
      value={unitId}
      onChange={onPick}
    />
  )
}
