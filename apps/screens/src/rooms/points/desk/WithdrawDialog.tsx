import { Trans, useLingui } from '@lingui/react/macro'
import type { RewardView } from '@linli/contract/points/redemptionShapes'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type WithdrawDialogProps = {
  readonly reward: RewardView
  readonly onClose: () => void
  readonly onWithdrawn: () => void
}

/** 下架 at once; what waits to be collected is still handed over. It can be put back by another last day. */
export function WithdrawDialog({ reward, onClose, onWithdrawn }: WithdrawDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const { send, sending, failure } = useCommand('changeReward')
  const name = say(reward.name)
  const { held } = reward

  async function withdraw() {
    const body = { version: reward.version, to: new Date().toISOString() }
    if (await send({ params: { id: reward.id }, body })) onWithdrawn()
  }

  return (
    <FormDialog
      title={t`下架：${name}`}
      ok={t`下架`}
      danger
      failure={failure}
      busy={sending}
      onSubmit={() => void withdraw()}
      onClose={onClose}
    >
      <p>
        <Trans>居民马上看不到它，也换不了。要重新上架，请按“调整”，改“兑到哪天”。</Trans>
      </p>
      {held > 0 && (
        <p>
          <Trans>还有 {held} 份等着领，商户照样要交给居民。</Trans>
        </p>
      )}
    </FormDialog>
  )
}
