import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { REWARD_KINDS, type RewardKind } from '@linli/contract/points/words'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import { RewardFields, useFaults } from './RewardFields.tsx'
import { EMPTY_DRAFT, termsOf, wholeOf } from './rewardDraft.ts'
import { useUnitOptions } from './useUnits.ts'

type AddRewardDialogProps = { readonly onClose: () => void; readonly onAdded: () => void }

/** 上架: a reward of a merchant, for the people of an area, from now on. */
export function AddRewardDialog({ onClose, onAdded }: AddRewardDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const units = useUnitOptions()
  const [id] = useState(newKey)
  const [kind, setKind] = useState<RewardKind>('goods')
  const [unit, setUnit] = useState<string>()
  const [area, setArea] = useState<string>()
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  const hasBase = kind === 'feeOffset'
  const terms = hasBase ? draft : { ...draft, base: EMPTY_DRAFT.base }
  const [stock, setStock] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('addReward')
  const stockIsRight = stock.trim() === '' || (wholeOf(stock) ?? -1) >= 0
  const errors = [
    ...(unit ? [] : [{ field: 'unit', message: t`请选商户` }]),
    ...(area ? [] : [{ field: 'area', message: t`请选给哪里的居民兑换` }]),
    ...useFaults(terms),
    ...(stockIsRight ? [] : [{ field: 'stock', message: t`请填 0 以上的整数，或者不填` }]),
  ]
  const shown = tried ? errors : []

  async function add() {
    setTried(true)
    if (!unit || !area || errors.length > 0) return
    const pieces = stock.trim() === '' ? null : Number(stock)
    if (await send({ body: { id, kind, unit, area, stock: pieces, ...termsOf(terms) } })) onAdded()
  }

  return (
    <FormDialog
      title={t`上架兑换品`}
      ok={t`上架`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <ChoiceField
        field="kind"
        label={<Trans>类别</Trans>}
        value={kind}
        options={optionsOf(REWARD_KINDS, say)}
        onChange={(code) => setKind(codesOf(REWARD_KINDS).find((one) => one === code) ?? kind)}
      />
      <SelectField
        field="unit"
        label={<Trans>商户</Trans>}
        hint={<Trans>东西由它交给居民，月底同它结算。</Trans>}
        options={units}
        value={unit}
        error={errorOf(shown, 'unit')}
        onChange={setUnit}
      />
      <AreaPick
        field="area"
        label={<Trans>给哪里的居民兑换</Trans>}
        path={area}
        error={errorOf(shown, 'area')}
        onPick={setArea}
      />
      <RewardFields draft={draft} onChange={setDraft} errors={shown} hasBase={hasBase} />
      <InputField
        field="stock"
        label={<Trans>有几份</Trans>}
        hint={<Trans>不填就不限数量。</Trans>}
        optional
        inputMode="numeric"
        value={stock}
        error={errorOf(shown, 'stock')}
        onChange={setStock}
      />
    </FormDialog>
  )
}
