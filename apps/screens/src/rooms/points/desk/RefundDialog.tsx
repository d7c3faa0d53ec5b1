import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { RedemptionView } from '@linli/contract/points/redemptionShapes'
import { REFUND_REASONS, type RefundReason } from '@linli/contract/points/words'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, TickField } from '../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type RefundDialogProps = {
  readonly redemption: RedemptionView
  readonly onClose: () => void
  readonly onRefunded: () => void
}

/** 退回: the points return in full, with the reason that is kept beside it. */
export function RefundDialog({ redemption, onClose, onRefunded }: RefundDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [reason, setReason] = useState<RefundReason>()
  const [restock, setRestock] = useState(false)
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('refundRedemption')
  const { points, number } = redemption
  const errors = tried && !reason ? [{ field: 'reason', message: t`请选退回的理由` }] : []

  async function refund() {
    setTried(true)
    if (!reason) return
    if (await send({ params: { id: redemption.id }, body: { reason, restock } })) onRefunded()
  }

  return (
    <FormDialog
      title={t`退回：${number}`}
      ok={t`退回`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void refund()}
      onClose={onClose}
    >
      <p>
        <Trans>{points} 分全数还给居民，这一单不再同商户结算。</Trans>
      </p>
      <ChoiceField
        field="reason"
        label={<Trans>为什么退回</Trans>}
        value={reason}
        options={optionsOf(REFUND_REASONS, say)}
        error={errorOf(errors, 'reason')}
        onChange={(code) => setReason(codesOf(REFUND_REASONS).find((one) => one === code))}
      />
      <TickField
        field="restock"
        label={<Trans>东西完好，放回货架</Trans>}
        value={restock}
        onChange={setRestock}
      />
    </FormDialog>
  )
}
