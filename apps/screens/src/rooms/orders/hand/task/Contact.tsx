import { Trans, useLingui } from '@lingui/react/macro'
import type { OrderView } from '@linli/contract/orders/shapes'
import { useState } from 'react'
import type { Answer } from '../../../../kit/endpoints.ts'
import { Card, ChoiceList, PhoneLink } from '../../../../kit/hand/index.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import { StepForm } from '../StepForm.tsx'

/** Name, number and door stay hidden until a reason is given; every look is recorded, and says so first. */
export function Contact({ order }: { readonly order: OrderView }) {
  const { t } = useLingui()
  const reasons = [t`打电话约时间`, t`上门找门牌`, t`核对情况`]
  const [reason, setReason] = useState(reasons[0])
  const [shown, setShown] = useState<Answer<'revealContact'>>()
  const revealing = useCommand('revealContact')

  async function reveal() {
    setShown(await revealing.send({ params: { id: order.id }, body: { reason: reason ?? '' } }))
  }

  if (shown) {
    const { contactName, contactPhone, address } = shown
    return (
      <Card title={<Trans>联系方式</Trans>}>
        {contactName && <p>{contactName}</p>}
        {address && <p>{address}</p>}
        {contactPhone ? (
          <PhoneLink phone={contactPhone} />
        ) : (
          <p>
            <Trans>没有留电话，请到现场看看。</Trans>
          </p>
        )}
        <p>
          <Trans>只用来办这件事，请不要转给别人。</Trans>
        </p>
      </Card>
    )
  }
  return (
    <Card title={<Trans>联系方式</Trans>}>
      <p>
        <Trans>为保护邻居，要先说为什么看；看过会有记录。</Trans>
      </p>
      <StepForm
        label={<Trans>看电话和门牌</Trans>}
        busyWord={t`正在打开…`}
        look="second"
        sending={revealing.sending}
        failure={revealing.failure}
        onSend={reveal}
      >
        {() => (
          <ChoiceList
            field="revealReason" // “reason” is a field of the form below on the same page
            label={<Trans>为什么看</Trans>}
            value={reason}
            onChange={setReason}
            choices={reasons.map((value) => ({ value, label: value }))}
          />
        )}
      </StepForm>
    </Card>
  )
}
