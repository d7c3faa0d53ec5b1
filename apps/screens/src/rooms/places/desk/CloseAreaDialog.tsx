import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type CloseAreaDialogProps = {
  readonly area: Answer<'getArea'>
  readonly onClose: () => void
  readonly onClosed: (name: string) => void
}

/** Ends an area for good, with the reason on record. The server refuses while people or open orders are in it. */
export function CloseAreaDialog({ area, onClose, onClosed }: CloseAreaDialogProps) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('closeArea')
  const written = reason.trim()
  const errors = tried && written.length < 2 ? [{ field: 'reason', message: t`请写明撤销的理由` }] : []

  async function close() {
    setTried(true)
    if (written.length < 2) return
    const answer = await send({ params: { id: area.id }, body: { reason: written } })
    if (answer) onClosed(answer.name)
  }

  return (
    <FormDialog
      title={t`撤销“${area.name}”`}
      ok={t`撤销这个区域`}
      danger
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void close()}
      onClose={onClose}
    >
      <InputField
        field="reason"
        label={<Trans>撤销理由</Trans>}
        hint={<Trans>撤销后不能恢复，编号也不再使用。理由会记入审计。</Trans>}
        value={reason}
        maxLength={200}
        error={errorOf(errors, 'reason')}
        onChange={setReason}
      />
    </FormDialog>
  )
}
