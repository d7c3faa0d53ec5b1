import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type RevokeKeyDialogProps = {
  readonly apiKey: Answer<'listApiKeys'>['items'][number]
  readonly onClose: () => void
  readonly onRevoked: () => void
}

/** 停用: at once, with a reason. */
export function RevokeKeyDialog({ apiKey, onClose, onRevoked }: RevokeKeyDialogProps) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('revokeApiKey')
  const errors = reason.trim().length < 2 ? [{ field: 'reason', message: t`请写明理由` }] : []
  const shown = tried ? errors : []
  const { name } = apiKey

  async function revoke() {
    setTried(true)
    if (errors.length > 0) return
    if (await send({ params: { id: apiKey.id }, body: { reason: reason.trim() } })) onRevoked()
  }

  return (
    <FormDialog
      title={t`停用“${name}”的钥匙`}
      ok={t`停用`}
      danger
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void revoke()}
      onClose={onClose}
    >
      <p>
        <Trans>对方马上就不能再送单和查看，不能恢复；要再用就另发一把。已经送来的单照常办理。</Trans>
      </p>
      <InputField
        field="reason"
        label={<Trans>理由</Trans>}
        hint={<Trans>审计员会看到</Trans>}
        value={reason}
        maxLength={200}
        error={errorOf(shown, 'reason')}
        onChange={setReason}
      />
    </FormDialog>
  )
}
