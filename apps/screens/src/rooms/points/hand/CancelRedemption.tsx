import { Trans, useLingui } from '@lingui/react/macro'
import type { MyRedemption } from '@linli/contract/points/redemptionShapes'
import { useState } from 'react'
import { Button, Dialog, ErrorSummary } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type CancelRedemptionProps = {
  readonly redemption: MyRedemption
  readonly onCancelled: () => Promise<void>
}

/** Gives the hold back after a second thought; points and pieces are free again at once. */
export function CancelRedemption({ redemption, onCancelled }: CancelRedemptionProps) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const { send, sending, failure } = useCommand('cancelRedemption')
  const { id, points } = redemption
  async function cancel() {
    await send({ params: { id } })
    setOpen(false)
    await onCancelled()
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <Button look="quiet" onPress={() => setOpen(true)}>
        <Trans>不要了，取消兑换</Trans>
      </Button>
      <Dialog open={open} title={<Trans>取消这次兑换吗？</Trans>} onClose={() => setOpen(false)}>
        <p>
          <Trans>{points} 分马上退回，东西放回货架，别人可以换。</Trans>
        </p>
        <div className="stack">
          <Button look="danger" wide busy={sending} busyWord={t`正在办…`} onPress={() => void cancel()}>
            <Trans>取消兑换</Trans>
          </Button>
          <Button look="second" wide onPress={() => setOpen(false)}>
            <Trans>先留着</Trans>
          </Button>
        </div>
      </Dialog>
    </>
  )
}
