import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField } from '../../../kit/desk/fields.tsx'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { fenOf, type PromiseItem } from './promiseDraft.ts'

type PromiseDialogProps = {
  readonly promise: PromiseItem
  readonly onDone: () => void
  readonly onClose: () => void
}

/** 登记到账: how much came and when. */
export function PaymentDialog({ promise, onDone, onClose }: PromiseDialogProps) {
  const { t } = useLingui()
  const [id] = useState(newKey)
  const [yuan, setYuan] = useState('')
  const [paidOn, setPaidOn] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('recordPayment')
  const fen = fenOf(yuan.trim()) ?? 0
  const checks: [string, boolean, string][] = [
    ['fen', fen > 0, t`请填到账金额（元），例如 40000 或 40000.50`],
    ['paidOn', paidOn !== '', t`请选到账日期`],
  ]
  const errors = checks.flatMap(([field, holds, message]) => (holds ? [] : [{ field, message }]))
  const shown = tried ? errors : []
  async function record() {
    setTried(true)
    if (errors.length > 0) return
    if (await send({ params: { id: promise.id }, body: { id, fen, paidOn } })) onDone()
  }
  return (
    <FormDialog
      title={t`登记到账`}
      ok={t`登记`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void record()}
      onClose={onClose}
    >
      <p>{promise.words}</p>
      <InputField
        field="fen"
        label={<Trans>到账金额（元）</Trans>}
        value={yuan}
        error={errorOf(shown, 'fen')}
        onChange={setYuan}
      />
      <InputField
        field="paidOn"
        type="date"
        label={<Trans>到账日期</Trans>}
        value={paidOn}
        error={errorOf(shown, 'paidOn')}
        onChange={setPaidOn}
      />
    </FormDialog>
  )
}

/** 由工单来办: the number of the order that does it. */
export function LinkOrderDialog({ promise, onDone, onClose }: PromiseDialogProps) {
  const { t } = useLingui()
  const [number, setNumber] = useState(promise.orderNumber ?? '')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('linkPromise')
  const typed = number.trim()
  const isNumber = /^\d{6}-\d{5}-\d$/.test(typed)
  const errors =
    tried && !isNumber ? [{ field: 'number', message: t`请填工单编号，例如 260301-00012-5` }] : []
  async function link() {
    setTried(true)
    if (isNumber && (await send({ params: { id: promise.id }, body: { number: typed } }))) onDone()
  }
  return (
    <FormDialog
      title={t`由工单来办`}
      ok={t`关联`}
      errors={errors}
      failure={failure}
      busy={sending}
      onSubmit={() => void link()}
      onClose={onClose}
    >
      <p>{promise.words}</p>
      <p>
        <Trans>这张单结案、诉求人认可解决了，承诺就算兑现，不用再报一遍。</Trans>
      </p>
      <InputField
        field="number"
        label={<Trans>工单编号</Trans>}
        value={number}
        error={errorOf(errors, 'number')}
        onChange={setNumber}
      />
    </FormDialog>
  )
}
