import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button, Card } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { PhoneCodeForm } from '../../people/hand/PhoneCodeForm.tsx'
import type { Guest } from './useGuest.ts'

/** A number to be called back at: only if one likes, and only once it answered a code. */
export function GuestPhone({ guest, onChanged }: { readonly guest: Guest; readonly onChanged: () => void }) {
  const [open, setOpen] = useState(false)
  const confirming = useCommand('confirmGuestPhone')
  if (guest.phone)
    return (
      <p>
        <Trans>留的电话 {guest.phone} 已核对，办理的人可以打给您。</Trans>
      </p>
    )
  if (!open)
    return (
      <Button look="second" wide onPress={() => setOpen(true)}>
        <Trans>愿意的话，留个电话</Trans>
      </Button>
    )
  return (
    <Card title={<Trans>留个电话</Trans>}>
      <p>
        <Trans>先留电话再发求助，办理的人才能打给您。不留也一样办。</Trans>
      </p>
      <PhoneCodeForm
        operation="sendGuestCode"
        isSecond
        sending={confirming}
        onProof={(proof) =>
          void confirming.send({ body: proof }).then((answer) => {
            if (answer) onChanged()
          })
        }
      />
    </Card>
  )
}
