import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import type { LedgerEntry } from '@linli/contract/points/shapes'
import { CORRECTION_REASONS, type CorrectionReason } from '@linli/contract/points/words'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField } from '../../../kit/desk/fields.tsx'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

type CorrectionDialogProps = {
  readonly entry: LedgerEntry
  readonly onClose: () => void
  readonly onCorrected: () => void
}

/** A new entry against a wrong one, with the reason that is kept beside it. */
export function CorrectionDialog({ entry, onClose, onCorrected }: CorrectionDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const [reason, setReason] = useState<CorrectionReason>()
  const [amount, setAmount] = useState(String(entry.amount))
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('correctEntry')
  const points = Number(amount)
  const whole = entry.amount
  const errors = [
    ...(reason ? [] : [{ field: 'reason', message: t`请选更正的理由` }]),
    ...(Number.isInteger(points) && points >= 1 && points <= whole
      ? []
      : [{ field: 'amount', message: t`请填 1 到 ${whole} 之间的整数` }]),
  ]
  const shown = tried ? errors : []

  async function correct() {
    setTried(true)
    if (!reason || errors.length > 0) return
    const answer = await send({ params: { id: entry.id }, body: { reason, amount: points } })
    if (answer) onCorrected()
  }

  return (
    <FormDialog
      title={t`更正这一笔`}
      ok={t`记一笔更正`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void correct()}
      onClose={onClose}
    >
      <ChoiceField
        field="reason"
        label={<Trans>为什么更正</Trans>}
        value={reason}
        options={optionsOf(CORRECTION_REASONS, say)}
        error={errorOf(shown, 'reason')}
        onChange={(code) => setReason(codesOf(CORRECTION_REASONS).find((one) => one === code))}
      />
      <InputField
        field="amount"
        label={<Trans>其中几分记错了</Trans>}
        hint={<Trans>这一笔共 {whole} 分</Trans>}
        inputMode="numeric"
        value={amount}
        error={errorOf(shown, 'amount')}
        onChange={setAmount}
      />
      <Fills operation="correctEntry" />
    </FormDialog>
  )
}
