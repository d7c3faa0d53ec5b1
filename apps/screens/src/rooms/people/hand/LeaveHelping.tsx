import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button, Dialog, ErrorSummary } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'

/** Stopping is as easy as starting, and asked once more because orders in hand must be handed on. */
export function LeaveHelping({ onLeft }: { readonly onLeft: () => Promise<void> }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const leaving = useCommand('leaveAsHelper')
  async function leave() {
    const answer = await leaving.send({ body: {} })
    setOpen(false)
    if (answer) await onLeft()
  }
  return (
    <>
      <ErrorSummary failure={leaving.failure} />
      <Button look="quiet" onPress={() => setOpen(true)}>
        <Trans>不再当志愿者</Trans>
      </Button>
      <Dialog open={open} title={<Trans>不再当志愿者吗？</Trans>} onClose={() => setOpen(false)}>
        <p>
          <Trans>手上的单要先办完。积分还是您的，以后也可以再来。</Trans>
        </p>
        <div className="stack">
          <Button
            look="danger"
            wide
            busy={leaving.sending}
            busyWord={t`正在办…`}
            onPress={() => void leave()}
          >
            <Trans>不再当了</Trans>
          </Button>
          <Button look="second" wide onPress={() => setOpen(false)}>
            <Trans>先不变</Trans>
          </Button>
        </div>
      </Dialog>
    </>
  )
}
