import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { ErrorSummary } from '../shared/ErrorSummary.tsx'
import { DeskField } from './DeskField.tsx'

export type RevealButtonProps = {
  /** What is hidden, as a word: 电话. */
  readonly what: string
  /** The masked form everybody sees: 138****1234. */
  readonly masked: string
  /** Asks the server for the whole, which writes reason and reader into the audit. */
  readonly reveal: (reason: string) => Promise<string>
}

/** A masked value and the way to see it whole: by a written reason, on record, until the page is left. */
export function RevealButton({ what, masked, reveal }: RevealButtonProps) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState<string>()
  const [failure, setFailure] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)

  async function show() {
    setMissing(reason.trim() === '')
    if (reason.trim() === '') return
    setBusy(true)
    setFailure(undefined)
    try {
      setShown(await reveal(reason.trim()))
      setOpen(false)
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
    setBusy(false)
  }

  const errors = missing ? [{ field: 'reason', message: t`请写明查看的事由` }] : []
  return (
    <span className="reveal">
      <span role="status">{shown ?? masked}</span>
      {shown === undefined && (
        <Button size="small" onClick={() => setOpen(true)}>
          <Trans>查看完整{what}</Trans>
        </Button>
      )}
      <Modal
        open={open}
        title={t`查看完整${what}`}
        okText={t`记录并查看`}
        cancelText={t`不看了`}
        confirmLoading={busy}
        onOk={() => void show()}
        onCancel={() => setOpen(false)}
      >
        <ErrorSummary errors={errors} failure={failure} />
        <DeskField
          field="reason"
          label={<Trans>为什么要看</Trans>}
          hint={<Trans>您的姓名、时间和事由会记入审计，本人可以查询。</Trans>}
          error={errors[0]?.message}
        >
          {(control) => (
            <Input
              {...control}
              value={reason}
              maxLength={200}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </DeskField>
      </Modal>
    </span>
  )
}
