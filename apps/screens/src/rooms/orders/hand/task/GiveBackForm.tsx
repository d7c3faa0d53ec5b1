import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { TextField } from '../../../../kit/hand/index.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { StepForm } from '../StepForm.tsx'
import type { TaskFormProps } from './ContactedForm.tsx'

/** 放回: somebody else will do it. No reason has to be given. */
export function GiveBackForm({ order, onDone, onClose }: TaskFormProps) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const giving = useCommand('giveBack')
  async function send() {
    const why = reason.trim()
    const body = { version: order.version, ...(why ? { reason: why } : {}) }
    if (!(await giving.send({ params: { id: order.id }, body }))) return
    onClose()
    await onDone()
  }
  return (
    <StepForm
      label={<Trans>放回去，请别的邻居来办</Trans>}
      busyWord={t`正在放回…`}
      sending={giving.sending}
      failure={giving.failure}
      onSend={send}
      onClose={onClose}
    >
      {() => (
        <TextField
          field="reason"
          label={<Trans>为什么办不了</Trans>}
          hint={<Trans>只有值班的人看得到，不写也行</Trans>}
          optional
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
      )}
    </StepForm>
  )
}
