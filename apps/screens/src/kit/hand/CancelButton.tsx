import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { ErrorSummary } from '../shared/ErrorSummary.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

type CancelButtonProps = {
  readonly title: ReactNode
  readonly words: ReactNode
  /** The verb on the button that does it. */
  readonly verb: ReactNode
  readonly failure: Error | undefined
  readonly busy: boolean
  /** Settles when it is done, or when it was refused. */
  readonly onCancel: () => Promise<void>
}

/** 来不了，取消: a quiet button, and a second look before what was booked is given up. */
export function CancelButton({ title, words, verb, failure, busy, onCancel }: CancelButtonProps) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  async function cancel() {
    await onCancel()
    setOpen(false)
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <Button look="quiet" onPress={() => setOpen(true)}>
        <Trans>来不了，取消</Trans>
      </Button>
      <Dialog open={open} title={title} onClose={() => setOpen(false)}>
        <p>{words}</p>
        <div className="stack">
          <Button look="danger" wide busy={busy} busyWord={t`正在办…`} onPress={() => void cancel()}>
            {verb}
          </Button>
          <Button look="second" wide onPress={() => setOpen(false)}>
            <Trans>先留着</Trans>
          </Button>
        </div>
      </Dialog>
    </>
  )
}
