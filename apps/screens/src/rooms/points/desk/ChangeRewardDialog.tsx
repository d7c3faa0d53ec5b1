import { Trans, useLingui } from '@lingui/react/macro'
import type { RewardView } from '@linli/contract/points/redemptionShapes'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { RewardFields, useFaults } from './RewardFields.tsx'
import { draftOf, termsOf, wholeOf } from './rewardDraft.ts'

type ChangeRewardDialogProps = {
  readonly reward: RewardView
  readonly onClose: () => void
  readonly onChanged: () => void
}

/** 调整: other terms for those who redeem from now on, and pieces added or taken away. */
export function ChangeRewardDialog({ reward, onClose, onChanged }: ChangeRewardDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [draft, setDraft] = useState(() => draftOf(reward))
  const [pieces, setPieces] = useState('0')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('changeReward')
  const addStock = wholeOf(pieces)
  const name = say(reward.name)
  const left = reward.stock
  const errors = [
    ...useFaults(draft),
    ...(addStock === undefined ? [{ field: 'addStock', message: t`请填整数，减少就写负数，例如 -5` }] : []),
  ]
  const shown = tried ? errors : []

  async function change() {
    setTried(true)
    if (errors.length > 0) return
    const stock = left === null || !addStock ? {} : { addStock }
    const body = { version: reward.version, ...termsOf(draft), ...stock }
    if (await send({ params: { id: reward.id }, body })) onChanged()
  }

  return (
    <FormDialog
      title={t`调整：${name}`}
      ok={t`保存`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void change()}
      onClose={onClose}
    >
      <p>
        <Trans>已经兑换的人不受影响，仍按当时的积分和金额算。</Trans>
      </p>
      <RewardFields draft={draft} onChange={setDraft} errors={shown} hasBase={reward.kind === 'feeOffset'} />
      {left !== null && (
        <InputField
          field="addStock"
          label={<Trans>增减几份</Trans>}
          hint={<Trans>货架上现在有 {left} 份。减少就写负数。</Trans>}
          value={pieces}
          error={errorOf(shown, 'addStock')}
          onChange={setPieces}
        />
      )}
    </FormDialog>
  )
}
