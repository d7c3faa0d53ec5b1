import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { useState } from 'react'
import { useCommand } from '../../../../kit/useCommand.ts'
import { StepForm } from '../StepForm.tsx'
import { type HowChoice, HowContacted } from './HowContacted.tsx'

export type TaskFormProps = {
  readonly order: OrderView
  readonly onDone: () => Promise<void>
  readonly onClose: () => void
}

/** 首次联系: says how the requester was reached. */
export function ContactedForm({ order, onDone, onClose }: TaskFormProps) {
  const { t } = useLingui()
  const [how, setHow] = useState<HowChoice>('phone')
  const contacting = useCommand('contactRequester')
  async function send() {
    if (!(await contacting.send({ params: { id: order.id }, body: { version: order.version, how } }))) return
    await onDone()
    onClose()
  }
  return (
    <StepForm
      label={<Trans>记下来</Trans>}
      busyWord={t`正在记下…`}
      sending={contacting.sending}
      failure={contacting.failure}
      onSend={send}
      onClose={onClose}
    >
      {() => <HowContacted field="how" value={how} onChange={setHow} />}
    </StepForm>
  )
}
